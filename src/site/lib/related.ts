/** Other reports of the same event, actor or place, and which of these it is. */
import type { ReportLine } from '../../publish/types.ts';

export type Relation = 'sameEvent' | 'sameActor' | 'samePlace';
export type Related = { readonly line: ReportLine; readonly relation: Relation };

const MOST = 6;

const shared = (a: readonly string[] = [], b: readonly string[] = []): number =>
  a.filter((one) => b.includes(one)).length;

/** At most six, those that share an event first; equal ones in the order of the front page, which is newest first. */
export const relatedTo = (id: string, lines: readonly ReportLine[]): readonly Related[] => {
  const about = lines.find((line) => line.id === id)?.about;
  if (!about) return [];
  return lines
    .filter((line) => line.id !== id && line.about !== undefined)
    .map((line) => {
      const records = shared(about.records, line.about?.records);
      const actors = shared(about.actors, line.about?.actors);
      const places = shared(about.places, line.about?.places);
      const relation: Relation = records > 0 ? 'sameEvent' : actors > 0 ? 'sameActor' : 'samePlace';
      return { line, relation, weight: records * 100 + actors * 10 + places };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ line, relation }) => ({ line, relation }));
};
