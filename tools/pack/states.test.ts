import { describe, expect, it } from 'vitest';
import { parseTable } from '../../src/load/index.ts';
import type { ActorEntry } from '../../src/read/data.ts';
import { spellingsFrom } from './spellings.ts';
import { withStates } from './states.ts';

const countries = parseTable(
  'c.tsv',
  'code\ten\tar\taliases_en\taliases_ar\tpeople_en\tpeople_ar\n' +
    'FR\tFrance\tفرنسا\t\t\tFrench|Frenchman\tفرنسي\n' +
    'GE\tGeorgia\tجورجيا\t\t\tGeorgian|Georgians\tجورجي\n' +
    'GU\tGuam\tغوام\t\t\tGuamanian\t\n',
);
const divisions = parseTable('d.tsv', 'country\tcode\ten\nUS\tGA\tGeorgia\n');
const patterns = parseTable(
  'p.tsv',
  'id\ten\tar\taliases_en\taliases_ar\tkind\tparent\tnone\n' +
    "government\t{people} government\tالحكومة {f}\t{country}'s government\tحكومة {country}\tinstitution\n" +
    'army\t{people} army\tالجيش {m}\t{country} army\tجيش {country}\tstate-forces\tgovernment\tGE\n',
);
const told: ActorEntry = {
  id: 'armee-de-terre',
  names: { en: 'Armée de terre' },
  aliases: { en: ['French army'], ar: [] },
  kind: 'state-forces',
  country: 'FR',
};

describe('what every state has', () => {
  const found = new Map(withStates([told], { patterns, countries, divisions }).map((actor) => [actor.id, actor]));
  it('is told of each in both languages', () => {
    expect(found.get('government-fr')).toEqual({
      id: 'government-fr',
      names: { en: 'French government', ar: 'الحكومة الفرنسية' },
      aliases: { en: ["France's government"], ar: ['حكومة فرنسا'] },
      kind: 'institution',
      country: 'FR',
      role: 'government',
    });
  });
  it('adds spellings to what a table names already, and keeps its id', () => {
    expect(found.get('army-fr')).toBeUndefined();
    expect(found.get('armee-de-terre')).toMatchObject({
      aliases: { en: ['French army', 'France army'], ar: ['الجيش الفرنسي', 'جيش فرنسا'] },
      role: 'army',
    });
  });
  it('leaves out what a state does not have, territories, and the name that an American state bears too', () => {
    expect([...found.keys()].sort()).toEqual(['armee-de-terre', 'government-fr', 'government-ge']);
    expect(found.get('government-ge')?.aliases.en).toEqual([]);
  });
  it('refuses a pattern that names no form', () => {
    const bad = parseTable(
      'p.tsv',
      'id\ten\tar\taliases_en\taliases_ar\tkind\tparent\tnone\nx\tX\tس\t\t\tinstitution\n',
    );
    expect(() => withStates([], { patterns: bad, countries, divisions })).toThrow(
      'p.tsv:2: «X» has no {people}, {country}, {m} or {f}',
    );
  });
});

describe('spellings', () => {
  const spellings = spellingsFrom(parseTable('s.tsv', 'forms\njaysh|jaish\nal|el\n'));
  it('are those of every word, the article too', () => {
    expect(spellings('Jaysh al-Noor')).toEqual(['jaysh el noor', 'jaish al noor', 'jaish el noor']);
    expect(spellings('Noor')).toEqual([]);
  });
});
