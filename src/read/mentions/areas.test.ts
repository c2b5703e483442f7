/** Areas that names tell, and names that are no places because a person bears them. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());
const areas = (text: string): (readonly [string, string | undefined])[] =>
  read({ id: 'areas', text })
    .mentions.filter(({ rule }) => rule === 'places/between' || rule === 'places/side')
    .map(({ start, end, place }) => [text.slice(start, end), place?.id] as const);

const DEIR = 'place:deir-ez-zor-governorate';
type Area = readonly [text: string, ...found: (readonly [string, string])[]];
const AREAS: readonly Area[] = [
  ['Shots were heard between Mayadin and Al-Bukamal.', ['between Mayadin and Al-Bukamal', DEIR]],
  ['سمع إطلاق نار بين الميادين والبوكمال.', ['بين الميادين والبوكمال', DEIR]],
  ['سمع إطلاق نار بين مدينتي الميادين والبوكمال.', ['بين مدينتي الميادين والبوكمال', DEIR]],
  ['They crossed to the Iraqi side.', ['Iraqi side', 'country:IQ']],
  ['عبروا إلى الجانب العراقي.', ['الجانب العراقي', 'country:IQ']],
  // Governments, and what no province and no country holds.
  ['Talks between Damascus and Beirut went on.'],
  ['تستمر المحادثات بين دمشق وبيروت.'],
  ['He travels between Homs and Mosul.'],
];
describe('areas', () => {
  it.each(AREAS.map((area) => ({ area, says: area[0] })))('$says', ({ area: [text, ...found] }) =>
    expect(areas(text)).toEqual(found),
  );
  it('says how coarse it is, and has the point of what holds it', () => {
    const text = 'Shots were heard between Mayadin and Al-Bukamal.';
    const place = read({ id: 'areas', text }).mentions.find(({ rule }) => rule === 'places/between')?.place;
    expect(place).toMatchObject({ precision: 'between', name: { en: 'Deir ez-Zor', ar: 'دير الزور' } });
  });
});

const PERSONS: readonly (readonly [text: string, places: readonly string[]])[] = [
  ['They met Roberto Romero in Houston.', ['Houston']],
  ['They met Colonel Guzman in Houston.', ['Houston']],
  ['They met Mr. London in Houston.', ['Houston']],
  ['They went to London and Houston.', ['London', 'Houston']],
];
it.each(PERSONS)('%s', (text, places) => {
  const { mentions } = read({ id: 'persons', text });
  expect(mentions.filter(({ kind }) => kind === 'place').map(({ start, end }) => text.slice(start, end))).toEqual(
    places,
  );
});
