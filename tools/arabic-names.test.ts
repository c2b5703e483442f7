import { describe, expect, it } from 'vitest';
import { cleanArabic, messagesOf } from './arabic-names.ts';
import { citiesOf } from './debian-cities.ts';

/** A compiled catalogue of gettext, as msgfmt lays it out. */
const catalogue = (entries: readonly (readonly [string, string])[]): Buffer => {
  const head = Buffer.alloc(28 + entries.length * 16);
  [0x950412de, 0, entries.length, 28, 28 + entries.length * 8].forEach((value, at) => {
    head.writeUInt32LE(value, at * 4);
  });
  const texts: Buffer[] = [];
  let end = head.length;
  for (const side of [0, 1] as const)
    entries.forEach((entry, row) => {
      const text = Buffer.from(`${entry[side]}\0`);
      head.writeUInt32LE(text.length - 1, 28 + (side * entries.length + row) * 8);
      head.writeUInt32LE(end, 32 + (side * entries.length + row) * 8);
      texts.push(text);
      end += text.length;
    });
  return Buffer.concat([head, ...texts]);
};

it('reads a compiled catalogue', () => {
  const entries = [
    ['170063', 'حلب'],
    ['174448', 'البو كمال'],
  ] as const;
  expect([...messagesOf(catalogue(entries))]).toEqual(entries);
});

describe('cleanArabic', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['طريف\u200e\u200e', 'طريف'],
    ['باقة الغربية\u200e,', 'باقة الغربية'],
    ['Tārūt', undefined],
    ['', undefined],
    ['مدينة  الكويت', 'مدينة الكويت'],
  ];
  it.each(rows)('%j → %j', (name, expected) => {
    expect(cleanArabic(name)).toBe(expected);
  });
});

it('reads cities out of a serialised array', () => {
  const element = (strings: readonly string[], population: number, lat: number, lon: number): Buffer => {
    const texts = Buffer.from(strings.map((text) => `${text}\0`).join(''));
    const number = Math.ceil(texts.length / 4) * 4;
    const point = Math.ceil((number + 4) / 8) * 8;
    const whole = Buffer.alloc(point + 16 + 7);
    texts.copy(whole);
    whole.writeUInt32LE(population, number);
    whole.writeDoubleLE(lat, point);
    whole.writeDoubleLE(lon, point + 8);
    return whole;
  };
  const first = element(['1', 'A', '07', 'North', 'SY', 'Syria', 'Asia/X'], 5, 1.5, -2.5);
  const second = element(['22', 'Bé', '', '', 'IQ', 'Iraq', 'Asia/Y'], 0, 0, 0);
  const start = Math.ceil(first.length / 8) * 8;
  const table = Buffer.alloc(8);
  table.writeUInt32LE(first.length, 0);
  table.writeUInt32LE(start + second.length, 4);
  const all = Buffer.concat([first, Buffer.alloc(start - first.length), second, table]);
  expect(citiesOf(all)).toEqual([
    { geonames: '1', name: 'A', admin1: '07', admin1Name: 'North', country: 'SY', population: 5, lat: 1.5, lon: -2.5 },
    { geonames: '22', name: 'Bé', admin1: '', admin1Name: '', country: 'IQ', population: 0, lat: 0, lon: 0 },
  ]);
});
