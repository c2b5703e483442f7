/** The words of a sentence as the namer wants them: with what lexicons and tables say of each. */
import { fold, type Memory, type NameWord, remember } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Sights } from '../namers.ts';
import type { Name, NameTable } from './names.ts';

// Inhabitants from which on the name of an unchosen town says something.
const LARGE = 20_000;
const MOST_REMEMBERED = 50_000;

/** Which sort of name a table's entry is, from 1 on. */
const sortOf = ({ kind, entry, only }: Name): number => {
  if (kind === 'actor') return entry.kind === 'outlet' || entry.kind === 'agency' ? 1 : 2;
  if (kind === 'nationality') return 3;
  if (only === 'behind') return 4;
  if (entry.kind === 'country') return 5;
  if (entry.kind === 'province' || entry.kind === 'district') return 6;
  if (entry.curated) return 7;
  return entry.population >= LARGE ? 8 : 9;
};

/**
 * @returns for one sentence, each of its tokens as the namer's word
 */
export const compileSights = (lexicons: Readonly<Record<Language, Lexicons>>, names: NameTable): Sights => {
  const bitsIn = (lexicon: Lexicons): Memory<number> => {
    const tables = [
      lexicon.titles,
      lexicon.givenNames,
      lexicon.heads,
      lexicon.facilities,
      lexicon.weapons,
      lexicon.placeNouns,
      lexicon.modifiers,
      lexicon.reporting,
      lexicon.harm,
      lexicon.months,
      lexicon.weekdays,
      lexicon.numbers,
      lexicon.units,
      lexicon.sources,
      lexicon.triggers,
    ];
    return remember(
      (norm) => tables.reduce((bits, table, at) => (table.word(norm).length > 0 ? bits | (1 << at) : bits), 0),
      MOST_REMEMBERED,
    );
  };
  const bits = { en: bitsIn(lexicons.en), ar: bitsIn(lexicons.ar) };
  return (words, sentence, syntaxOf) => {
    const syntax = syntaxOf.tagged(sentence);
    const { tokens, text } = words;
    const { language } = sentence;
    const table = new Uint8Array(sentence.after - sentence.first);
    for (let i = sentence.first; i < sentence.after; i++) {
      if (tokens[i]!.kind !== 'word' || (language === 'en' && !tokens[i]!.capital)) continue;
      const hit = names.at(tokens, i, language);
      if (hit === undefined || hit.after > sentence.after) continue;
      const sort = 2 * Math.min(...hit.values.map(sortOf));
      for (let k = i; k < hit.after; k++) table[k - sentence.first] = k === i ? sort : sort + 1;
      i = hit.after - 1;
    }
    return Array.from(table, (sort, at): NameWord => {
      const token = tokens[sentence.first + at]!;
      const form = text.slice(token.start, token.end);
      const carrier = syntax.words[syntax.wordAt(sentence.first + at)];
      const stem = language === 'ar' && carrier ? carrier.form : form;
      return {
        form,
        stem,
        ...(carrier && { lemma: carrier.lemma, tag: carrier.xpos ?? carrier.upos }),
        known: bits[language].of(stem === form ? token.norm : fold(stem)),
        table: sort,
      };
    });
  };
};
