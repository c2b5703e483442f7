/** Tolls that the tree shows: who is the sufferer of each word of harm, and how many they are. English. */
import { doersOf, type Found, isUnrealAt, type Sufferer, sufferersOf } from '../mentions/index.ts';
import type { Syntax } from '../syntax.ts';
import type { Stretch, Words } from '../text.ts';
import type { HarmSignal, Signals } from './signals.ts';
import { isOne, type One } from './singles.ts';

/** Persons counted, the word of harm that they suffered, and those among them who are told apart. */
export type Harmed = { readonly harm: HarmSignal; readonly one: One; readonly parts: readonly One[] };

/**
 * `taken`: stretches whose words are told already, of sufferers and of who did it; `doers`: the latter alone; `unreal`:
 * harms that did not happen.
 */
export type Shown = {
  readonly harmed: readonly Harmed[];
  readonly taken: readonly Stretch[];
  readonly doers: readonly Stretch[];
  readonly unreal: ReadonlySet<HarmSignal>;
};

const ARTICLE = /^(?:an?|another|one)$/;

const overlaps = (m: Found, one: Stretch): boolean => m.first < one.after && m.after > one.first;

const APPOSED = 8;

/** «the mayor of the town, Carlos Valencia, was»: the tree hangs such a name on either noun. */
const isApposed = ({ tokens }: Words, one: Sufferer, m: Found, name: Stretch | undefined): boolean =>
  (name !== undefined && overlaps(m, name)) ||
  (m.first > one.after &&
    m.first - one.after <= APPOSED &&
    tokens[m.first - 1]!.norm === ',' &&
    tokens[m.after]?.norm === ',' &&
    tokens
      .slice(one.after, m.first - 1)
      .every(({ norm, kind }) => kind === 'word' && !/^(?:and|was|were|who|by)$/.test(norm)));

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
  const { name } = one;
  const person =
    own.find((m) => m.kind === 'person') ??
    (one.plural ? undefined : mentions.find((m) => m.kind === 'person' && isApposed(words, one, m, name)));
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

const isBetween = (other: HarmSignal, harm: HarmSignal, { head }: Sufferer): boolean =>
  other !== harm &&
  (harm.first < head ? harm.first < other.first && other.first < head : head < other.first && other.first < harm.first);

/** «kidnapped and murdered» */
const isJoined = (words: Words, a: HarmSignal, b: HarmSignal): boolean => {
  const [from, to] = a.first < b.first ? [a.after, b.first] : [b.after, a.first];
  return words.tokens.slice(from, to).every(({ norm }) => /^(?:and|or|,|also|then|later|was|were)$/.test(norm));
};

/** All that the tree of an English sentence shows, in the order of the text. */
export const harmedIn = (words: Words, mentions: readonly Found[], signals: Signals, syntax: Syntax): Shown => {
  const harmed: Harmed[] = [];
  const doersBy = new Map(signals.harms.map((harm) => [harm, doersOf(syntax, harm.first)]));
  const taken: Stretch[] = [...doersBy.values()].flat();
  const unreal = new Set<HarmSignal>();
  for (const harm of signals.harms) if (isUnrealAt(syntax, harm.first)) unreal.add(harm);
  // «the wounded soldiers»: who was told of before.
  const definite = (harm: HarmSignal): boolean =>
    harm.pos === 'a' && /^(?:the|these|those)$/.test(words.tokens[harm.first - 1]?.norm ?? '');
  const all = signals.harms
    .filter((harm) => !unreal.has(harm) && !definite(harm))
    .map((harm) => ({ harm, sufferers: sufferersOf(syntax, harm.first, harm.pos) }));
  for (const { harm, sufferers } of all) {
    for (const sufferer of sufferers) {
      // «left 74 dead and 17 wounded»: of two words of harm that claim the same people the nearer has them.
      const nearer = all.some(
        (other) =>
          isBetween(other.harm, harm, sufferer) &&
          !isJoined(words, other.harm, harm) &&
          // «3 killed, 7 wounded»: a word of harm right beside a number has it, whatever the tree of a headline says.
          (other.sufferers.some(({ head }) => head === sufferer.head) ||
            Math.abs(other.harm.first - sufferer.head) === 1),
      );
      const one = nearer ? undefined : counted(words, sufferer, mentions);
      // «the camp for displaced»: who fled is counted, never told one by one.
      if (one === undefined || (harm.value.harm === 'displaced' && one.high === 1)) continue;
      const parts = sufferer.parts.flatMap((part) => counted(words, part, mentions) ?? []);
      harmed.push({ harm, one, parts: parts.filter((part) => part.first >= one.after) });
      taken.push(sufferer, one, ...parts);
    }
  }
  // Where the tree finds nobody who suffered, what it takes for the doer may be them: «9 hurt in crash».
  const doers = harmed.flatMap(({ harm }) => doersBy.get(harm)!);
  return { harmed, taken, doers, unreal };
};
