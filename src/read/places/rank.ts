/**
 * Which place a name means. Every name of a report is weighed against every other, in passes: first by what it is and how
 * many live there, then by what the other names most likely are, where they lie, and what stands beside it. A name means
 * one place in one report. Linear in the length of the report: nearness is asked of the cells of a grid, not of pairs.
 */
import type { PlaceEntry } from '../data.ts';
import { cellOf, contextOf, NOBODY, shareOf, without } from './context.ts';
import type { Beside, Context, Group, Sense, Toponym } from './evidence.ts';
import { fits, groupsOf, isSame, mostLikely, topKind } from './senses.ts';
import type { PlaceIndex } from './value.ts';
import { WEIGHT } from './weights.ts';

export type Resolved = {
  readonly entry: PlaceEntry;
  /** How sure, calibrated: of names scored 0.8, four in five are within 161 km. */
  readonly score: number;
  /** close: another place fits about as well. undecided: so many do that naming one would be a guess. */
  readonly doubt?: 'close' | 'undecided';
};

const PASSES = 5;
/** Softmax of the scores, into `share`. */
const spread = (senses: readonly Sense[], scores: readonly number[]): void => {
  const best = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - best);
  senses.forEach((sense, at) => {
    sense.share = Math.exp(scores[at]! - best) / sum;
    sense.score = scores[at]!;
  });
};

const scoreOf = (sense: Sense, group: Group, context: Context, groups: ReadonlyMap<string, Group>): number => {
  const { entry, above, province, base } = sense;
  let score = base;
  // What the name itself may mean is no evidence for what it means.
  const own = group.own;
  const country = entry.country;
  score += WEIGHT.countryShare * shareOf(context, own, 'countries', country);
  score += WEIGHT.provinceShare * shareOf(context, own, 'provinces', province);
  // The State of Mexico is not meant by «Mexico» because other states are named.
  const namesake = group.senses.some((other) => other.entry.id === entry.parent);
  if (entry.kind === 'province' && entry.parent && !namesake)
    score += WEIGHT.peers * Math.min(2, without(context.peers, own.peers, entry.parent));
  if (entry.kind !== 'country') {
    let held = 0;
    for (const id of above) if (id !== entry.id) held = Math.max(held, without(context.named, own.named, id));
    // The root: a county that many states have is believed where one of them has the town too.
    score += WEIGHT.container * Math.sqrt(Math.min(1, held));
    if (entry.lat !== undefined) {
      const cell = cellOf(entry.lat, entry.lon!);
      let near = 0;
      for (let up = -1; up <= 1; up++)
        for (let along = -1; along <= 1; along++) near += without(context.cells, own.cells, cell + up * 1000 + along);
      score += WEIGHT.near * Math.min(2, near);
    }
  }
  let beside = 0;
  let people = 0;
  let kind = 0;
  for (const one of group.beside) {
    for (const { other, sure, listed } of one.inside) {
      const outer = groups.get(other.key);
      if (outer === undefined || outer === group) continue;
      // «Oregon, Ohio and Nevada» are states all three, though there is an Oregon in Ohio.
      if (listed && entry.kind !== topKind(outer) && group.senses.some((sense) => sense.entry.kind === topKind(outer)))
        continue;
      let holds = 0;
      for (const { entry: box, share: weight } of outer.senses)
        if (box.id !== entry.id && above.includes(box.id)) holds += sure ? Math.max(weight, 0.5) : weight;
      beside = Math.max(beside, Math.min(1, holds) * (sure ? WEIGHT.sure : WEIGHT.inside));
    }
    if (country && one.countries.includes(country)) people = WEIGHT.people;
    if (one.kind !== undefined) {
      if (fits(entry, one.kind)) kind = WEIGHT.kind;
    }
  }
  return score + beside + people + kind;
};

/**
 * @param names all place names of a report, in order
 * @param beside what stands beside each
 * @param peoples weight of each country by the peoples, actors and publisher of the report
 * @returns for each name its place, or undefined where nothing known bears it
 */
export const rankPlaces = (
  names: readonly Toponym[],
  beside: readonly Beside[],
  peoples: ReadonlyMap<string, number>,
  index: PlaceIndex,
): readonly (Resolved | undefined)[] => {
  const groups = groupsOf(names, beside, index);
  const all = new Set(groups.values());
  for (const { senses } of all)
    spread(
      senses,
      senses.map(({ base }) => base),
    );
  for (let pass = 0; pass < PASSES; pass++) {
    const context = contextOf(all, peoples);
    for (const group of all) group.own = contextOf([group], NOBODY);
    const scores = [...all].map((group) => group.senses.map((sense) => scoreOf(sense, group, context, groups)));
    [...all].forEach((group, at) => {
      spread(group.senses, scores[at]!);
    });
  }
  const resolved = new Map<Group, Answer>();
  for (const group of all) {
    const answer = answerOf(group.senses);
    if (answer) resolved.set(group, answer);
  }
  return names.map(({ key }, at) => {
    const answer = resolved.get(groups.get(key)!);
    const kind = beside[at]!.kind;
    if (answer === undefined || kind === undefined || fits(answer.entry, kind)) return answer;
    // «the province» in one sentence and «the city» in the next are one sense in two sizes.
    const sized = answer.same.find((entry) => fits(entry, kind));
    return sized ? { ...answer, entry: sized } : answer;
  });
};

type Answer = Resolved & { readonly same: readonly PlaceEntry[] };

/** The likeliest sense, and those that are the same place in another record. */
const answerOf = (senses: readonly Sense[]): Answer | undefined => {
  const best = mostLikely(senses);
  if (best === undefined) return undefined;
  const { entry, score } = best;
  const same = senses.filter((sense) => isSame(sense.entry, entry));
  const share = same.reduce((sum, sense) => sum + sense.share, 0) / (1 + Math.exp(NOWHERE - score));
  const doubt = share < UNDECIDED ? 'undecided' : share < CLOSE ? 'close' : undefined;
  return { entry, score: calibrated(share), ...(doubt && { doubt }), same: same.map((sense) => sense.entry) };
};

/** What it is worth that a name means a place that no table has: a village that nothing else speaks for hardly outweighs it. */
const NOWHERE = 2.5;
/** Share of the likeliest below which it is told with doubt, and not told at all. */
const CLOSE = 0.4;
const UNDECIDED = 0.2;
/** Share → how often it was right, on the half of the development sets that was looked at: softmax is too sure of itself. */
const RIGHT: readonly (readonly [share: number, right: number])[] = [
  [0, 0.1],
  [0.2, 0.25],
  [0.4, 0.45],
  [0.6, 0.58],
  [0.8, 0.7],
  [0.9, 0.85],
  [1, 0.96],
];
const calibrated = (share: number): number => {
  const after = Math.max(
    1,
    RIGHT.findIndex(([bound]) => bound >= share),
  );
  const [low, high] = [RIGHT[after - 1]!, RIGHT[after]!];
  return low[1] + ((share - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
};
