/** Small texts → mentions: described actors, places with their precision, quantities, links. English and Arabic side by side. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import type { Mention, Reading } from '../../model/index.ts';
import { createReader } from '../index.ts';

const data = await loadReaderData();
const read = createReader(data);
const of = (text: string): Reading => read({ id: 'mentions', text, date: '2024-05-15' });
const kinds = (text: string, ...wanted: Mention['kind'][]): string[] =>
  of(text)
    .mentions.filter((m) => wanted.includes(m.kind))
    .map((m) => text.slice(m.start, m.end));

const ACTORS: readonly (readonly [text: string, spans: readonly string[]])[] = [
  ['Foreign militia leaders left the town of Idlib.', ['Foreign militia leaders']],
  ['غادر قادة الميليشيات بلدة إدلب.', ['قادة الميليشيات']],
  ['Iran-backed militias left Idlib.', ['Iran-backed militias']],
  ['غادرت ميليشيات موالية لإيران إدلب.', ['ميليشيات موالية لإيران']],
  ['SOHR watched them.', ['SOHR']],
  ['راقبهم المرصد السوري لحقوق الإنسان.', ['المرصد السوري لحقوق الإنسان']],
  // A joined word in front is no part of the name; the alef of the article is not written after ل.
  ['وبالجيش ينتصرون.', ['الجيش']],
  ['وللجيش قاعدة هناك.', ['لجيش']],
  // «is» is no army.
  ['It is as it was.', []],
];

const QUANTITIES: readonly (readonly [text: string, words: string, low: number, high: number | undefined])[] = [
  ['They killed 7 civilians.', '7', 7, 7],
  ['قتلوا 7 مدنيين.', '7', 7, 7],
  ['قتلوا ٧ مدنيين.', '٧', 7, 7],
  ['They killed four civilians.', 'four', 4, 4],
  ['قتلوا أربعة مدنيين.', 'أربعة', 4, 4],
  ['They killed at least 7 civilians.', 'at least 7', 7, undefined],
  ['قتلوا ما لا يقل عن 7 مدنيين.', 'ما لا يقل عن 7', 7, undefined],
  ['They killed up to 7 civilians.', 'up to 7', 1, 7],
  ['They killed between 10 and 15 civilians.', 'between 10 and 15', 10, 15],
  ['They killed 13,000 civilians.', '13,000', 13_000, 13_000],
  ['They killed dozens of civilians.', 'dozens of', 24, undefined],
  ['قتلوا عشرات المدنيين.', 'عشرات', 20, undefined],
  // the dual says two; English has none
  ['قُتل مدنيان.', 'مدنيان', 2, 2],
  ['قتلت طفلتان.', 'طفلتان', 2, 2],
];

const NO_QUANTITY: readonly string[] = [
  'They paid 7 million dollars for it.',
  'The road is 7 km long.',
  'It took 7 hours.',
  'The 17th Division moved.',
  'In 2024 it ended.',
  'دفعوا 7 ملايين دولار ثمنا له.',
  'طول الطريق 7 كيلومترات هناك.',
  'استمر ذلك 7 ساعات.',
];

describe('actors', () => {
  it.each(ACTORS)('%s', (text, spans) => expect(kinds(text, 'actor')).toEqual(spans));

  it('that are described belong to the one that is named in them', () => {
    const text = 'An Israeli military spokesman spoke.';
    const spokesman = of(text).mentions.find((m) => m.head === 'spokesman')!;
    expect(of(text).mentions.find((m) => m.id === spokesman.of)).toMatchObject({ actor: 'idf' });
  });
});

describe('quantities', () => {
  it.each(QUANTITIES)('%s', (text, words, low, high) => {
    const [quantity, ...others] = of(text).mentions.filter((m) => m.kind === 'quantity');
    expect(others).toEqual([]);
    expect([text.slice(quantity!.start, quantity!.end), quantity!.quantity!.low, quantity!.quantity!.high]).toEqual([
      words,
      low,
      high,
    ]);
    expect(quantity!.quantity!.unit).toBe('person');
  });

  it.each(NO_QUANTITY)('is none: %s', (text) => expect(kinds(text, 'quantity')).toEqual([]));
});

describe('places', () => {
  const place = (text: string) => of(text).mentions.find((m) => m.kind === 'place')?.place;

  it.each([
    ['They came to Damascus.', 'دمشق', 'town'],
    ['وصلوا إلى دمشق.', 'دمشق', 'town'],
    ['They came to Syria.', 'سوريا', 'country'],
    ['وصلوا إلى سوريا.', 'سوريا', 'country'],
  ])('%s', (text, ar, precision) => {
    expect(place(text)).toMatchObject({ name: { ar }, precision });
  });

  it('with a point of their own have it as the data has it; others their parent’s, with its precision', () => {
    const byId = new Map([...data.places].map((entry) => [entry.id, entry]));
    for (const text of ['They came to Damascus.', 'They came to Al-Siyal near Al-Bukamal.']) {
      const value = place(text)!;
      let entry = byId.get(value.id)!;
      const own = entry.lat !== undefined;
      while (entry.lat === undefined) entry = byId.get(entry.parent!)!;
      expect([value.lat, value.lon]).toEqual([entry.lat, entry.lon]);
      expect(own, text).toBe(text.includes('Damascus'));
      if (!own) expect(value.precision).toBe(entry.kind);
    }
  });

  it('say what they lie in, and their country', () => {
    expect(place('They came to Al-Bukamal.')).toMatchObject({
      country: 'SY',
      admin: expect.arrayContaining(['Deir ez-Zor']),
    });
  });

  it.each([
    ['They left the village of Xyzwick on foot.', 'Xyzwick'],
    ['غادروا قرية زعفرانوس سيرا.', 'زعفرانوس'],
  ])('that no table knows stay, as a gap: %s', (text, name) => {
    const reading = of(text);
    const found = reading.mentions.find((m) => m.kind === 'place')!;
    expect(text.slice(found.start, found.end)).toBe(name);
    expect(found.place).toBeUndefined();
    // Whether «left» tells of an event is another room's question.
    expect(reading.gaps.filter(({ kind }) => kind !== 'trigger-without-claim')).toEqual([
      expect.objectContaining({ kind: 'place-unknown', start: found.start, end: found.end }),
    ]);
  });

  it.each([
    ['Militias left Al-Bukamal on Monday after a week. The city is calm.', 'city'],
    ['غادرت الميليشيات مدينة البوكمال يوم الاثنين. وشهدت المدينة هدوءا.', 'المدينة'],
  ])('that go by a noun mean the last of their kind: %s', (text, noun) => {
    const { mentions } = of(text);
    const later = mentions.find((m) => text.slice(m.start, m.end) === noun)!;
    expect(mentions.find((m) => m.id === later.same)?.place?.id).toBe('geonames:174448');
  });
});
