/** Words of a sentence that claims are made from: triggers, changes, indicators, judgements, harm, speech, purpose. */
import type { ChangeWord, HarmWord, Hit, IndicatorWord, Lexicons, TriggerWord } from '../lexicon/index.ts';
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
export type Trigger = Signal & { readonly value: TriggerWord };
export type ChangeSignal = Signal & { readonly value: ChangeWord };
export type Indicator = Signal & { readonly value: IndicatorWord };
export type HarmSignal = Signal & { readonly value: HarmWord };

export type Signals = {
  readonly triggers: readonly Trigger[];
  readonly changes: readonly ChangeSignal[];
  readonly indicators: readonly Indicator[];
  readonly judgements: readonly Signal[];
  readonly harms: readonly HarmSignal[];
  readonly reporting: readonly Signal[];
  readonly purposes: readonly { readonly first: number; readonly after: number; readonly start: number }[];
};

type Valued = { readonly pos: string; readonly kind: string; readonly lemma: string };

const PUBLISHERS = new Set(['outlet', 'agency', 'monitor', 'unnamed']);

/** All signals of a sentence. A word inside a name or a time is no signal; nor is an acronym's look-alike. */
export const signalsOf = (words: Words, sentence: Sentence, mentions: readonly Found[], lexicon: Lexicons): Signals => {
  const { tokens, text } = words;
  const named = (i: number): boolean =>
    mentions.some(
      (m) =>
        m.first <= i &&
        i < m.after &&
        (m.actor !== undefined ||
          m.kind === 'time' ||
          m.kind === 'person' ||
          (m.kind === 'place' && m.head === undefined)),
    );
  const signal = <T extends Valued>(hit: Hit<T>): Signal & { value: T } => {
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
    };
  };
  const all = <T extends Valued>(
    table: Lexicons[keyof Lexicons],
    accept: (hit: Hit<T>) => Hit<T> | undefined = (hit) => hit,
  ) => {
    const found: (Signal & { value: T })[] = [];
    for (let i = sentence.first; i < sentence.after; i++) {
      if (tokens[i]!.kind !== 'word' || named(i)) continue;
      const hit = (
        table as { at: (t: typeof tokens, i: number, l: typeof sentence.language) => Hit<T> | undefined }
      ).at(tokens, i, sentence.language);
      if (!hit || hit.after > sentence.after || (hit.cut > 0 && lexicon.isNoun(tokens[i]!.norm))) continue;
      const kept = accept(hit);
      if (!kept) continue;
      found.push(signal(kept));
      i = hit.after - 1;
    }
    return found;
  };
  const determined = (i: number): boolean =>
    /^(?:the|a|an|this|that|these|those|its|their|his|of|in|no|'s)$/.test(tokens[i - 1]?.norm ?? '');
  /** Where a form may be a verb or a noun («strikes», «attack»), a determiner before it says noun. */
  const bySyntax = <T extends Valued>(hit: Hit<T>): Hit<T> | undefined => {
    if (hit.values.length === 1) return hit;
    const noun = hit.values.find((v) => v.pos === 'n');
    const verb = hit.values.find((v) => v.pos === 'v');
    if (!noun || !verb) return hit;
    const before = tokens[hit.first - 1]?.norm ?? '';
    if (sentence.language === 'ar') {
      // قصف is «shelled» and «shelling»: behind a preposition, joined or not, it can only be the noun.
      const behind =
        /[بلك]/.test(hit.clitics) || /^[وف]?(?:في|من|الي|علي|عن|بعد|قبل|خلال|اثر|جراء|عقب|منذ)$/.test(before);
      return { ...hit, values: [behind ? noun : verb] };
    }
    const nominal =
      determined(hit.first) ||
      mentions.some((m) => m.after === hit.first && m.kind === 'nationality') ||
      before.endsWith('ing');
    const verbal =
      verb.kind === 'past' || /^(?:to|will|would|may|might|could|can|who|which|that|they|he|she|it|and)$/.test(before);
    return { ...hit, values: [nominal || !verbal ? noun : verb] };
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
  /** «17 lives» are a toll where they were claimed, not where they were saved. */
  const stands = (beside: readonly string[]): boolean =>
    beside.length === 0 || tokens.slice(sentence.first, sentence.after).some((token) => beside.includes(token.norm));
  return {
    triggers: all<TriggerWord>(lexicon.triggers, (hit) =>
      hit.values.some((v) => v.type) && !nounThere(hit) ? bySyntax(hit) : undefined,
    ),
    changes: all<ChangeWord>(lexicon.changes, (hit) => (adjectival(hit) || passesOn(hit) ? undefined : bySyntax(hit))),
    indicators: all<IndicatorWord>(lexicon.indicators),
    judgements: all<Valued>(lexicon.judgements),
    harms: all<HarmWord>(lexicon.harm, (hit) => (stands(hit.values[0]!.beside) ? hit : undefined)),
    reporting: all<Valued>(lexicon.reporting),
    purposes: all<Valued>(lexicon.purposes).map(({ first, after, start }) => ({ first, after, start })),
  };
};
