/** What the commands say: results on standard output, each trouble one line on standard error. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const warn = (line: string): void => {
  process.stderr.write(`marsad: ${line}\n`);
};

/** By name, not by class: to print a line, the whole house need not be loaded. */
const isFailure = (error: unknown): error is Error => error instanceof Error && error.name === 'Failure';

/** A failure of the user's is one line; anything else is ours, and is shown whole where MARSAD_DEBUG asks for it. */
export const warnOf = (error: unknown): void => {
  if (isFailure(error)) warn(error.message);
  else if (process.env.MARSAD_DEBUG) console.error(error);
  else {
    const words = error instanceof Error ? error.message : String(error);
    warn(`something went wrong that should not: ${words.split('\n')[0]} (set MARSAD_DEBUG=1 for details)`);
  }
};
