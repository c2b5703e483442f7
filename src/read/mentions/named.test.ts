/** What the model of names adds to the tables, and what it keeps them from saying. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import type { Mention, Reading } from '../../model/index.ts';
import { createMarker, createReader } from '../index.ts';

let read: (text: string) => Reading;
let mark: ReturnType<typeof createMarker>;
beforeAll(async () => {
  const data = await loadReaderData();
  const reader = createReader(data);
  read = (text) => reader({ id: 'x', text });
  mark = createMarker(data);
});
const of = ({ report, mentions }: Reading, kind: Mention['kind']): string[] =>
  mentions.filter((one) => one.kind === kind).map(({ start, end }) => report.text.slice(start, end));

describe('names that no table knows', () => {
  it.each([
    ['The talks were led by Orrin Veltraad, the foreign minister, on Monday.', 'Orrin Veltraad'],
    ['قال المحامي خالد ناصر الدين إن موكله بريء.', 'خالد ناصر الدين'],
  ])('a person: %s', (text, name) => {
    expect(of(read(text), 'person').some((person) => person.includes(name))).toBe(true);
  });

  it('are private where no office is told, and say that the model found them', () => {
    const { mentions } = read('The talks were led by Orrin Veltraad, the foreign minister, on Monday.');
    const person = mentions.find(({ kind }) => kind === 'person');
    expect(person).toMatchObject({ head: 'foreign minister', rule: 'model/en' });
    expect(person?.private).toBeUndefined();
  });

  it('a body stands without an id, and as a gap', () => {
    const reading = read('The Veltraad Relief Foundation sent lorries to Aleppo on Monday.');
    const body = reading.mentions.find(({ rule, kind }) => kind === 'actor' && rule === 'model/en');
    expect(body?.actor).toBeUndefined();
    expect(reading.gaps.map(({ kind }) => kind)).toContain('actor-unknown');
  });

  it.each(['It was a quiet day and nobody went out.', 'كان يوما هادئا ولم يخرج أحد.'])('stay silent: %s', (text) => {
    const { mentions } = read(text);
    expect(mentions.filter(({ rule }) => rule.startsWith('model/'))).toEqual([]);
  });
});

describe('names of towns', () => {
  it('are none inside the name of a person', () => {
    expect(of(read('The award went to Paris Hilton on Monday, her lawyer said.'), 'place')).toEqual([]);
  });
  it('are believed where they stand alone', () => {
    expect(of(read('Shells fell on Aleppo on Monday.'), 'place')).toEqual(['Aleppo']);
  });
});

describe('createMarker', () => {
  it.each([
    ['re3d', 'Coalition aircraft struck two vehicles near Mosul on Monday.', 'Mosul', 'Location'],
    ['anercorp', 'وصل الوزير إلى دمشق أمس.', 'دمشق', 'LOC'],
    ['wojood', 'وصل الوزير إلى فلسطين أمس.', 'فلسطين', 'GPE'],
  ])('marks in the kinds of %s', (layer, text, name, kind) => {
    const found = mark(text, layer).map((one) => [text.slice(one.start, one.end), one.kind]);
    expect(found).toContainEqual([name, kind]);
  });
  it('knows no layer of another language', () => {
    expect(mark('Shells fell on Aleppo.', 'anercorp')).toEqual([]);
  });
});
