/** Who is taken for the owner: nobody about whom there is a doubt. */
import { describe, expect, it } from 'vitest';
import { audienceOf, type Bound, isLoopback, type Request } from './audience.ts';

const bound: Bound = { host: '127.0.0.1', port: 4173, public: false };
const asked = (
  headers: Record<string, string> = {},
  remoteAddress?: string,
  version: [number, number] = [1, 1],
): Request => ({
  headers: { host: 'localhost:4173', ...headers },
  httpVersionMajor: version[0],
  httpVersionMinor: version[1],
  socket: { remoteAddress: remoteAddress ?? '127.0.0.1' },
});

describe('the owner', () => {
  it.each<[string, Bound, Request]>([
    ['at localhost', bound, asked()],
    ['at 127.0.0.1', bound, asked({ host: '127.0.0.1:4173' })],
    ['at [::1]', { ...bound, host: '::1' }, asked({ host: '[::1]:4173' }, '::1')],
    ['at localhost, bound by name', { ...bound, host: 'localhost' }, asked({}, '::1')],
    ['over a socket of both families', bound, asked({}, '::ffff:127.0.0.1')],
    ['in capitals', bound, asked({ host: 'LOCALHOST:4173' })],
    ['at port 80, which browsers leave out', { ...bound, port: 80 }, asked({ host: 'localhost' })],
    ['over HTTP/2', bound, asked({}, undefined, [2, 0])],
  ])('%s', (_name, where, request) => {
    expect(audienceOf(where, request)).toBe('owner');
  });
});

describe('the public', () => {
  it.each<[string, Bound, Request]>([
    ['--public', { ...bound, public: true }, asked()],
    ['a server on every address', { ...bound, host: '0.0.0.0' }, asked()],
    ['a server on every IPv6 address', { ...bound, host: '::' }, asked({}, '::1')],
    ['a server in the network', { ...bound, host: '192.168.1.2' }, asked()],
    ['another machine', bound, asked({}, '192.168.1.7')],
    ['a socket that is gone', bound, { ...asked(), socket: { remoteAddress: undefined } }],
    ['a name of somebody else (DNS rebinding)', bound, asked({ host: 'evil.example:4173' })],
    ['a name that only begins as ours', bound, asked({ host: 'localhost.evil.example:4173' })],
    ['another port', bound, asked({ host: 'localhost:80' })],
    ['no port', bound, asked({ host: 'localhost' })],
    ['no host', bound, { ...asked(), headers: {} }],
    ['HTTP/1.0, as nginx speaks by default', bound, asked({}, undefined, [1, 0])],
    ...[
      'forwarded',
      'via',
      'x-forwarded',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-real-ip',
      'x-client-ip',
      'x-original-host',
      'true-client-ip',
      'cf-connecting-ip',
      'cf-ray',
      'fly-client-ip',
      'tailscale-user-login',
    ].map((name): [string, Bound, Request] => [`relayed, says ${name}`, bound, asked({ [name]: '127.0.0.1' })]),
  ])('%s', (_name, where, request) => {
    expect(audienceOf(where, request)).toBe('public');
  });
});

describe('loopback addresses', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['localhost', true],
    ['128.0.0.1', false],
    ['127.evil.example', false],
    ['0.0.0.0', false],
    ['::', false],
    ['', false],
  ])('%s: %s', (address, loopback) => {
    expect(isLoopback(address)).toBe(loopback);
  });
});
