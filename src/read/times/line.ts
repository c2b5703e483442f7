/**
 * A sentence as the grammars of time see it: a row of units, each a folded word or a tag for a word of the tables.
 *
 * | tag | is | tag | is |
 * |---|---|---|---|
 * | M10 | a month | N3, NX | a number in words, an open one (several) |
 * | D2, J2 | a weekday (0 = Sunday), weekdays as a habit | O7 | an ordinal |
 * | UW, UWs, UW2 | a unit of time, its plural, its dual; `d` behind it: with the Arabic article | K-1 | a day counted from the issue |
 * | PMO | a part of the day | RPAST | past, present, future without a day |
 * | SSU | a season | F1W | how often |
 * | E199 | a decade | H9 | a month of the Hijri calendar |
 * | Bstart, L, X, T, A, Q | Arabic: beginning of, last, next, this, following, the same | `و+` | words joined in front |
 *
 * Plain digits stay what they are. So a pattern is short, quick, and the same whatever a thing is called.
 */
import { type Token, wordsOf } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { Lexicon } from '../data.ts';
import { createPhrases, type Lexicons, type Phrases } from '../lexicon/index.ts';
import { numberAt } from '../numbers/index.ts';
import type { Sentence, Words } from '../text.ts';

type Tag = { readonly tag: string; readonly ambiguous: boolean };

/** `none`: looks like a verb of the future, is none. */
type TenseTag = 'future' | 'past' | 'none';

export type TimeWords = {
  readonly language: Language;
  readonly tags: Phrases<Tag>;
  readonly numbers: Pick<Lexicons, 'numbers' | 'language'>;
  /** Folded words beside a time that say when its verb is. */
  readonly tense: ReadonlyMap<string, TenseTag>;
};

/** The tables of time of one language as one table of tags. */
export const compileTimeWords = (lexicon: Lexicons, tables: Lexicon): TimeWords => {
  const tags = createPhrases<Tag>();
  const tense = new Map<string, TenseTag>();
  for (const { form, tag } of tables.times ?? []) {
    if (form === undefined || tag === undefined) continue;
    if (tag === 'future' || tag === 'past' || tag === 'none') tense.set(wordsOf(form).join(' '), tag);
    else tags.add(form, { tag, ambiguous: false });
  }
  for (const { form, month, ambiguous } of tables.months ?? [])
    if (form !== undefined) tags.add(form, { tag: `M${month}`, ambiguous: ambiguous !== undefined });
  for (const { form, day } of tables.weekdays ?? []) {
    if (form === undefined) continue;
    tags.add(form, { tag: `D${day}`, ambiguous: false });
    // يوم اثنين, «a Monday»: without the article only behind the word for day.
    if (lexicon.language === 'ar') tags.add(`يوم ${form.replace(/^ال/, '')}`, { tag: `D${day}`, ambiguous: false });
  }
  return { language: lexicon.language, tags, numbers: lexicon, tense };
};

export type Line = {
  readonly text: string;
  /** Offset of each unit in `text`, its first token, the one after its last, and the letters joined in front. */
  readonly starts: readonly number[];
  readonly first: readonly number[];
  readonly after: readonly number[];
  readonly cuts: readonly number[];
  /** One bit for each capital letter that a tag begins with. */
  readonly mask: number;
};

/** The bits of tags: `maskOf('MD')` asks for a month and a weekday. */
export const maskOf = (letters: string): number => {
  let mask = 0;
  for (const letter of letters) mask |= 1 << (letter.charCodeAt(0) - 65);
  return mask;
};

// Where «may», «march», مارس, آب stand beside one of these or a number, the month is meant.
const MONTH_LEADS = new Set(
  'in since during last early late mid of until by this next from to between through before after till and - / في شهر منذ خلال مطلع نهايه بدايه منتصف اواخر اوايل من حتي الي بين ('.split(
    ' ',
  ),
);
const ORDINAL = /^(?:st|nd|rd|th)$/;
const GLUED_DIGITS = /^([وفبلك]{0,2}(?:ال)?)(\d{1,9})$/;

/** «March on the city», «Jan Kavan»: a name or a verb goes on. */
const followsVerb = (next: Token | undefined): boolean =>
  next?.kind === 'word' &&
  (next.capital || /^(?:on|to|of|toward|towards|for|in|through|and|be|have|not)$/.test(next.norm));

const isMonth = (tokens: readonly Token[], first: number, after: number, language: Language): boolean => {
  const before = tokens[first - 1];
  const dotted = tokens[after]?.norm === '.' && tokens[after]!.glued && tokens[first]!.end - tokens[first]!.start <= 4;
  const next = tokens[dotted ? after + 1 : after];
  if (next?.kind === 'number' || before?.kind === 'number' || ORDINAL.test(before?.norm ?? '')) return true;
  if (language === 'en' && !tokens[first]!.capital) return false;
  return (
    before !== undefined &&
    MONTH_LEADS.has(before.norm.replace(/^و(?=في|من)/, '')) &&
    // «and may go», «to march on»: what follows the month is no bare verb.
    (language === 'ar' || !/^(?:and|to|the)$/.test(before.norm) || !followsVerb(next))
  );
};

export const lineOf = (words: Words, sentence: Sentence, table: TimeWords): Line => {
  const { tokens } = words;
  const { language } = table;
  const starts: number[] = [];
  const firsts: number[] = [];
  const afters: number[] = [];
  const cuts: number[] = [];
  let text = '';
  let mask = 0;
  const add = (unit: string, first: number, after: number, cut = 0): void => {
    if (text !== '') text += ' ';
    starts.push(text.length);
    firsts.push(first);
    afters.push(after);
    cuts.push(cut);
    text += unit;
    const code = unit.charCodeAt(0);
    if (code >= 65 && code <= 90) mask |= 1 << (code - 65);
  };
  const tagged = (unit: string, clitics: string, first: number, after: number, cut: number): void => {
    if (clitics !== '') add(`${clitics}+`, first, first);
    add(unit, first, after, cut);
  };
  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation') {
      add(token.norm, i, i + 1);
      continue;
    }
    if (token.kind === 'number') {
      const next = tokens[i + 1];
      if (next?.glued && ORDINAL.test(next.norm) && /^\d+$/.test(token.norm)) {
        add(`O${Number(token.norm)}`, i, i + 2);
        i++;
        continue;
      }
      const found = /^\d{1,4}$/.test(token.norm) ? undefined : numberAt(tokens, i, i + 1, table.numbers);
      add(found ? `N${found.low}` : token.norm, i, i + 1);
      continue;
    }
    const hit = table.tags.at(tokens, i, language);
    if (hit && hit.after <= sentence.after) {
      const { tag, ambiguous } = hit.values[0]!;
      if (!ambiguous || isMonth(tokens, i, hit.after, language)) {
        const last = tokens[hit.after - 1]!;
        const dot = tokens[hit.after];
        const short = tag.startsWith('M') && last.end - last.start <= 4 && dot?.norm === '.' && dot.glued;
        const after = short && hit.after + 1 < sentence.after ? hit.after + 1 : hit.after;
        tagged(tag, hit.clitics, i, after, hit.cut);
        i = after - 1;
        continue;
      }
    }
    const glued = language === 'ar' ? GLUED_DIGITS.exec(token.norm) : undefined;
    if (glued) {
      const [, joined = '', digits = ''] = glued;
      const clitics = joined.replace(/ال$/, '');
      tagged(digits, clitics, i, i + 1, clitics.length);
      continue;
    }
    const number = numberAt(tokens, i, sentence.after, table.numbers);
    if (number && number.low > 0) {
      const clitics = number.cut > 0 ? token.norm.slice(0, number.cut) : '';
      tagged(number.high === number.low ? `N${number.low}` : 'NX', clitics, i, number.after, number.cut);
      i = number.after - 1;
      continue;
    }
    add(token.norm, i, i + 1);
  }
  return { text, starts, first: firsts, after: afters, cuts, mask };
};
