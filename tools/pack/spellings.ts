/** One name in Latin letters → the ways in which the press spells it: data/actors/spellings.tsv. */
import { wordsOf } from '../../src/language/index.ts';
import { badData, expectColumns, listOf, type Table } from '../../src/load/index.ts';
import type { ActorEntry } from '../../src/read/data.ts';

/** More ways than these are no ways that somebody writes. */
const MOST = 24;

/** @returns for a name the other ways to spell it, folded; none where the table has none of its words */
export const spellingsFrom = (table: Table): ((name: string) => readonly string[]) => {
  expectColumns(table, ['forms']);
  const groups = new Map<string, readonly string[]>();
  for (const row of table.rows) {
    const forms = listOf(row, 'forms').map((form) => wordsOf(form).join(' '));
    if (forms.length < 2) throw badData(row.where, 'a row needs two forms at least');
    for (const form of forms) {
      if (groups.has(form)) throw badData(row.where, `«${form}» stands twice`);
      groups.set(form, forms);
    }
  }
  return (name) => {
    const words = wordsOf(name);
    if (words.length < 2 && !groups.has(words[0] ?? '')) return [];
    let ways: readonly string[] = [''];
    for (const [at, word] of words.entries()) {
      // «el» and «ul» stand for the article before a name, not for the end of one.
      const forms = at < words.length - 1 || words.length === 1 || word.length > 2 ? groups.get(word) : undefined;
      const next = ways.flatMap((way) => (forms ?? [word]).map((form) => (way ? `${way} ${form}` : form)));
      ways = next.length > MOST ? ways.map((way) => (way ? `${way} ${word}` : word)) : next;
    }
    const own = words.join(' ');
    return ways.filter((way) => way !== own);
  };
};

/** Actors with the spellings of their names in Latin letters that no actor bears. */
export const withSpellings = (actors: readonly ActorEntry[], table: Table): readonly ActorEntry[] => {
  const spellings = spellingsFrom(table);
  const owned = new Set(
    actors.flatMap(({ names, aliases }) => [names.en, ...aliases.en].map((name) => wordsOf(name).join(' '))),
  );
  return actors.map((actor) => {
    const more: string[] = [];
    for (const name of [actor.names.en, ...actor.aliases.en])
      for (const way of spellings(name)) {
        if (owned.has(way)) continue;
        owned.add(way);
        more.push(way);
      }
    return more.length ? { ...actor, aliases: { ...actor.aliases, en: [...actor.aliases.en, ...more] } } : actor;
  });
};
