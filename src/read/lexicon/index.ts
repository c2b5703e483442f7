/** The lexicons of one language, compiled from their tables for look-up in running words. */
import { type Change, Failure, type Harm, type Language } from '../../model/index.ts';
import type { Lexicon, Row } from '../data.ts';
import { type Form, formsOf } from './inflect.ts';
import { createPhrases, type Phrases } from './phrases.ts';

export type { Hit, Phrases } from './phrases.ts';
export { createPhrases } from './phrases.ts';

type Word = { readonly lemma: string; readonly pos: string; readonly kind: Form['kind'] };
export type TriggerWord = Word & {
  readonly type: string;
  readonly change?: Change;
  readonly needs?: string;
  readonly sense?: string;
};
export type ChangeWord = Word & { readonly change: Change };
export type IndicatorWord = Word & { readonly type: string };
/** `also`: harms that the word tells of too where it says that there were none; `beside`: folded words, one of which it needs. */
export type HarmWord = Word & {
  readonly harm: Harm;
  readonly also: readonly Harm[];
  readonly beside: readonly string[];
};
/**
 * `broken`: its plural is another word, so that an ending in ين is the dual. `role`: which body of a state it means, as
 * data/actors/of-states.tsv calls it.
 */
export type HeadWord = Word & {
  readonly of: string;
  readonly private: boolean;
  readonly broken: boolean;
  readonly role?: string;
};
export type ClassWord = Word & { readonly class: string };
/** `frame`: what of the sentence is the content; `sense`: what kind of word it is; `preps`: folded prepositions that lead to the content. */
export type CueWord = Word & { readonly frame: string; readonly sense: string; readonly preps: readonly string[] };
/** `leads`: back to the cause, which stands behind it, or ahead to what a cause brought about. */
export type CauseWord = Word & { readonly leads: string };
/** `effect`: what it does to what it governs. */
export type OperatorWord = Word & { readonly effect: string };
/** `scale`: what it multiplies a number before it by. */
export type NumberWord = { readonly low: number; readonly high?: number; readonly scale?: number };

export type Lexicons = {
  readonly language: Language;
  readonly triggers: Phrases<TriggerWord>;
  readonly changes: Phrases<ChangeWord>;
  readonly indicators: Phrases<IndicatorWord>;
  readonly judgements: Phrases<Word>;
  readonly reporting: Phrases<Word>;
  readonly cues: Phrases<CueWord>;
  readonly operators: Phrases<OperatorWord>;
  readonly sources: Phrases<Word & { readonly of: string }>;
  readonly harm: Phrases<HarmWord>;
  readonly heads: Phrases<HeadWord>;
  readonly modifiers: Phrases<Word>;
  readonly links: Phrases<Word>;
  readonly facilities: Phrases<ClassWord>;
  readonly weapons: Phrases<ClassWord>;
  readonly placeNouns: Phrases<ClassWord>;
  /** «the movement»: the kinds of known actors that the noun may say again. */
  readonly collectives: Phrases<Word & { readonly fits: readonly string[] }>;
  readonly numbers: Phrases<NumberWord>;
  /** low, high, near, below; before or after the number. */
  readonly bounds: Phrases<{ readonly bound: string; readonly place: string }>;
  readonly units: Phrases<Word & { readonly measure: boolean }>;
  readonly months: Phrases<number>;
  readonly weekdays: Phrases<number>;
  readonly titles: Phrases<{ readonly kind: string }>;
  readonly givenNames: Phrases<Word>;
  readonly contexts: Phrases<{ readonly context: string }>;
  readonly purposes: Phrases<Word>;
  readonly causes: Phrases<CauseWord>;
  /** `subject`: target or place, where the subject of the light verb is not the doer. */
  readonly support: Phrases<Word & { readonly subject?: string }>;
  /** Nouns that a trigger may need beside it, by class: roads, lights, aid, homes. */
  readonly things: Phrases<ClassWord>;
  /** Words of what is no conflict: sport, the stage, the harvest. */
  readonly topics: Phrases<Word & { readonly topic: string }>;
  /** Whether a written word is a noun of the tables as it stands: then its first letter is no joined word (وزارة). */
  readonly isNoun: (norm: string) => boolean;
  readonly chrome: Phrases<{ readonly kind: string }>;
  /** Words that are no names; asked for where capitals tell nothing. */
  readonly common: Phrases<true>;
};

const cells = (cell: string | undefined): string[] => (cell ?? '').split('|').filter((part) => part !== '');

// What grammar can look for beside a trigger; the rest are contexts of contexts.tsv.
const NEEDS = new Set(
  'armed-context state-agent weapon aircraft person person-agent armed-agent official official-agent civilians facility place infinitive to-leave lead'.split(
    ' ',
  ),
);

// What a mention can be (read/claims/scene.ts), whatever the tables say.
const KINDS =
  'actor armed civilian official person people state place nationality weapon facility aircraft drone'.split(' ');

/** A need that nobody can meet would silence its row without a word. */
const checkNeeds = (language: Language, tables: Lexicon): void => {
  const column = (name: string, key: string): string[] => (tables[name] ?? []).map((row) => row[key] ?? '');
  const contexts = new Set(column('contexts', 'context').map((context) => `${context}-context`));
  const kinds = new Set([
    ...KINDS,
    ...['facilities', 'weapons', 'things'].flatMap((name) => column(name, 'class')),
    ...column('indicators', 'type').map((type) => type.slice(type.indexOf('.') + 1)),
  ]);
  const known = (condition: string): boolean => {
    const [role, wanted] = condition.replace(/^!/, '').split(':');
    if (wanted === undefined) return NEEDS.has(role!) || contexts.has(role!);
    return role !== '' && wanted.split('|').every((kind) => kinds.has(kind));
  };
  for (const [name, row] of ['frames', 'triggers'].flatMap((each) =>
    (tables[each] ?? []).map((own) => [each, own] as const),
  )) {
    const unknown = row.needs?.split(' ').find((condition) => !known(condition));
    if (unknown === undefined) continue;
    throw new Failure(
      'bad-data',
      `data/lexicons/${language}/${name}.tsv: «${row.form}» needs «${unknown}», which is neither known nor a context of contexts.tsv, nor a role and a kind.`,
    );
  }
};

/** Compiles the tables of one language. A table that is missing is an empty one. */
export const compileLexicon = (language: Language, tables: Lexicon): Lexicons => {
  const table = <T>(name: string | readonly string[], pos: string, value: (row: Row, word: Word) => T): Phrases<T> => {
    const phrases = createPhrases<T>();
    for (const row of [name].flat().flatMap((each) => tables[each] ?? [])) {
      if (row.form === undefined) continue;
      const rowPos = row.pos ?? pos;
      for (const { form, kind } of formsOf(language, rowPos, row.form, cells(row.irregular))) {
        phrases.add(form, value(row, { lemma: row.form, pos: rowPos, kind }));
      }
    }
    return phrases;
  };
  const optional = <K extends string, V>(key: K, cell: V | undefined): { [P in K]?: V } =>
    (cell === undefined ? {} : { [key]: cell }) as { [P in K]?: V };

  checkNeeds(language, tables);
  const heads = table('heads', 'n', (row, word) => ({
    ...word,
    of: row.kind ?? '',
    private: row.private === 'private',
    ...optional('role', row.role),
    broken: row.irregular !== undefined && !cells(row.irregular).some((form) => /(?:ين|ون)$/.test(form)),
  }));
  const facilities = table('facilities', 'n', (row, word) => ({ ...word, class: row.class ?? '' }));
  const sources = table('sources', language === 'ar' ? 'n' : 'x', (row, word) => ({ ...word, of: row.kind ?? '' }));
  const indicators = table('indicators', 'n', (row, word) => ({ ...word, type: row.type ?? '' }));
  return {
    language,
    isNoun: (norm) => [heads, facilities, sources, indicators].some((nouns) => nouns.word(norm).length > 0),
    // What a word tells of beside certain others comes before what it tells of by itself.
    triggers: table(['frames', 'triggers'], 'n', (row, word) => ({
      ...word,
      type: row.type ?? '',
      ...optional('change', row.change as Change | undefined),
      ...optional('needs', row.needs),
      ...optional('sense', row.sense),
    })),
    changes: table('changes', 'v', (row, word) => ({ ...word, change: row.change as Change })),
    indicators,
    judgements: table('judgements', 'v', (_, word) => word),
    reporting: table('reporting', 'v', (_, word) => word),
    operators: table('operators', 'x', (row, word) => ({ ...word, effect: row.effect ?? '' })),
    cues: table<CueWord>('cues', 'v', (row, word) => ({
      ...word,
      frame: row.frame ?? '',
      sense: row.sense ?? '',
      preps: cells(row.prep),
    })),
    sources,
    harm: table('harm', 'v', (row, word) => ({
      ...word,
      harm: row.harm as Harm,
      also: cells(row.also) as readonly Harm[],
      beside: cells(row.beside) as readonly string[],
    })),
    heads,
    modifiers: table('modifiers', language === 'ar' ? 'n' : 'x', (_, word) => word),
    links: table('links', 'x', (_, word) => word),
    facilities,
    weapons: table('weapons', 'n', (row, word) => ({ ...word, class: row.class ?? '' })),
    placeNouns: table('places', 'n', (row, word) => ({ ...word, class: row.kind ?? '' })),
    collectives: table('collectives', 'n', (row, word) => ({ ...word, fits: cells(row.fits) as readonly string[] })),
    numbers: table('numbers', 'x', (row) => ({
      low: Number(row.low),
      ...optional('high', row.high ? Number(row.high) : undefined),
      ...optional('scale', row.scale ? Number(row.scale) : undefined),
    })),
    bounds: table('bounds', 'x', (row) => ({ bound: row.bound ?? '', place: row.place ?? '' })),
    units: table('units', 'n', (row, word) => ({ ...word, measure: row.kind === 'measure' })),
    months: table('months', 'x', (row) => Number(row.month)),
    weekdays: table('weekdays', 'x', (row) => Number(row.day)),
    support: table('support', 'v', (row, word) => ({ ...word, ...optional('subject', row.subject) })),
    topics: table('topics', 'n', (row, word) => ({ ...word, topic: row.topic ?? '' })),
    things: table('things', 'n', (row, word) => ({ ...word, class: row.class ?? '' })),
    titles: table('titles', language === 'ar' ? 'n' : 'x', (row) => ({ kind: row.kind ?? '' })),
    givenNames: table('given-names', 'x', (_, word) => word),
    contexts: table('contexts', 'x', (row) => ({ context: row.context ?? '' })),
    purposes: table('purposes', 'x', (_, word) => word),
    causes: table('causes', 'x', (row, word) => ({ ...word, leads: row.leads ?? 'back' })),
    chrome: table('chrome', 'x', (row) => ({ kind: row.kind ?? '' })),
    common: table('common', 'x', () => true as const),
  };
};
