/** Is this home fit to work? Looks from outside, whoever has it open; changes nothing. */
import { constants } from 'node:fs';
import { access, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { loadReaderData } from '../load/index.ts';
import { ownerOf } from './lock.ts';

export type Finding = { readonly well: boolean; readonly text: string };

const GIB = 2 ** 30;
/** Less free space than this, and a day's captures may not fit. */
const LOW_SPACE = GIB;

const told = (well: boolean, text: string): Finding => ({ well, text });

const spaceOf = async (home: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(home);
  const free = bavail * bsize;
  return told(free >= LOW_SPACE, `${(free / GIB).toFixed(1)} GiB free${free < LOW_SPACE ? ': make room soon' : ''}`);
};

/** Files that a process left half-written when it was killed; they say nothing and may be deleted. */
const leftovers = async (home: string): Promise<number> => {
  const files = await readdir(join(home, 'captures'), { recursive: true }).catch(() => []);
  return files.filter((name) => name.endsWith('.part')).length;
};

/**
 * @param databaseUrl as in DATABASE_URL
 * @returns findings in the order of what to mend first; the store itself is looked at by the task `state`
 */
export const examine = async (home: string, databaseUrl: string | undefined): Promise<readonly Finding[]> => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const findings = [
    told(major > 20 || (major === 20 && minor >= 19), `Node ${process.versions.node} (20.19 or newer is needed)`),
  ];
  await loadReaderData().then(
    (data) => findings.push(told(true, `reader's data of version ${data.version}, ${data.hash}`)),
    (error: unknown) => findings.push(told(false, error instanceof Error ? error.message : String(error))),
  );
  const names = await readdir(home).catch(() => undefined);
  if (!names) return [...findings, told(false, `there is no observatory in ${home} yet: «marsad add FILE» makes one`)];
  const writable = await access(home, constants.W_OK).then(
    () => true,
    () => false,
  );
  findings.push(told(writable, `${home} ${writable ? 'can' : 'cannot'} be written to`), await spaceOf(home));
  const owner = await ownerOf(home);
  if (owner)
    findings.push(
      told(true, `in use by process ${owner.pid}${owner.address ? `, which serves ${owner.address}` : ''}`),
    );
  else if (names.includes('lock'))
    findings.push(told(true, 'the lock of a process that died lies there: the next command takes it over'));
  if (!databaseUrl) {
    const whole = !names.includes('db') || names.includes('db.ready');
    findings.push(
      told(whole, whole ? 'the embedded store is whole' : 'the first start was cut off: the next command begins anew'),
    );
  }
  for (const name of names.filter((one) => one.startsWith('db.broken-')))
    findings.push(
      told(
        true,
        `${name} is a first start that was cut off; nothing in it was ever acknowledged, and it may be deleted`,
      ),
    );
  const parts = await leftovers(home);
  if (parts > 0)
    findings.push(
      told(true, `${parts} half-written files in captures/ were left by a crash; they may be deleted (*.part)`),
    );
  return findings;
};
