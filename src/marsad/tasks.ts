/** Upkeep of an open store, whoever asks: this process's own command line, or another's through the running server. */
import { readFile } from 'node:fs/promises';
import { readHead, writeHead } from '../record/index.ts';
import { readAnew, type Say, sendUnread, tellJobs, type Working } from './work.ts';

export type { Say } from './work.ts';

export type Task =
  | { readonly name: 'verify'; readonly heads: readonly string[] }
  | { readonly name: 'backup'; readonly file: string }
  | { readonly name: 'erase'; readonly id: string; readonly by: string; readonly why: string }
  | { readonly name: 'state' }
  | { readonly name: 'jobs' }
  /** `workers`: hand it to them instead of doing it here. */
  | { readonly name: 'reread'; readonly workers: boolean };

/** What a task needs of the house. */
export type TaskRoom = Pick<Working, 'store' | 'now'> & { readonly version: string };

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const FAULTS = {
  altered: 'was altered',
  missing: 'is missing',
  unrecorded: 'is not in the ledger',
  chain: 'does not follow from the line before',
  cut: 'is not in the ledger: its end was cut off, or it is another ledger',
  remains: 'was erased, but its bytes are still there',
} as const;

export const verify = async (
  { store }: Pick<TaskRoom, 'store'>,
  heads: readonly string[],
  say: Say,
): Promise<boolean> => {
  const { items, files, erased, faults, head } = await store.verify(heads.map(readHead));
  for (const { fault, kind, subject } of faults) say(`${kind} ${subject} ${FAULTS[fault]}`);
  for (const { kind, subject, at } of erased) say(`${kind} ${subject} was erased on ${at.slice(0, 10)}`);
  say(
    `${count(items, 'line')} of the ledger, ${count(files, 'captured file')}, ${erased.length} erased, ${count(faults.length, 'fault')}`,
  );
  say(`head ${writeHead(head)}`);
  return faults.length === 0;
};

const erase = async ({ store, now }: TaskRoom, task: Extract<Task, { name: 'erase' }>, say: Say): Promise<boolean> => {
  const { id, by, why } = task;
  const { reportId, counts, records } = await store.erase({ id, by, why, at: now() });
  const parts = Object.entries(counts).map(([kind, number]) => count(number, kind));
  say(`erased the report ${reportId}: ${parts.join(', ')}`);
  if (records.left.length > 0)
    say(`${count(records.left.length, 'record')} stay on other reports, each in a version without it`);
  const copies = await store.copiesOf(reportId);
  for (const copy of copies) say(`still held, with the same text: ${copy.reportId}`);
  say('earlier backups and published copies still hold it');
  return true;
};

const scriptFile = new URL('../../bin/verify-custody.mjs', import.meta.url);

const backup = async ({ store, version, now }: TaskRoom, file: string, say: Say): Promise<boolean> => {
  const script = await readFile(scriptFile, 'utf8');
  const { head, captures } = await store.backup({ file, madeBy: `marsad ${version}`, now: now(), script });
  say(`${file}: ${count(Number(head.split(':')[0]), 'line')} of the ledger, ${count(captures, 'captured file')}`);
  say(`head ${head}`);
  return true;
};

const state = async ({ store, now }: TaskRoom, say: Say): Promise<boolean> => {
  const [reports, records, head] = [
    await store.listReports({ side: 'owner', limit: 1 }),
    await store.listRecords({ side: 'owner', limit: 1 }),
    await store.head(),
  ];
  say(`store: ${store.kind === 'pglite' ? 'embedded (PGlite)' : 'PostgreSQL'}`);
  say(
    `held: ${count(reports.total, 'report')}, ${count(records.total, 'record')}, ${count(head.seq, 'line')} of the ledger`,
  );
  const due = [
    ...(await store.dueForRelease('record', now(), 1000)),
    ...(await store.dueForRelease('report', now(), 1000)),
  ].length;
  say(
    `public lists: ${due === 0 ? 'up to date' : `${due >= 1000 ? 'more than 1,000' : due} due for the gate (a server does it by itself)`}`,
  );
  return true;
};

/**
 * @returns whether all was well
 * @throws Failure where it could not be done
 */
export const runTask = (room: TaskRoom & Working, task: Task, say: Say): Promise<boolean> => {
  switch (task.name) {
    case 'verify':
      return verify(room, task.heads, say);
    case 'backup':
      return backup(room, task.file, say);
    case 'erase':
      return erase(room, task, say);
    case 'state':
      return state(room, say);
    case 'jobs':
      return tellJobs(room, say);
    case 'reread':
      return task.workers ? sendUnread(room, say) : readAnew(room, say);
  }
};
