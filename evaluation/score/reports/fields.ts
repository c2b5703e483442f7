/** The fields of two claims that are the same claim, and the values of two mentions that are the same mention. */
import { type Marked, type MarkedClaim, overlap } from '../../annotate/index.ts';
import { acceptable } from './pairs.ts';
import type { Counts } from './tally.ts';

type Mention = Marked['mentions'][number];

/** One side: its mentions by id, coreference followed. */
export type Side = { readonly get: (id: string) => Mention | undefined };

export const sideOf = ({ mentions }: Pick<Marked, 'mentions'>): Side => {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  return { get: (id) => byId.get(id) };
};

/** Id of the actor or place that a mention means, where need be by what it says again. */
const identity = (mention: Mention, side: Side): string | undefined => {
  let at: Mention | undefined = mention;
  for (let step = 0; at !== undefined && step < 20; step += 1) {
    const id = at.actor ?? at.place?.id;
    if (id !== undefined) return id;
    at = at.same === undefined ? undefined : side.get(at.same);
  }
  return undefined;
};

/** How many of two lists are the same, each used once. */
const shared = <A, B>(gold: readonly A[], other: readonly B[], same: (a: A, b: B) => boolean): Counts => {
  const left = [...other];
  let right = 0;
  for (const each of gold) {
    const at = left.findIndex((candidate) => same(each, candidate));
    if (at === -1) continue;
    left.splice(at, 1);
    right += 1;
  }
  return { right, predicted: other.length, gold: gold.length };
};

const verdict = (right: boolean): Counts => ({ right: right ? 1 : 0, predicted: 1, gold: 1 });

/** Of a value that either side may lack. */
const optional = <T>(gold: T | undefined, other: T | undefined): Counts => ({
  right: gold !== undefined && gold === other ? 1 : 0,
  predicted: other === undefined ? 0 : 1,
  gold: gold === undefined ? 0 : 1,
});

const flagged = (gold: boolean, other: boolean): Counts => optional(gold ? true : undefined, other ? true : undefined);

const tollItems = ({ toll }: MarkedClaim): string[] =>
  toll.flatMap(({ harm, low, high, including = [] }) => [
    `${harm} ${low}–${high ?? ''}`,
    ...including.map((part) => `including ${part.low}–${part.high ?? ''}`),
  ]);

const sameTime = (gold: MarkedClaim['time'], other: MarkedClaim['time'], sides: readonly [Side, Side]): boolean => {
  if (gold.basis === 'report' || other.basis === 'report') return gold.basis === other.basis;
  if (gold.earliest !== undefined || gold.latest !== undefined)
    return gold.earliest === other.earliest && gold.latest === other.latest;
  // «7 May» of no known year: the words are all that can be compared.
  const [a, b] = [sides[0].get(gold.mention ?? ''), sides[1].get(other.mention ?? '')];
  return a !== undefined && b !== undefined && overlap(a, b) > 0;
};

/** A place from further off than the clause, where a person named none: the contract allows it, so it is neither right nor wrong. */
const guessedBeside = (gold: MarkedClaim, other: MarkedClaim): boolean =>
  gold.places.length === 0 && other.placesFrom !== undefined && other.placesFrom !== 'clause';

/** Measures of one claim against the one that was found for it. */
export const claimFields = (
  gold: MarkedClaim,
  other: MarkedClaim,
  sides: readonly [Side, Side],
): [string, Counts][] => {
  const sameMention = (a: string, b: string): boolean => {
    const [one, two] = [sides[0].get(a), sides[1].get(b)];
    if (one === undefined || two === undefined) return false;
    if (overlap(one, two) > 0) return true;
    const id = identity(one, sides[0]);
    return id !== undefined && id === identity(two, sides[1]);
  };
  const roles = ['agents', 'targets', 'instruments', 'origin', 'destination'] as const;
  return [
    ['type', verdict(acceptable(gold, other.type))],
    ['change', optional(gold.change, other.change)],
    ...roles.map((role): [string, Counts] => [role, shared(gold[role], other[role], sameMention)]),
    ['places', shared(gold.places, guessedBeside(gold, other) ? [] : other.places, sameMention)],
    ['time', verdict(sameTime(gold.time, other.time, sides))],
    ['toll', shared(tollItems(gold), tollItems(other), (a, b) => a === b)],
    ['speakers', shared(gold.speakers, other.speakers, (a, b) => sameMention(a.mention, b.mention))],
    ['modality', verdict(gold.modality === other.modality)],
    ...(gold.modality === 'asserted'
      ? []
      : [['kept from asserted', verdict(other.modality !== 'asserted')] as [string, Counts]]),
    // Only where a word of the report says how far along it is.
    ...(gold.status === undefined ? [] : [['status', verdict(gold.status === other.status)] as [string, Counts]]),
    ['background', flagged(gold.background, other.background)],
    ['same', flagged(gold.same !== undefined, other.same !== undefined)],
    [
      'purpose',
      gold.purpose !== undefined && other.purpose !== undefined
        ? verdict(overlap(gold.purpose, other.purpose) > 0)
        : { right: 0, predicted: other.purpose ? 1 : 0, gold: gold.purpose ? 1 : 0 },
    ],
  ];
};

const KILOMETRES = 10;
const RADIUS = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine); undefined where a point is unknown. */
const distance = (a: NonNullable<Mention['place']>, b: NonNullable<Mention['place']>): number | undefined => {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined;
  const half = (x: number, y: number): number => Math.sin(radians(y - x) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * RADIUS * Math.asin(Math.sqrt(chord));
};

/** Measures of one mention against the one that was found for it. */
export const mentionFields = (gold: Mention, other: Mention, sides: readonly [Side, Side]): [string, Counts][] => {
  if (gold.kind === 'place') {
    const far = gold.place && other.place ? distance(gold.place, other.place) : undefined;
    const right = gold.place !== undefined && (gold.place.id === other.place?.id || (far ?? Infinity) <= KILOMETRES);
    return [['place id', { right: right ? 1 : 0, predicted: other.place ? 1 : 0, gold: gold.place ? 1 : 0 }]];
  }
  if (gold.kind === 'actor' || gold.kind === 'person')
    return [['actor id', optional(identity(gold, sides[0]), identity(other, sides[1]))]];
  if (gold.kind === 'time' && gold.time !== undefined)
    return [
      ['time value', verdict(gold.time.earliest === other.time?.earliest && gold.time.latest === other.time?.latest)],
    ];
  if (gold.kind === 'quantity' && gold.quantity !== undefined)
    return [
      [
        'quantity value',
        verdict(gold.quantity.low === other.quantity?.low && gold.quantity.high === other.quantity?.high),
      ],
    ];
  return [];
};
