/**
 * Who looks: the owner, who sees exact places and full texts, or the public.
 * The owner is whoever sits at this machine's own browser. What makes a request look local is easy to imitate by
 * accident: a reverse proxy or a tunnel on the same machine connects from 127.0.0.1 for every stranger, and a page on
 * the web can point its own name at 127.0.0.1 (DNS rebinding). A mistake towards «public» costs the owner a look at
 * `localhost`; a mistake towards «owner» may cost somebody their life. So each sign has to be right, and any doubt is
 * «public».
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Audience } from '../marsad/index.ts';

export type Bound = {
  /** Address that the server is bound to. */
  readonly host: string;
  readonly port: number;
  /** `--public`: everybody is the public, also on this machine. Right behind any proxy. */
  readonly public: boolean;
};

export type Request = Pick<IncomingMessage, 'headers' | 'httpVersionMajor' | 'httpVersionMinor'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

export const isLoopback = (address: string | undefined): boolean => {
  if (!address) return false;
  if (address === 'localhost' || address === '::1') return true;
  const v4 = address.replace(/^::ffff:/i, '');
  return isIP(v4) === 4 && v4.startsWith('127.');
};

/** Headers that a proxy, a tunnel or a content network adds; a browser that speaks to us directly sends none of them. */
const RELAYED =
  /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip|x-client-ip|x-original-.*|true-client-ip|cf-.*|fly-.*|tailscale-.*|ngrok-.*)$/;

/** Names under which a browser on this machine reaches us. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export const audienceOf = (bound: Bound, request: Request): Audience => {
  const { headers, socket } = request;
  const hosts = OWN_NAMES.flatMap((name) => (bound.port === 80 ? [name, `${name}:80`] : [`${name}:${bound.port}`]));
  const owner =
    !bound.public &&
    isLoopback(bound.host) &&
    isLoopback(socket.remoteAddress) &&
    hosts.includes(headers.host?.toLowerCase() ?? '') &&
    // nginx speaks HTTP/1.0 to what it stands before, by default without any header of its own: browsers do not.
    (request.httpVersionMajor > 1 || (request.httpVersionMajor === 1 && request.httpVersionMinor >= 1)) &&
    !Object.keys(headers).some((name) => RELAYED.test(name));
  return owner ? 'owner' : 'public';
};
