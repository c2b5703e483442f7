/** data/ontology/*.yaml → event types, in the order of their ids. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { badData } from '../../src/load/index.ts';
import { type EventType, eventTypeSchema } from '../../src/model/index.ts';
import { filesIn, nameOf } from './tables.ts';

const eventTypeOf = (name: string, text: string): EventType => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) throw badData(`${name}:${lines.linePos(fault.pos[0]).line}`, fault.message.split('\n')[0]!);
  const result = eventTypeSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  // The line of the value, or of the nearest thing above it that is there.
  let at = 1;
  for (let depth = issue.path.length; depth >= 0; depth--) {
    const node = document.getIn(issue.path.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    if (node?.range) {
      at = lines.linePos(node.range[0]!).line;
      break;
    }
  }
  throw badData(`${name}:${at}`, `${issue.path.join('.')}: ${issue.message}`);
};

/** The code book. @throws Failure `bad-data` where a file is wrong, or an id stands twice. */
export const ontologyOf = async (root: string): Promise<readonly EventType[]> => {
  const types = new Map<string, EventType>();
  for (const file of await filesIn(path.join(root, 'data', 'ontology'), '.yaml')) {
    const name = nameOf(root, file);
    const type = eventTypeOf(name, await readFile(file, 'utf8'));
    if (types.has(type.id)) throw badData(`${name}:1`, `the event type «${type.id}» stands twice`);
    if (path.basename(file, '.yaml') !== type.id)
      throw badData(`${name}:1`, `the file's name is not the id «${type.id}»`);
    types.set(type.id, type);
  }
  return [...types.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};
