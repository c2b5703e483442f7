/** The last look: every free text of a value once more, so that a path that somebody forgot leaks nothing. */
import type { Veil } from './veil.ts';

/** Keys whose values come from fixed lists, from the code book or from hashes, and are read by programs. */
const FIXED = new Set(
  (
    'id reportId recordId claims same type kind label definition time issued review modality change status harm ' +
    'timeBasis placesFrom stance by madeAt fetchedAt hash mediaType terms direction language quoteLanguage ' +
    'standfirstLanguage precision role country version svg'
  ).split(' '),
);

const scrubbed = (value: unknown, veil: Veil): unknown => {
  if (typeof value === 'string') return veil.clean(value, 'names');
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, veil));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      // `claims` is a list of ids in a run, and of whole claims in a report.
      FIXED.has(key) && !(Array.isArray(one) && typeof one[0] === 'object') ? one : scrubbed(one, veil),
    ]),
  );
};

/** The same value with every withheld name replaced wherever words stand free. */
export const scrub = <T extends object>(value: T, veil: Veil): T => scrubbed(value, veil) as T;

/** An address, or nothing where it would tell a withheld name. */
export const safeAddress = (address: string | undefined, veil: Veil): string | undefined => {
  if (address === undefined) return undefined;
  let plain = address;
  try {
    plain = decodeURIComponent(address);
  } catch {
    // A broken escape is looked at as it stands.
  }
  return veil.hides(plain) || veil.hides(address) ? undefined : address;
};
