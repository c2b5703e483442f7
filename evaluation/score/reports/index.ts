/** A reading against an annotation: claims found, their fields, mentions, values, parts and date of issue. */
import type { Span } from '../../../src/model/index.ts';
import { type Marked, overlap } from '../../annotate/index.ts';
import { claimFields, mentionFields, sideOf } from './fields.ts';
import { claimPairs, mentionPairs } from './pairs.ts';
import { addTallies, type Counts, type Tally } from './tally.ts';

export { claimFields, sideOf } from './fields.ts';
export { acceptable, claimPairs } from './pairs.ts';
export { addTallies, scoresIn, type Tally } from './tally.ts';

/** Measures in the order in which they are shown; a measure that nothing was counted for is left out. */
export const MEASURES: readonly (readonly [title: string, measures: readonly string[]])[] = [
  ['claims', ['claims', 'claims of the right type']],
  [
    'fields, given the claim',
    [
      'all fields',
      'type',
      'change',
      'agents',
      'targets',
      'instruments',
      'places',
      'origin',
      'destination',
      'time',
      'toll',
      'speakers',
      'modality',
      'kept from asserted',
      'status',
      'background',
      'same',
      'purpose',
    ],
  ],
  [
    'mentions',
    [
      'mentions',
      'actor',
      'person',
      'place',
      'facility',
      'time mention',
      'quantity',
      'weapon',
      'nationality',
      'document',
    ],
  ],
  ['values, given the mention', ['actor id', 'place id', 'time value', 'quantity value']],
  ['frame', ['parts', 'issued, earliest', 'issued, latest']],
];

const same = (right: boolean): Counts => ({ right: right ? 1 : 0, predicted: 1, gold: 1 });

const kindName = (kind: string): string => (kind === 'time' ? 'time mention' : kind);

const single = (measure: string, counts: Counts): Tally => new Map([[measure, counts]]);

const touching = (span: Span, others: readonly Span[]): boolean => others.some((other) => overlap(other, span) > 0);

/**
 * Mentions that count. The number of a toll is scored with its claim, and the «Israeli» of «the Israeli army» with its
 * actor, so that nobody has to list them twice: not where one side has it so, whatever the other says.
 */
const countedIn = (mine: Marked, theirs: Marked): Marked['mentions'] => {
  const tolls = [mine, theirs]
    .flatMap(({ claims }) => claims)
    .flatMap(({ toll }) => toll.flatMap((each) => [each, ...(each.including ?? [])]));
  const named = [...mine.mentions, ...theirs.mentions].filter(({ kind }) =>
    ['actor', 'person', 'place', 'facility'].includes(kind),
  );
  return mine.mentions.filter((mention) => {
    if (mention.kind === 'quantity') return !touching(mention, tolls);
    return mention.kind !== 'nationality' || !touching(mention, named);
  });
};

/** @returns the counts of every measure for one report; `other` may be a reader's or a second person's. */
export const scoreReport = (gold: Marked, other: Marked): Tally => {
  const sides = [sideOf(gold), sideOf(other)] as const;
  const claims = claimPairs(gold.claims, other.claims);
  const [golds, others] = [countedIn(gold, other), countedIn(other, gold)];
  const mentions = mentionPairs(golds, others);
  const fields = claims.flatMap(([g, o]) => claimFields(gold.claims[g]!, other.claims[o]!, sides));
  const typed = fields.filter(([measure, { right }]) => measure === 'type' && right === 1).length;
  const of = (right: number): Counts => ({ right, predicted: other.claims.length, gold: gold.claims.length });
  const kinds = new Set([...golds, ...others].map(({ kind }) => kind));
  const ofKind = (kind: string, list: Marked['mentions']): number => list.filter((each) => each.kind === kind).length;
  return addTallies([
    single('claims', of(claims.length)),
    single('claims of the right type', of(typed)),
    ...fields.map(([measure, counts]) => single(measure, counts)),
    // What was kept from being asserted is counted with modality already.
    ...fields.flatMap(([measure, counts]) => (measure === 'kept from asserted' ? [] : [single('all fields', counts)])),
    single('mentions', { right: mentions.length, predicted: others.length, gold: golds.length }),
    ...[...kinds].map((kind) =>
      single(kindName(kind), {
        right: mentions.filter(([g]) => golds[g]!.kind === kind).length,
        predicted: ofKind(kind, others),
        gold: ofKind(kind, golds),
      }),
    ),
    ...mentions
      .flatMap(([g, o]) => mentionFields(golds[g]!, others[o]!, sides))
      .map(([measure, counts]) => single(measure, counts)),
    ...gold.parts.map((part) =>
      single('parts', same(other.parts.find(({ start }) => start === part.start)?.kind === part.kind)),
    ),
    single('issued, earliest', same(gold.issued.earliest === other.issued.earliest)),
    single('issued, latest', same(gold.issued.latest === other.issued.latest)),
  ]);
};
