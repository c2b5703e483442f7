/** Words of a sentence that claims are made from: triggers, changes, indicators, judgements, harm, speech, purpose. */
import { fold } from '../../language/index.ts';
import type {
  CauseWord,
  ChangeWord,
  HarmWord,
  Hit,
  IndicatorWord,
  Lexicons,
  Phrases,
  TriggerWord,
} from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import { type Sentence, startAfterCut, type Words } from '../text.ts';

export type Signal = {
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly clitics: string;
  readonly pos: string;
  /** base, past, present, ing, plural */
  readonly form: string;
  readonly lemma: string;
};
/** `value`: the first row of its form; `senses`: all of them, of which the needs choose. */
export type Trigger = Signal & { readonly value: TriggerWord; readonly senses: readonly TriggerWord[] };
export type ChangeSignal = Signal & { readonly value: ChangeWord; readonly senses: readonly ChangeWord[] };
export type Indicator = Signal & { readonly value: IndicatorWord };
export type HarmSignal = Signal & { readonly value: HarmWord };

export type Signals = {
  readonly triggers: readonly Trigger[];
  readonly changes: readonly ChangeSignal[];
  readonly indicators: readonly Indicator[];
  readonly judgements: readonly Signal[];
  readonly harms: readonly HarmSignal[];
  readonly reporting: readonly Signal[];
  /** Words that say why: `back` where the cause stands behind them, `ahead` where what it led to does. */
  readonly causes: readonly (Signal & { readonly leads: string })[];
  readonly purposes: readonly { readonly first: number; readonly after: number; readonly start: number }[];
};

type Valued = { readonly pos: string; readonly kind: string; readonly lemma: string };

const PUBLISHERS = new Set(['outlet', 'agency', 'monitor', 'unnamed']);

/** What the tree says a token is: a verb, a noun, an adjective, a name, or none of these. */
export type TagAt = (token: number) => 'v' | 'n' | 'a' | 'p' | 'x';

/** «pulled its men out»: the particle that stands behind what its verb governs. */
const PARTICLE = /^(?:out|back|down|up|off|over|away|in)$/;
// From a verb to its particle: a noun with its article and adjectives stands between.
const APART = 7;

/** All signals of a sentence. A word inside a name or a time is no signal; nor is an acronym's look-alike. */
export const signalsOf = (
  words: Words,
  sentence: Sentence,
  mentions: readonly Found[],
  lexicon: Lexicons,
  tagAt: TagAt,
  particleOf: (token: number) => number | undefined = () => undefined,
): Signals => {
  const { tokens, text } = words;
  const named = new Set<number>();
  for (const { first, after, actor, kind, head } of mentions) {
    // قواتها, «its forces», is told by what it is, though it is known whose.
    const known = actor !== undefined && (sentence.language === 'en' || head === undefined);
    if (!known && kind !== 'time' && kind !== 'person' && !(kind === 'place' && head === undefined)) continue;
    for (let i = Math.max(first, sentence.first); i < Math.min(after, sentence.after); i++) named.add(i);
  }
  const signal = <T extends Valued>(hit: Hit<T>): Signal & { value: T; senses: readonly T[] } => {
    const value = hit.values[0]!;
    return {
      first: hit.first,
      after: hit.after,
      start: startAfterCut(text, tokens[hit.first]!, hit.cut),
      end: tokens[hit.after - 1]!.end,
      clitics: hit.clitics,
      pos: value.pos,
      form: value.kind,
      lemma: value.lemma,
      value,
      senses: hit.values.filter((each) => each.pos === value.pos),
    };
  };
  const particles: number[] = [];
  for (let i = sentence.first; sentence.language === 'en' && i < sentence.after; i++)
    if (PARTICLE.test(tokens[i]!.norm)) particles.push(i);
  /** A verb and its particle that stands further off, looked up as if they stood together. */
  const apart = <T>(phrases: Phrases<T>, i: number): Hit<T> | undefined => {
    for (const at of particles) {
      if (at < i + 2 || at >= i + APART) continue;
      const key = `${tokens[i]!.norm} ${tokens[at]!.norm}`;
      const values = phrases.word(key);
      if (values.length > 0 && particleOf(i) === at)
        return { values, key, first: i, after: i + 1, cut: 0, clitics: '' };
    }
    return undefined;
  };
  const all = <T extends Valued>(
    table: Lexicons[keyof Lexicons],
    accept: (hit: Hit<T>) => Hit<T> | undefined = (hit) => hit,
  ) => {
    const found: (Signal & { value: T; senses: readonly T[] })[] = [];
    for (let i = sentence.first; i < sentence.after; i++) {
      if (tokens[i]!.kind !== 'word' || named.has(i)) continue;
      const phrases = table as unknown as Phrases<T>;
      const hit = apart(phrases, i) ?? phrases.at(tokens, i, sentence.language);
      if (!hit || hit.after > sentence.after || (hit.cut > 0 && lexicon.isNoun(tokens[i]!.norm))) continue;
      // No verb is written to «in» or «like»: بدلا is not «and they showed».
      if (/[بك]/.test(hit.clitics) && hit.values.every(({ pos }) => pos === 'v')) continue;
      const kept = accept(hit);
      if (!kept) continue;
      found.push(signal(kept));
      i = hit.after - 1;
    }
    return found;
  };
  const behindPreposition = (hit: Hit<unknown>): boolean =>
    /[بلك]/.test(hit.clitics) ||
    /^[وفبل]?(?:في|من|الي|علي|عن|بعد|قبل|خلال|اثر|جراء|عقب|منذ|عمليه|عمليات)$/.test(tokens[hit.first - 1]?.norm ?? '');
  /** «a sniper shot two soldiers»: a past between who acts and whom it is done to is a verb, whatever the tagger says. */
  const toldOf = <T extends Valued>(hit: Hit<T>, verbs: readonly T[]): boolean =>
    verbs.some((v) => v.kind === 'past') &&
    mentions.some((m) => /^(?:actor|person|weapon)$/.test(m.kind) && m.after === hit.first) &&
    (mentions.some((m) => m.first === hit.after && m.kind !== 'time') ||
      /^(?:an?|the|his|her|its|their|at|several|some|two|three|dozens)$/.test(tokens[hit.after]?.norm ?? ''));
  /** Verb or noun: «strikes», قصف. The tags say which; a form whose rows have no such word is none here. */
  const bySyntax = <T extends Valued>(hit: Hit<T>): Hit<T> | undefined => {
    const { values } = hit;
    const verbs = values.filter((v) => v.pos === 'v');
    // إنها is «that it», not إنهاء; صادر عن is an adjective, not «he confiscated».
    if (sentence.language === 'ar' && hit.after - hit.first === 1 && tagAt(hit.first) === 'x') return undefined;
    if (verbs.length === 0) return hit;
    const others = values.filter((v) => v.pos !== 'v');
    const single = hit.after - hit.first === 1;
    if (sentence.language === 'ar') {
      const tag = single || others.length > 0 ? tagAt(hit.first) : 'v';
      // A name that looks like «he demanded»; what bears the ending of a verb is one, though the tagger does not know it.
      const plain = verbs.some((v) => fold(v.lemma) === hit.key);
      if (single && tag === 'p' && plain) return others.length > 0 ? { ...hit, values: others } : undefined;
      const nominal =
        behindPreposition(hit) || /^[وفبلك]?ال/.test(text.slice(tokens[hit.first]!.start, tokens[hit.first]!.end));
      if (others.length === 0) return single && (tag === 'a' || (nominal && tag !== 'v')) ? undefined : hit;
      return { ...hit, values: nominal || (tag !== 'v' && (plain || tag !== 'p')) ? others : verbs };
    }
    if (others.length === 0 && !single) return hit;
    const tag = tagAt(hit.first);
    // In a headline every word is a name to the tagger: a form right behind who acts is a verb, as is a past or an -ing.
    if (tag === 'p' && tokens[hit.first]!.capital) {
      const behind = mentions.some((m) => (m.kind === 'actor' || m.of_ === 'country') && m.after === hit.first);
      const formed = verbs.some((v) => v.kind === 'past' || v.kind === 'ing');
      return { ...hit, values: behind || formed || others.length === 0 ? verbs : others };
    }
    if (tag === 'v' || (single && toldOf(hit, verbs))) return { ...hit, values: verbs };
    if (others.length > 0) return { ...hit, values: others };
    // «the displaced», «fortified sites»: a participle that is no verb tells of nothing.
    return undefined;
  };
  /** «patrols», «guards»: a verb only after its subject; elsewhere the noun of the indicators. */
  const nounThere = <T extends Valued>(hit: Hit<T>): boolean =>
    sentence.language === 'en' &&
    hit.values.every((v) => v.pos === 'v' && (v.kind === 'present' || v.kind === 'base')) &&
    lexicon.indicators.at(tokens, hit.first, 'en') !== undefined &&
    !mentions.some((m) => m.kind === 'actor' && m.after === hit.first);
  /** «a very limited number»: a participle between article and noun says how the noun is, not what became of it. */
  const adjectival = <T extends Valued>(hit: Hit<T>): boolean =>
    sentence.language === 'en' &&
    hit.values.every((v) => v.kind === 'past') &&
    /^(?:a|an|the|very|only|more|most|its|their|of)$/.test(tokens[hit.first - 1]?.norm ?? '');
  /** نقلت القناة عن: a publisher that carries words moves no weapons. */
  const passesOn = <T extends Valued>(hit: Hit<T>): boolean =>
    sentence.language === 'ar' && mentions.some((m) => m.first === hit.after && PUBLISHERS.has(m.of_ ?? ''));
  /** «the movement held a meeting»: a noun that is who acts. */
  const isWho = <T extends Valued>(hit: Hit<T>): boolean =>
    sentence.language === 'en' &&
    hit.values.some((v) => v.pos === 'n') &&
    mentions.some((m) => m.kind === 'actor' && m.first <= hit.first && hit.first < m.after);
  /** «carried out strikes»: the first word of a longer light verb is no word of change. */
  const lends = <T>(hit: Hit<T>): boolean =>
    (lexicon.support.at(tokens, hit.first, sentence.language)?.after ?? 0) > hit.after;
  /** «17 lives» are a toll where they were claimed, not where they were saved. */
  const stands = (beside: readonly string[]): boolean =>
    beside.length === 0 || tokens.slice(sentence.first, sentence.after).some((token) => beside.includes(token.norm));
  return {
    triggers: all<TriggerWord>(lexicon.triggers, (hit) =>
      hit.values.some((v) => v.type) && !nounThere(hit) ? bySyntax(hit) : undefined,
    ),
    changes: all<ChangeWord>(lexicon.changes, (hit) =>
      adjectival(hit) || passesOn(hit) || lends(hit) || isWho(hit) ? undefined : bySyntax(hit),
    ),
    indicators: all<IndicatorWord>(lexicon.indicators),
    // «three suspects» judge nothing.
    judgements: all<Valued>(lexicon.judgements, (hit) =>
      sentence.language === 'en' &&
      hit.after - hit.first === 1 &&
      hit.values.every((v) => v.pos === 'v') &&
      tagAt(hit.first) === 'n'
        ? undefined
        : hit,
    ),
    harms: all<HarmWord>(lexicon.harm, (hit) =>
      stands(hit.values[0]!.beside) &&
      !mentions.some((m) => m.kind === 'facility' && m.first <= hit.first && hit.first < m.after)
        ? hit
        : undefined,
    ),
    reporting: all<Valued>(lexicon.reporting),
    causes: all<CauseWord>(lexicon.causes).map(({ value, ...found }) => ({ ...found, leads: value.leads })),
    purposes: all<Valued>(lexicon.purposes).map(({ first, after, start }) => ({ first, after, start })),
  };
};
