/** What counts as one text told twice, and what does not. */
import { describe, expect, it } from 'vitest';
import { ALIKE, bandsOf, likenessOf } from './copies.ts';

const english = `Shells fell on the market of Mayadin on Monday morning, killing four traders and wounding eleven people, the
Syrian Observatory for Human Rights said. Rescue workers pulled two more bodies from under a collapsed shop at noon. The
director of the town's hospital asked for blood and said that its only generator had failed in the night.`;
const arabic = `سقطت قذائف على سوق مدينة الميادين صباح الاثنين فقتلت أربعة تجار وأصابت أحد عشر شخصا، بحسب المرصد السوري لحقوق
الإنسان. وانتشلت فرق الإنقاذ جثتين من تحت متجر منهار عند الظهر. وطلب مدير مستشفى المدينة التبرع بالدم وقال إن المولد الوحيد
فيه تعطل ليلا.`;
const bulletin = (day: number, dead: number, hurt: number) =>
  `Daily bulletin of ${day} March 2024: shelling of the front line continued in the countryside of Idlib. ${dead} people were killed and ${hurt} were injured in the past day, according to the activists who keep the count for us.`;

const shares = (a: string, b: string): boolean => {
  const bands = new Set(bandsOf(a));
  return bandsOf(b).some((band) => bands.has(band));
};

describe('likeness', () => {
  it.each<[string, string, string, boolean]>([
    ['the same text', english, english, true],
    [
      'other line breaks, quotes and case',
      english,
      english.toUpperCase().replace(/\n/g, '\n\n').replace("'", '’'),
      true,
    ],
    ['an agency’s text with the paper’s first line', english, `BEIRUT, from our desk - ${english}`, true],
    [
      'a few words put otherwise',
      english,
      english.replace('on Monday morning', 'early Monday').replace('asked for blood', 'called for donors'),
      true,
    ],
    ['its last sentence cut off', english, english.slice(0, english.indexOf('The\ndirector')), true],
    ['the same in Arabic, with vowel signs', arabic, arabic.replace('سقطت', 'سَقَطَت').replace('جثتين', 'جثّتين'), true],
    [
      'Arabic, a few words put otherwise',
      arabic,
      arabic.replace('عند الظهر', 'ظهرا').replace('تعطل ليلا', 'توقف ليلا'),
      true,
    ],
    [
      'another text',
      english,
      'The council of Idlib met on Tuesday to speak about bread, fuel and the price of both in the markets of the city.',
      false,
    ],
    ['the same story in the other language', english, arabic, false],
    ['yesterday’s bulletin', bulletin(2, 4, 17), bulletin(3, 9, 21), false],
  ])('of %s', (_name, a, b, alike) => {
    expect(likenessOf(a, b) >= ALIKE).toBe(alike);
    if (alike) expect(shares(a, b)).toBe(true);
  });

  it('is not asked of a text too short to tell', () => {
    expect(bandsOf('Jets struck Mayadin, a monitor said.')).toEqual([]);
  });
});
