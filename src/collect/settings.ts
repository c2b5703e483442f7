/** How this observatory collects: what its people set, out of the environment. */
import { createHash } from 'node:crypto';
import { Failure } from '../model/index.ts';
import { type Allowance, allowanceOf } from './fetch/addresses.ts';
import { HOST_LIMITS, type HostLimits } from './fetch/hosts.ts';

export type CollectSettings = {
  /** Who answers for the requests: an address of mail or web, sent with each of them. */
  readonly contact?: string;
  /** Who collects, in the evidence: a person or a team. The tool stands there by itself. */
  readonly collector?: string;
  /** Addresses that are asked though they are private. */
  readonly allowed: Allowance;
  readonly limits: HostLimits;
  /** Address of an RFC 3161 time-stamping authority that signs the hash of each capture. */
  readonly timestamps?: string;
  /** A picture of each page is kept, drawn by a Chromium that is found on this machine. */
  readonly pictures: boolean;
  /** SHA-256 of what was set, for the evidence. */
  readonly hash: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = [
  'MARSAD_CONTACT',
  'MARSAD_COLLECTOR',
  'MARSAD_ALLOW_ADDRESSES',
  'MARSAD_HOST_PAUSE',
  'MARSAD_TIMESTAMP_URL',
  'MARSAD_PICTURES',
] as const;

const pauseOf = (value: string | undefined): number => {
  if (!value) return HOST_LIMITS.pause;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds >= 0 && seconds <= 3600) return seconds * 1000;
  throw new Failure('bad-setting', `MARSAD_HOST_PAUSE: «${value}» is no number of seconds. Write 1 or 0.5.`);
};

const printable = (name: string, value: string | undefined): string | undefined => {
  // It goes into a header, where a line break would begin another one.
  if (value && !/^[\x20-\x7e]{1,200}$/.test(value) && name === 'MARSAD_CONTACT')
    throw new Failure(
      'bad-setting',
      `${name} goes into a header: write it in ASCII, on one line, such as desk@example.org.`,
    );
  return value || undefined;
};

/**
 * Settings out of environment variables; see NAMES.
 * @throws Failure `bad-setting` with one line where a value cannot be meant
 */
export const collectSettings = (environment: Environment = {}): CollectSettings => {
  const contact = printable('MARSAD_CONTACT', environment.MARSAD_CONTACT);
  const collector = environment.MARSAD_COLLECTOR || undefined;
  const timestamps = environment.MARSAD_TIMESTAMP_URL || undefined;
  if (timestamps && !(URL.canParse(timestamps) && /^https?:$/.test(new URL(timestamps).protocol)))
    throw new Failure('bad-setting', `MARSAD_TIMESTAMP_URL: «${timestamps}» is no web address.`);
  const set = NAMES.map((name) => `${name}=${environment[name] ?? ''}\n`).join('');
  return {
    ...(contact && { contact }),
    ...(collector && { collector }),
    allowed: allowanceOf(environment.MARSAD_ALLOW_ADDRESSES),
    limits: { ...HOST_LIMITS, pause: pauseOf(environment.MARSAD_HOST_PAUSE) },
    ...(timestamps && { timestamps }),
    pictures: /^(?:1|yes|true)$/i.test(environment.MARSAD_PICTURES ?? ''),
    hash: createHash('sha256').update(set).digest('hex'),
  };
};
