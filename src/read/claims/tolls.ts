/** Tolls: a word of harm, a number and whom it counts; «including» keeps the parts of a sum as parts. */
import type { Harm, Toll } from '../../model/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { HarmSignal, Signals } from './signals.ts';

export type FoundToll = { readonly toll: Toll; readonly at: number; readonly harm: HarmSignal };

const INCLUDING = /^(?:including|among|whom|which|بينهم|بينها|منهم|ضمنهم|بينهن)$/;
// Words of a noun: «deaths of 7», «7 dead»; the number may stand on either side of them.
const REACH = 14;

const nearest = (quantity: Found, harms: readonly HarmSignal[], words: Words): HarmSignal | undefined => {
  const candidates = harms
    .map((harm) => ({
      harm,
      distance: harm.after <= quantity.first ? quantity.first - harm.after : harm.first - quantity.after,
    }))
    .filter(({ harm, distance }) => {
      if (distance < -1 || distance > REACH) return false;
      const [from, to] = harm.first < quantity.first ? [harm.after, quantity.first] : [quantity.after, harm.first];
      return !words.tokens.slice(from, to).some((t) => /^[.;؛]$/.test(t.norm));
    });
  // English «killing 7» and «7 were killed», Arabic «مقتل 7»: the nearer word, and before the number where both are as near.
  return candidates.sort((a, b) => a.distance - b.distance || a.harm.first - b.harm.first)[0]?.harm;
};

/** Tolls of a sentence, parts folded into their sums. */
export const tollsOf = (
  words: Words,
  sentence: Sentence,
  mentions: readonly Found[],
  signals: Signals,
): FoundToll[] => {
  const persons = (m: Found): boolean =>
    m.kind === 'quantity' && (m.quantity?.unit === 'person' || m.counts === undefined);
  const found: FoundToll[] = [];
  for (const quantity of mentions.filter((m) => m.sentence === sentence && persons(m))) {
    const { low, high } = quantity.quantity!;
    const harm = nearest(quantity, signals.harms, words);
    const number = { low, ...(high === undefined ? {} : { high }), start: quantity.start, end: quantity.end };
    const who = quantity.counts ? { who: quantity.counts } : {};
    const previous = found.at(-1);
    const lead = words.tokens
      .slice(Math.max(sentence.first, quantity.first - 3), quantity.first)
      .some((t) => INCLUDING.test(t.norm));
    // «of whom 22 were women and 17 children»: the second part is joined to the first.
    const lastPart = previous?.toll.including?.at(-1);
    const between = lastPart ? words.text.slice(lastPart.end, quantity.start) : undefined;
    const joined =
      between !== undefined &&
      quantity.counts !== undefined &&
      between.length < 40 &&
      /\b(?:and)\b|,|،|(?:^|\s)و/u.test(between);
    const harmless = !signals.harms.some((h) => lastPart && h.start >= lastPart.end && h.end <= quantity.end + 12);
    if ((lead || (joined && harmless)) && previous && low <= (previous.toll.high ?? Number.POSITIVE_INFINITY)) {
      found[found.length - 1] = {
        ...previous,
        toll: { ...previous.toll, including: [...(previous.toll.including ?? []), { ...who, ...number }] },
      };
      continue;
    }
    if (!harm) continue;
    if (low === 0 && high === 0 && !/^(?:killed|injured)$/.test(harm.value.harm)) continue;
    found.push({ toll: { harm: harm.value.harm as Harm, ...who, ...number }, at: quantity.first, harm });
  }
  return found;
};
