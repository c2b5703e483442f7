/**
 * What people set, laid over what a reader read. Pure. A correction names its claim by where the trigger stands, by type
 * and ordinal, so that it finds it in the reading of any reader that reads the claim there; else the case is a person's.
 */
import type { Anchor, Claim, Correction, Mention, Reading } from '../model/index.ts';
import { anchorKey, anchorOf } from './compose.ts';

export type Layered = {
  readonly reading: Reading;
  /** Corrections whose claim the reader does not read there any more. */
  readonly lost: readonly Correction[];
  /** By claim id, as the reader read it. */
  readonly anchors: ReadonlyMap<string, Anchor>;
};

const RULE = 'person';

/** Mentions for what a person named; a value without words of its own stands at the trigger. */
const mentionMaker = (claim: Claim, correction: Correction, mentions: Mention[]) => {
  const make = (values: Omit<Mention, 'id' | 'start' | 'end' | 'rule'>, span = claim.trigger): string => {
    const id = `${RULE}:${correction.id}:${mentions.length}`;
    mentions.push({ id, ...values, start: span.start, end: span.end, rule: RULE });
    return id;
  };
  return {
    actors: (set: NonNullable<NonNullable<Correction['set']>['agents']>): readonly string[] =>
      set.map(({ actor, words, private: hidden }) =>
        make({ kind: 'actor', ...(actor && { actor }), ...(hidden && { private: hidden }) }, words),
      ),
    places: (set: NonNullable<NonNullable<Correction['set']>['places']>): readonly string[] =>
      set.map((place) => make({ kind: 'place', place })),
  };
};

const corrected = (claim: Claim, correction: Correction, mentions: Mention[]): Claim => {
  const { type, change, modality, status, background, agents, targets, places, time } = correction.set ?? {};
  const made = mentionMaker(claim, correction, mentions);
  return {
    ...claim,
    ...(type && { type }),
    ...(change && { change }),
    ...(modality && { modality }),
    ...(status && { status }),
    ...(background !== undefined && { background }),
    ...(agents && { agents: made.actors(agents) }),
    ...(targets && { targets: made.actors(targets) }),
    ...(places && { places: made.places(places), placesFrom: 'clause' as const }),
    ...(time && { time: { ...time, basis: 'stated' as const } }),
    confidence: 1,
    by: 'person',
  };
};

/** @param corrections of this report, in the order in which they were made: a later one goes before an earlier */
export const layer = (reading: Reading, corrections: readonly Correction[]): Layered => {
  const anchors = new Map(reading.claims.map((claim) => [claim.id, anchorOf(reading.claims, claim)]));
  if (corrections.length === 0) return { reading, lost: [], anchors };
  const byKey = new Map(reading.claims.map((claim) => [anchorKey(anchors.get(claim.id)!), claim.id]));
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]));
  const mentions: Mention[] = [...reading.mentions];
  const lost: Correction[] = [];
  const rejected = new Set<string>();
  for (const correction of corrections) {
    const id = byKey.get(anchorKey(correction.anchor));
    const claim = id === undefined ? undefined : claims.get(id);
    if (!claim) lost.push(correction);
    else if (correction.reject) rejected.add(claim.id);
    else {
      rejected.delete(claim.id);
      claims.set(claim.id, corrected(claim, correction, mentions));
    }
  }
  const left = [...claims.values()]
    .filter((claim) => !rejected.has(claim.id))
    .map((claim) => {
      if (claim.same === undefined || !rejected.has(claim.same)) return claim;
      const { same: _same, ...alone } = claim;
      return alone;
    });
  return { reading: { ...reading, mentions, claims: left }, lost, anchors };
};
