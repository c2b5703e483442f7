/** The names of a place as the index holds them: folded words with one blank between. Made once, when data are packed. */
import { wordsOf } from '../../language/index.ts';
import type { NameCondition, PlaceEntry } from '../data.ts';

export type NameKey = {
  readonly key: string;
  readonly only?: NameCondition;
};

/** «IS», «UN», «U.S.»: a short name in capitals is read only in capitals, or every «is» would be an army. */
export const isAcronym = (name: string): boolean => /^[A-Z][A-Z.&-]{1,5}$/.test(name);

// The article of Arabic names in Latin letters, assimilated forms included, as a word of its own.
const ARTICLE = /^(?:a[lrsdntz]|ash|adh|ath|el|es|ez|er|et|ed|en)$/;

/**
 * Keys of every name and alias, none twice. Arabic places are written in Latin letters with al-, el-, as-, or without
 * any: a longer name is held bare of its article too.
 */
export const keysOf = ({
  en,
  ar,
  aliases,
  short,
}: Pick<PlaceEntry, 'en' | 'ar' | 'aliases' | 'short'>): readonly NameKey[] => {
  const keys = new Map<string, NameCondition | undefined>();
  const add = (key: string, only: NameCondition | undefined): void => {
    // Written once in plain letters, a name is no acronym any more.
    keys.set(key, keys.has(key) && keys.get(key) === undefined ? undefined : only);
  };
  for (const name of [en, ar, ...aliases]) {
    if (name === undefined) continue;
    const words = wordsOf(name);
    const key = words.join(' ');
    if (key.length < 2) continue;
    add(key, isAcronym(name) ? 'capitals' : undefined);
    if (words.length > 1 && key.length > 8 && ARTICLE.test(words[0]!)) add(words.slice(1).join(' '), undefined);
  }
  for (const name of short ?? []) {
    const key = wordsOf(name).join(' ');
    if (!keys.has(key)) keys.set(key, 'behind');
  }
  return [...keys].map(([key, only]) => (only ? { key, only } : { key }));
};
