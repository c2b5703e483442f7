/** `marsad add`: inputs into the observatory, through the running server or in line. */
import { resolve } from 'node:path';
import { type Added, type Input, ownerOf, type Terms } from '../marsad/index.ts';
import { handOver } from './command-route.ts';
import { homeOf, openHome } from './home.ts';
import { say, warn } from './output.ts';

export type AddOptions = {
  readonly source?: string;
  readonly terms?: Terms;
  readonly title?: string;
  readonly date?: string;
  readonly workers?: boolean;
  readonly limit?: number;
  readonly ignoreRobots?: boolean;
};

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** One line a result: `/en/reports/ID  name: 12 claims, 9 new records, 1 joined`. */
const lineOf = (name: string, added: Extract<Added, { reportId: string }>): string => {
  if (added.waiting) return `/en/reports/${added.reportId}  ${name}: kept, to be read`;
  const copy = added.copyOf ? `, the text of /en/reports/${added.copyOf}` : '';
  const what = added.held
    ? 'already held'
    : `${count(added.claims, 'claim')}, ${count(added.records, 'new record')}${added.joined ? `, ${added.joined} joined` : ''}${copy}`;
  const { previous } = added;
  const changed = previous
    ? `; a new version of /en/reports/${previous.reportId}: ${count(previous.added, 'paragraph')} added, ${previous.removed} removed`
    : '';
  return `/en/reports/${added.reportId}  ${name}: ${what}${changed}`;
};

const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

/** @returns exit code: 1 where some inputs failed; the rest is added all the same */
export const add = async (
  names: readonly string[],
  { source, terms, title, date, limit, ignoreRobots, workers = false }: AddOptions,
): Promise<number> => {
  const given = { ...(source && { publisher: source }), ...(title && { title }), ...(date && { date }) };
  // The server has another working folder.
  const inputs = names.map(
    (name): Input => ({
      input: isAddress(name) ? name : resolve(name),
      given,
      ...(terms && { terms }),
      ...(limit && { limit }),
      ...(ignoreRobots && { ignoreRobots }),
    }),
  );
  let failed = 0;
  const tell = (added: Added, index: number): void => {
    // What a folder or a feed named was typed by nobody.
    const input = inputs[index]?.input ?? added.input;
    const name = added.input === input ? (names[index] ?? input) : added.input;
    if ('failure' in added) {
      failed += 1;
      // In the words of whoever typed it, not with our own folder before it.
      warn(added.failure.message.replaceAll(input, name));
    } else say(lineOf(name, added));
  };
  const owner = await ownerOf(homeOf());
  if (owner) await handOver(homeOf(), owner, { inputs, workers }, tell);
  else {
    const observatory = await openHome();
    try {
      await observatory.add(inputs, tell, { workers });
    } finally {
      await observatory.close();
    }
  }
  return failed > 0 ? 1 : 0;
};
