/** Commands handed over to the process that holds the store: one address on its server, for this user's commands alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Added,
  Failure,
  type Input,
  inUse,
  type Observatory,
  type Owner,
  type Say,
  type Task,
} from '../marsad/index.ts';
import { isLoopback } from './audience.ts';

export const COMMAND_PATH = '/.marsad/command';

/** A list of paths and addresses; more than this is no list that a person gave. */
const COMMAND_LIMIT = 4 * 1024 * 1024;

type Adding = { readonly inputs: readonly Input[]; readonly workers?: boolean };
type Question = { readonly ask: string; readonly argument: string };
type Command = Adding | Question | { readonly task: Task };

/** Questions that are neither inputs nor tasks, by name; the answer is one JSON value. */
const ANSWERS: Readonly<Record<string, (observatory: Asked, argument: string) => Promise<unknown>>> = {
  'captures.show': ({ captures }, name) => captures.show(name),
  'captures.export': ({ captures }, file) => captures.exportTo(file),
};
type Asked = Pick<Observatory, 'captures'>;

/** `well`: what a task found; of inputs, each has told of itself. */
type Line =
  | { readonly added: Added; readonly index: number }
  | { readonly answer: unknown }
  | { readonly say: string }
  | { readonly done: true; readonly well?: boolean }
  | { readonly error: string; readonly code?: string };

/** Hashes first, so that neither the token's length nor its first wrong letter shows in the time it takes. */
const isToken = (given: string | undefined, token: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(`Bearer ${token}`));
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) {
    body += piece;
    if (body.length > COMMAND_LIMIT) throw new Error('the command is too long');
  }
  return body;
};

/**
 * Answers a handed-over command, one JSON line a result.
 * @returns false where the request is no command, so that somebody else answers it
 */
export const answerCommand = (
  observatory: Pick<Observatory, 'add' | 'captures' | 'task' | 'token'>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean => {
  if (request.url !== COMMAND_PATH) return false;
  const { remoteAddress, localAddress } = request.socket;
  const local = isLoopback(remoteAddress) || (remoteAddress !== undefined && remoteAddress === localAddress);
  // Nothing tells a stranger that there is anything here.
  if (request.method !== 'POST' || !local || !isToken(request.headers.authorization, observatory.token)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return true;
  }
  const send = (line: Line): void => {
    response.write(`${JSON.stringify(line)}\n`);
  };
  void (async () => {
    try {
      const command = JSON.parse(await bodyOf(request)) as Command;
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      if ('task' in command) send({ done: true, well: await observatory.task(command.task, (say) => send({ say })) });
      else if ('inputs' in command) {
        const { inputs, workers = false } = command;
        await observatory.add(inputs, (added, index) => send({ added, index }), { workers });
        send({ done: true });
      } else {
        send({ answer: await ANSWERS[command.ask]?.(observatory, command.argument) });
        send({ done: true });
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send({ error: message, ...(error instanceof Failure && { code: error.code }) });
    }
    response.end();
  })();
  return true;
};

/**
 * Hands a command to the process that owns the home, and tells each line of its answer.
 * @returns whether all was well, as the owner says
 * @throws Failure `in-use` where it does not answer commands (it is no server, or just starts or stops).
 */
const hand = async (home: string, owner: Owner, command: Command, onLine: (line: Line) => void): Promise<boolean> => {
  if (!owner.address) throw inUse(home, owner);
  const response = await fetch(`${owner.address}${COMMAND_PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(command),
  }).catch(() => undefined);
  if (!response?.ok || !response.body) throw inUse(home, owner);
  let rest = '';
  const decoder = new TextDecoder();
  const stopped = new Failure('server-stopped', `The server (process ${owner.pid}) stopped before it was done.`);
  try {
    for await (const piece of response.body) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const line = JSON.parse(text) as Line;
        if ('done' in line) return line.well ?? true;
        // What the user did wrong is said as it would be without a server.
        if ('error' in line && line.code) throw new Failure(line.code, line.error);
        if ('error' in line) throw new Failure('server', `The server (process ${owner.pid}) says: ${line.error}`);
        onLine(line);
      }
    }
  } catch (error) {
    throw error instanceof Failure ? error : stopped;
  }
  throw stopped;
};

/** Hands inputs over. @throws Failure as `hand` */
export const handOver = async (
  home: string,
  owner: Owner,
  adding: Adding,
  onAdded: (added: Added, index: number) => void,
): Promise<void> => {
  await hand(home, owner, adding, (line) => 'added' in line && onAdded(line.added, line.index));
};

/** Hands a task of upkeep over. @returns whether all was well. @throws Failure as `hand` */
export const handTask = (home: string, owner: Owner, task: Task, say: Say): Promise<boolean> =>
  hand(home, owner, { task }, (line) => 'say' in line && say(line.say));

/** Asks the owner something. @returns its answer. @throws Failure as `hand`, and the answer's own */
export const ask = async (home: string, owner: Owner, question: string, argument: string): Promise<unknown> => {
  let answer: unknown;
  await hand(home, owner, { ask: question, argument }, (line) => {
    if ('answer' in line) answer = line.answer;
  });
  return answer;
};
