/** Commands handed over to the process that holds the store: one address on its server, for this user's commands alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Added, Failure, type Input, inUse, type Observatory, type Owner } from '../marsad/index.ts';
import { isLoopback } from './audience.ts';

export const COMMAND_PATH = '/.marsad/command';

/** A list of paths and addresses; more than this is no list that a person gave. */
const COMMAND_LIMIT = 4 * 1024 * 1024;

type Line = { readonly added: Added; readonly index: number } | { readonly done: true } | { readonly error: string };

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
  observatory: Pick<Observatory, 'add' | 'token'>,
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
      const { inputs } = JSON.parse(await bodyOf(request)) as { readonly inputs: readonly Input[] };
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      await observatory.add(inputs, (added, index) => send({ added, index }));
      send({ done: true });
    } catch (error) {
      send({ error: error instanceof Error ? error.message : String(error) });
    }
    response.end();
  })();
  return true;
};

/**
 * Hands inputs to the process that owns the home.
 * @throws Failure `in-use` where it does not answer commands (it is no server, or just starts or stops).
 */
export const handOver = async (
  home: string,
  owner: Owner,
  inputs: readonly Input[],
  onAdded: (added: Added, index: number) => void,
): Promise<void> => {
  if (!owner.address) throw inUse(home, owner);
  const response = await fetch(`${owner.address}${COMMAND_PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ inputs }),
  }).catch(() => undefined);
  if (!response?.ok || !response.body) throw inUse(home, owner);
  let rest = '';
  const decoder = new TextDecoder();
  const stopped = new Failure(
    'server-stopped',
    `The server (process ${owner.pid}) stopped before it had added everything.`,
  );
  try {
    for await (const piece of response.body) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const line = JSON.parse(text) as Line;
        if ('done' in line) return;
        if ('error' in line) throw new Failure('server', `The server (process ${owner.pid}) says: ${line.error}`);
        onAdded(line.added, line.index);
      }
    }
  } catch (error) {
    throw error instanceof Failure ? error : stopped;
  }
  throw stopped;
};
