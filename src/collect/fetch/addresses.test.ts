/** What may be asked, and what is never asked unless it is allowed: on the address that is really connected to. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureInput } from '../capture.ts';
import { collectSettings } from '../settings.ts';
import { realWorld } from '../world.ts';
import { allowanceOf, isPublic } from './addresses.ts';

describe('an address is of the open internet', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111'])('%s', (address) =>
    expect(isPublic(address)).toBe(true),
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback, further on', '127.9.9.9'],
    ['this machine', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds keep their keys', '169.254.169.254'],
    ['of a carrier', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['loopback', '::1'],
    ['this machine', '::'],
    ['private', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with its interface', 'fe80::1%eth0'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, in hexadecimal', '::ffff:7f00:1'],
    ['IPv4 behind a translator', '64:ff9b::7f00:1'],
    ['IPv4 in a tunnel', '2002:7f00:1::'],
    ['no address', 'localhost'],
  ])('not: %s %s', (_why, address) => expect(isPublic(address)).toBe(false));
});

describe('what is allowed though it is private', () => {
  const allowed = allowanceOf('127.0.0.1, 10.20.0.0/16 fd00::/8');
  it.each(['127.0.0.1', '10.20.3.4', 'fd00::7', '::ffff:127.0.0.1'])('%s', (address) =>
    expect(allowed(address)).toBe(true),
  );
  it.each(['127.0.0.2', '10.21.0.1', 'fe80::1', '192.168.0.1'])('not %s', (address) =>
    expect(allowed(address)).toBe(false),
  );
  it('has to be addresses', () => {
    expect(() => allowanceOf('router.lan')).toThrow(/MARSAD_ALLOW_ADDRESSES: «router\.lan» is neither/);
  });
});

describe('the address that is really connected to', () => {
  let server: Server;
  let port: number;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(200, { 'content-type': 'text/plain' }).end('secret');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  /** A name server that says a public address at first and this machine's from then on. */
  const rebinding = (): LookupFunction => {
    let times = 0;
    return (_name, options, callback) => {
      times += 1;
      const address = times === 1 ? '192.0.2.1' : '127.0.0.1';
      if (options.all) callback(null, [{ address, family: 4 }]);
      else callback(null, address, 4);
    };
  };

  it.each<[string, string, LookupFunction]>([
    ['a name for this machine', 'http://localhost', realWorld.lookup],
    ['a name that changes its answer', 'http://rebind.example', rebinding()],
    ['an address written as a number', 'http://2130706433', realWorld.lookup],
    ['an address written in octal', 'http://0177.0.0.1', realWorld.lookup],
    ['IPv4 in IPv6', 'http://[::ffff:127.0.0.1]', realWorld.lookup],
  ])('is refused: %s', async (_why, address, lookup) => {
    const options = { collector: 'marsad test', world: { ...realWorld, lookup } };
    await expect(captureInput(`${address}:${port}/`, options)).rejects.toMatchObject({
      code: 'private-address',
      message: expect.stringContaining('MARSAD_ALLOW_ADDRESSES='),
    });
    expect(asked).toBe(0);
  });

  it('is asked where it is allowed', async () => {
    const settings = collectSettings({ MARSAD_ALLOW_ADDRESSES: '127.0.0.0/8', MARSAD_HOST_PAUSE: '0' });
    const { bytes } = await captureInput(`http://127.0.0.1:${port}/`, { collector: 'marsad test', settings });
    expect(new TextDecoder().decode(bytes)).toBe('secret');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'data://text/plain,x',
    'javascript://alert(1)',
    'http://user:word@example.org/',
  ])('is none of %s', async (address) => {
    await expect(captureInput(address, { collector: 'marsad test' })).rejects.toMatchObject({ code: 'bad-address' });
  });
});
