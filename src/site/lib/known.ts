/** What a report's claims make known, by how they stand, and what they leave open. */
import type { Bilingual, Language, Modality } from '../../model/index.ts';
import type { PublicClaim, PublicReport } from '../../publish/types.ts';

/** One sentence with the claims that it tells. */
export type Sentence = { readonly text: string; readonly claims: readonly string[] };
export type Group = { readonly name: 'happened' | 'planned' | 'denied' | 'older'; readonly told: readonly Sentence[] };

export type Known = {
  readonly groups: readonly Group[];
  /** Claims that no shown sentence tells. */
  readonly more: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly unnamed: number;
  /** No claim states a number of dead or injured, though one tells of violence. */
  readonly noToll: boolean;
};

/** As many sentences as are read at a glance; the notes beside the text hold all. */
const MOST: Readonly<Record<Group['name'], number>> = { happened: 6, planned: 4, denied: 4, older: 2 };

const NEGATIVE: readonly Modality[] = ['denied', 'cancelled'];

const groupOf = (claim: PublicClaim): Group['name'] => {
  if (NEGATIVE.includes(claim.modality)) return 'denied';
  if (claim.modality !== 'asserted') return 'planned';
  return claim.background ? 'older' : 'happened';
};

export const knownOf = ({ claims }: PublicReport, language: Language): Known => {
  const own = claims.filter(
    (claim): claim is PublicClaim & { sentence: Bilingual } => !claim.same && claim.sentence !== undefined,
  );
  const told = (['happened', 'planned', 'denied', 'older'] as const).map((name): Group => {
    const sentences = new Map<string, string[]>();
    for (const claim of own.filter((one) => groupOf(one) === name)) {
      const text = claim.sentence[language];
      sentences.set(text, [...(sentences.get(text) ?? []), claim.id]);
    }
    return { name, told: [...sentences].slice(0, MOST[name]).map(([text, ids]) => ({ text, claims: ids })) };
  });
  const groups = told.filter((group) => group.told.length > 0);
  const shown = groups.flatMap((group) => group.told.flatMap((sentence) => sentence.claims));
  const assessed = (claim: PublicClaim): boolean => claim.type.startsWith('assessment.');
  return {
    groups,
    more: own.length - shown.length,
    undated: own.filter((claim) => claim.timeBasis === 'report' && !assessed(claim)).length,
    unplaced: own.filter((claim) => (claim.placesFrom === 'report' || claim.places.length === 0) && !assessed(claim))
      .length,
    unnamed: own.filter((claim) => claim.agents.length === 0 && claim.type.startsWith('violence.')).length,
    noToll: own.some((claim) => claim.type.startsWith('violence.')) && own.every((claim) => claim.tolls.length === 0),
  };
};
