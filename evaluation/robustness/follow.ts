/** Whether the claims of a report follow a change of its words: the same claims, with the new towns, actors, days and numbers in them. */
import type { Span } from '../../src/model/index.ts';
import { type Annotated, type Marked, type MarkedClaim, overlap } from '../annotate/index.ts';
import { keyOf, type Variant } from './swaps.ts';

export type Followed = {
  readonly claims: number;
  readonly followed: number;
  /** In words, for whoever mends the reader: each claim that did not follow, and why. */
  readonly lost: readonly string[];
};

type Mention = Marked['mentions'][number];

const ROLES = ['agents', 'targets', 'instruments', 'places', 'origin', 'destination'] as const;

const nextDay = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const byId = ({ mentions }: Marked): ((id: string) => Mention) => {
  const all = new Map(mentions.map((mention) => [mention.id, mention]));
  return (id) => all.get(id)!;
};

/** Why a claim of the variant is not the one that the claim before the change has become; undefined where it is. */
const difference = (
  before: MarkedClaim,
  after: MarkedClaim,
  sides: readonly [(id: string) => Mention, (id: string) => Mention],
  variant: Variant,
  near: (span: Span) => boolean,
): string | undefined => {
  const [one, two] = sides;
  for (const field of ['type', 'change', 'modality'] as const)
    if (before[field] !== after[field]) return `${field}: ${before[field] ?? 'none'} became ${after[field] ?? 'none'}`;
  for (const role of ROLES)
    for (const id of before[role]) {
      const mention = one(id);
      // Paragraphs that changed their order may lend each other other names.
      if (!near(mention)) continue;
      const now = variant.at(mention);
      const found = now && after[role].map(two).find((each) => overlap(each, now) > 0);
      if (found === undefined) return `${role}: one was lost`;
      const wanted = variant.ids.get(keyOf(mention));
      const is = found.actor ?? found.place?.id;
      if (wanted !== undefined && is !== wanted) return `${role}: ${wanted} was read as ${is ?? 'nobody known'}`;
    }
  const time = before.time.mention === undefined ? undefined : one(before.time.mention);
  if (time !== undefined && near(time)) {
    const moved = variant.swap === 'dates' && variant.moved.some((edit) => overlap(edit, time) > 0);
    if (
      moved &&
      (after.time.earliest !== nextDay(before.time.earliest) || after.time.latest !== nextDay(before.time.latest))
    )
      return `time: ${before.time.latest ?? ''} became ${after.time.latest ?? ''}`;
  }
  for (const toll of before.toll) {
    const grown = variant.swap === 'numbers' && variant.moved.some((edit) => overlap(edit, toll) > 0) ? 2 : 0;
    if (!after.toll.some(({ harm, low }) => harm === toll.harm && low === toll.low + grown))
      return `toll: ${toll.harm} ${toll.low + grown} was not read`;
  }
  return undefined;
};

/** @param before reading of the report as it stands; @param after reading of the variant */
export const follow = (report: Annotated, before: Marked, after: Marked, variant: Variant): Followed => {
  const sides = [byId(before), byId(after)] as const;
  const lost: string[] = [];
  for (const claim of before.claims) {
    const paragraph = report.parts.find((part) => overlap(part, claim.trigger) > 0);
    const near = (span: Span): boolean =>
      variant.swap !== 'order' || (paragraph !== undefined && overlap(paragraph, span) > 0);
    const trigger = variant.at(claim.trigger);
    const candidates = trigger === undefined ? [] : after.claims.filter((each) => overlap(each.trigger, trigger) > 0);
    const faults = candidates.map((each) => difference(claim, each, sides, variant, near));
    if (faults.includes(undefined)) continue;
    const words = report.text.slice(claim.trigger.start, claim.trigger.end);
    lost.push(`${report.name}, ${variant.swap}: ${claim.type} «${words}»: ${faults[0] ?? 'no longer read'}`);
  }
  return { claims: before.claims.length, followed: before.claims.length - lost.length, lost };
};
