/** Tolls that the tree shows: who is the sufferer of each word of harm, and how many they are. English. */
import { doersOf, type Found, isUnrealAt, type Sufferer, sufferersOf } from '../mentions/index.ts';
import type { Syntax } from '../syntax.ts';
import type { Stretch, Words } from '../text.ts';
import type { HarmSignal, Signals } from './signals.ts';
import { isOne, type One } from './singles.ts';

/** Persons counted, the word of harm that they suffered, and those among them who are told apart. */
export type Harmed = { readonly harm: HarmSignal; readonly one: One; readonly parts: readonly One[] };

/** `taken`: stretches whose words are told already, of sufferers and of who did it; `unreal`: harms that did not happen. */
export type Shown = {
  readonly harmed: readonly Harmed[];
  readonly taken: readonly Stretch[];
  readonly unreal: ReadonlySet<HarmSignal>;
};

const ARTICLE = /^(?:an?|another|one)$/;

const overlaps = (m: Found, one: Sufferer): boolean => m.first < one.after && m.after > one.first;

/** How many a sufferer is: by a number in its phrase, else one person; a plural without a number is no toll. */
const counted = (words: Words, one: Sufferer, mentions: readonly Found[]): One | undefined => {
  const own = mentions.filter((m) => overlaps(m, one));
  const quantity = own.find((m) => m.kind === 'quantity' && m.quantity?.unit === 'person');
  const { tokens } = words;
  if (quantity) {
    const { low, high } = quantity.quantity!;
    const { first, after, start, end, counts } = quantity;
    return {
      first,
      after,
      start,
      end,
      low,
      ...(high === undefined ? {} : { high }),
      ...(counts ? { who: counts } : {}),
    };
  }
  if (own.some((m) => m.kind === 'quantity' || m.kind === 'time')) return undefined;
  const person = own.find((m) => m.kind === 'person');
  const who =
    person ??
    own.find(
      (m) =>
        (m.kind === 'actor' || (m.kind === 'nationality' && one.upos !== 'ADJ')) &&
        m.actor === undefined &&
        (m.head !== undefined || m.kind === 'nationality') &&
        m.first <= one.head &&
        one.head < m.after,
    );
  if (who === undefined || one.plural || (!person && !isOne(who, words, 'en'))) return undefined;
  const article = ARTICLE.test(tokens[who.first - 1]?.norm ?? '');
  const first = article ? who.first - 1 : who.first;
  return { first, after: who.after, start: tokens[first]!.start, end: who.end, low: 1, high: 1, who: who.id };
};

/** All that the tree of an English sentence shows, in the order of the text. */
export const harmedIn = (words: Words, mentions: readonly Found[], signals: Signals, syntax: Syntax): Shown => {
  const harmed: Harmed[] = [];
  const taken: Stretch[] = [];
  const unreal = new Set<HarmSignal>();
  for (const harm of signals.harms) {
    taken.push(...doersOf(syntax, harm.first));
    if (isUnrealAt(syntax, harm.first)) {
      unreal.add(harm);
      continue;
    }
    // «the wounded soldiers»: who was told of before.
    const definite = harm.pos === 'a' && /^(?:the|these|those)$/.test(words.tokens[harm.first - 1]?.norm ?? '');
    for (const sufferer of definite ? [] : sufferersOf(syntax, harm.first, harm.pos)) {
      const one = counted(words, sufferer, mentions);
      if (one === undefined) continue;
      const parts = sufferer.parts.flatMap((part) => counted(words, part, mentions) ?? []);
      harmed.push({ harm, one, parts: parts.filter((part) => part.first >= one.after) });
      taken.push(sufferer, one, ...parts);
    }
  }
  return { harmed, taken, unreal };
};
