/**
 * Denials of what others say, linked to what they deny: a claim that is denied to the claim of another speaker that tells
 * the same happening; and a denial that only points back («the army denies it», والجيش ينفي ذلك) to the claim before it.
 */
import type { Claim, Span } from '../../model/index.ts';
import type { Attribution } from '../attributions/index.ts';
import { sentenceIndexAt } from '../attributions/index.ts';
import type { Found } from '../mentions/index.ts';
import { mentionIn } from '../speakers/index.ts';
import type { Words } from '../text.ts';

/** A claim with the values of its places and doers. */
export type Deniable = {
  readonly claim: Claim;
  readonly places: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
};

// What can be said not to have happened.
const HAPPENINGS = /^(?:violence|control|posture|harm)\./;
// How many sentences back a pronoun reaches.
const BACK = 2;
const POINTS =
  /^(?:it|this|that|them|these|those|(?:the|this|that|these|those|such|any such|all) (?:[\p{L}-]+ )?(?:claims?|reports?|accusations?|allegations?|charges?|account|news|story|version|assertion|statement)(?: as [^,.]*)?)$/iu;
const POINTS_AR =
  /^(?:صحة |وجود )?(?:ذلك|هذا|هذه|تلك|الأمر|(?:هذه |هذا |تلك |ذلك )?(?:الأنباء|النبأ|الخبر|الأخبار|التقارير|التقرير|الاتهامات|الاتهام|المزاعم|الادعاءات|الادعاء|الرواية|الشائعات|المعلومات|التصريحات))(?: جملة وتفصيلا| تماما| بشدة| نفيا قاطعا)?$/;
// The pronoun that an Arabic verb bears: «وهو ما تنفيه الوزارة».
const BEARS = /(?:ه|ها|ته|تها)$/;

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === 0 || b.size === 0 || [...a].some((each) => b.has(each));

const general = (type: string): string => (type.startsWith('violence.') ? 'violence' : type);

/** @returns the claims, each with what it denies and who denies it */
export const withDenials = (
  words: Words,
  told: readonly Deniable[],
  attributions: readonly Attribution[],
  mentions: readonly (readonly Found[])[],
): Claim[] => {
  const denies = new Map<string, string>();
  const deniedBy = new Map<string, { mention: string; cue: Span; claim?: string }[]>();
  const all = mentions.flat();
  /** One speaker under two mentions is one: by what it is linked to, else by the actor. */
  const identity = (id: string | undefined): string | undefined => {
    const found = id === undefined ? undefined : all.find((m) => m.id === id);
    return found?.actor ?? found?.place?.id ?? found?.same ?? id;
  };
  const voice = ({ speakers }: Claim): string | undefined => identity(speakers[0]?.mention);
  const at = ({ trigger }: Claim): number => sentenceIndexAt(words, trigger.start);
  const link = (target: Claim, denial: { mention: string; cue: Span; claim?: string }): void => {
    const known = deniedBy.get(target.id) ?? [];
    if (known.some(({ mention }) => identity(mention) === identity(denial.mention))) return;
    deniedBy.set(target.id, [...known, denial]);
  };
  for (const denial of told) {
    const [speaker] = denial.claim.speakers;
    if (denial.claim.modality !== 'denied' || speaker === undefined) continue;
    const others = told.filter(
      ({ claim, places, actors }) =>
        claim !== denial.claim &&
        claim.modality !== 'denied' &&
        claim.modality !== 'cancelled' &&
        general(claim.type) === general(denial.claim.type) &&
        voice(claim) !== identity(speaker.mention) &&
        meets(places, denial.places) &&
        meets(actors, denial.actors),
    );
    const place = at(denial.claim);
    const exact = others.filter(({ claim }) => claim.type === denial.claim.type);
    // The nearest one that was told, before rather than behind.
    const [nearest] = (exact.length > 0 ? exact : others)
      .map(({ claim }) => ({ claim, away: at(claim) <= place ? place - at(claim) : at(claim) - place + 1 }))
      .sort((a, b) => a.away - b.away);
    if (nearest === undefined) continue;
    denies.set(denial.claim.id, nearest.claim.id);
    link(nearest.claim, { mention: speaker.mention, cue: speaker.cue, claim: denial.claim.id });
  }
  for (const { sense, source, cue, content, sentence } of attributions) {
    const [first] = source;
    if (sense !== 'deny' || first === undefined) continue;
    const said = content
      .map(({ start, end }) => words.text.slice(start, end))
      .join(' ')
      .replace(/[\s.,،؛;]+$/u, '');
    const verb = words.text.slice(cue[0]!.start, cue[0]!.end);
    const points = POINTS.test(said) || POINTS_AR.test(said) || (said === verb && BEARS.test(verb));
    if (!points) continue;
    const speaker = mentionIn({ start: first.start, end: source.at(-1)!.end }, mentions[sentence] ?? []);
    if (speaker === undefined) continue;
    const before = told.findLast(
      ({ claim }) =>
        HAPPENINGS.test(claim.type) &&
        claim.trigger.end <= cue[0]!.start &&
        sentence - at(claim) <= BACK &&
        claim.modality !== 'denied' &&
        voice(claim) !== identity(speaker.id),
    );
    if (before) link(before.claim, { mention: speaker.id, cue: { start: cue[0]!.start, end: cue.at(-1)!.end } });
  }
  return told.map(({ claim }) => ({
    ...claim,
    ...(denies.has(claim.id) && { denies: denies.get(claim.id)! }),
    ...(deniedBy.has(claim.id) && { deniedBy: deniedBy.get(claim.id)! }),
  }));
};
