/**
 * Which network addresses may be asked. A feed or a redirect can name anything: without this, a stranger's feed could
 * have this machine ask the router, the cloud's metadata service or a database beside it.
 */
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Failure } from '../../model/index.ts';

type Parsed = ReturnType<typeof ipaddr.parse>;

/** True of an address of a machine or network that is allowed though it is not public. */
export type Allowance = (address: string) => boolean;

const plain = (address: string): Parsed => ipaddr.process(address.replace(/^\[|\]$/g, '').replace(/%.*$/, ''));

/**
 * Addresses and networks that may be asked though they are not public.
 * @param list addresses or networks in CIDR notation, parted by blanks or commas: `127.0.0.1, 10.20.0.0/16, fd00::/8`
 * @throws Failure `bad-setting` where one is neither
 */
export const allowanceOf = (list: string | undefined): Allowance => {
  const networks = (list ?? '')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      try {
        if (entry.includes('/')) return ipaddr.parseCIDR(entry);
        const address = plain(entry);
        return [address, address.kind() === 'ipv4' ? 32 : 128] as const;
      } catch {
        throw new Failure(
          'bad-setting',
          `MARSAD_ALLOW_ADDRESSES: «${entry}» is neither an address nor a network. Write 10.20.0.0/16 or 127.0.0.1.`,
        );
      }
    });
  return (address) => {
    const asked = plain(address);
    return networks.some(
      ([network, bits]) => network.kind() === asked.kind() && asked.match(network as never, bits as never),
    );
  };
};

/** Whether the address is one of the open internet: not private, loopback, link-local, reserved or a way into these. */
export const isPublic = (address: string): boolean => {
  try {
    return plain(address).range() === 'unicast';
  } catch {
    return false;
  }
};

const CODE = 'MARSAD_ADDRESS';

/** What stands in for a connection that is not made. */
export const refused = (host: string, address: string): Error =>
  Object.assign(
    new Error(
      `${host} is ${host === address ? 'an address' : `at ${address}, an address`} of a private network or of this machine, and these are not asked. Where it is meant, allow it: MARSAD_ALLOW_ADDRESSES=${address}`,
    ),
    { code: CODE },
  );

export const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === CODE;

/** The address that a host name already is, if it is one. */
export const literalOf = (hostname: string): string | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : undefined;
};

/**
 * A look-up that gives only addresses that may be asked. The connection goes to what it gives and to nothing else, so
 * that a name which answers differently the second time changes nothing.
 */
export const guarded =
  (lookup: LookupFunction, allowed: Allowance): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const open = addresses.filter(({ address }) => isPublic(address) || allowed(address));
      const first = open[0];
      if (!first) return callback(refused(hostname, addresses[0]?.address ?? 'no address'), '', 0);
      return options.all ? callback(null, open as never) : callback(null, first.address, first.family);
    });
