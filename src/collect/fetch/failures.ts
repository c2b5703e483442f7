/** Why an address gave nothing, in one line that says what to do. */
import { Failure } from '../../model/index.ts';
import { isRefusal } from './addresses.ts';
import type { Exchange } from './exchange.ts';

/** Codes are those of Node's network layer. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name could not be looked up; is this machine online?',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'it did not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it; is this machine online?',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

export const addressFailure = (address: string, error: unknown, timeLimit: number): Failure => {
  if (error instanceof Failure) return error;
  if (isRefusal(error)) return new Failure('private-address', `${address} was not asked: ${error.message}`);
  if (!(error instanceof Error)) return new Failure('unreachable', `${address} cannot be reached: ${String(error)}.`);
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return new Failure('timeout', `${address} took longer than ${timeLimit / 1000} s. Try again later.`);
  // Several addresses of one host were tried: the first failure speaks for them.
  const cause = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code] ?? (code.startsWith('HPE_') ? 'it does not answer in HTTP' : code || cause.message);
  return new Failure('unreachable', `${address} cannot be reached: ${reason}.`);
};

export const statusFailure = (
  address: string,
  { status, statusText }: Pick<Exchange, 'status' | 'statusText'>,
): Failure =>
  new Failure(
    status === 429 || status >= 500 ? 'busy' : status === 404 || status === 410 ? 'gone' : 'http-status',
    `${address} answered ${status} ${statusText}`.trim().concat('.'),
  );

const PASSING = new Set(['timeout', 'unreachable', 'busy', 'cut-off']);

/** Whether the same request may go well a little later. */
export const mayHelpAgain = (failure: Failure): boolean =>
  PASSING.has(failure.code) && !/no such host|certificate/.test(failure.message);
