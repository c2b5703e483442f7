/** What a report is about: actors, places and topics of its claims, those of most claims first. */
import type { Bilingual } from '../../model/index.ts';
import type { Name, PublicClaim, PublicReport } from '../../publish/types.ts';

export type Tag = { readonly id?: string; readonly name: Name };
export type Tags = {
  readonly actors: readonly Tag[];
  readonly places: readonly Tag[];
  readonly topics: readonly { readonly type: string; readonly label: Bilingual }[];
};

const MOST = 8;

const ranked = <T>(values: readonly T[], key: (value: T) => string): T[] => {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const known = counts.get(key(value));
    if (known) known.count += 1;
    else counts.set(key(value), { value, count: 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ value }) => value);
};

type Linked = Readonly<Record<'actors' | 'places', readonly string[]>>;

/** A tag leads to a page only where there is one. */
const reachable = (tag: Tag, linked: readonly string[] | undefined): Tag =>
  linked === undefined || (tag.id !== undefined && linked.includes(tag.id)) ? tag : { name: tag.name };

/** Only actors with an id: words that describe somebody are no topic. @param linked ids that have pages; all of them, unless told */
export const tagsOf = ({ claims, parts }: PublicReport, linked?: Linked): Tags => {
  const headline = parts.find((part) => part.kind === 'headline')?.claims ?? [];
  const fuller = new Set(claims.flatMap((claim) => (headline.includes(claim.id) ? [claim.same ?? claim.id] : [])));
  // What the headline tells counts as often as the whole text can; what is only recalled comes last.
  const news = claims.filter((claim) => !claim.same && !claim.background);
  const first = claims
    .filter((claim) => fuller.has(claim.id))
    .flatMap((claim) => Array<PublicClaim>(news.length).fill(claim));
  const own = [...first, ...news, ...claims.filter((claim) => !claim.same && claim.background)];
  const actors = own.flatMap((claim) => [...claim.agents, ...claim.targets]).filter((actor) => actor.id !== undefined);
  return {
    actors: ranked(actors, (actor) => actor.id ?? '').map((one) => reachable(one, linked?.actors)),
    places: ranked(
      own.flatMap((claim) => claim.places),
      (place) => place.id ?? JSON.stringify(place.name),
    ).map((one) => reachable(one, linked?.places)),
    topics: ranked(
      own.map(({ type, label }) => ({ type, label })),
      ({ type }) => type,
    ),
  };
};
