/** Reports rewritten: the claims must follow. The bounds are what the reader kept when the set was made; no rule may fall below them. */
import { describe, expect, test } from 'vitest';
import { markedOf, openReports, vocabularyOf } from '../annotate/index.ts';
import { openContext } from '../context.ts';
import { follow } from './follow.ts';
import { isOfSeedKind, robustnessOf, SWAPS, type Swap, together, variantsOf } from './index.ts';

const context = await openContext();
const vocabulary = vocabularyOf(context.data);
const reports = openReports('open', vocabulary);

describe('the rewriter', () => {
  const report = reports.find(({ name }) => name === 'en-mayadin-alert')!;
  const variant = (name: string, swap: string) =>
    variantsOf(reports.find((each) => each.name === name)!, context.data, vocabulary).find(
      (each) => each.swap === swap,
    )!;

  test.each([
    ['en-mayadin-alert', 'towns', 'cars', /near Al-Mayadeen/, /near Azaz/],
    ['ar-mayadin-alert', 'towns', 'سيارات', /الميادين/, /منبج/],
    ['en-mayadin-alert', 'actors', 'cars', /the IRGC had/, /the Quds Force had/],
    ['en-baalbek-order', 'dates', 'army', /Oct\. 30/, /Oct\. 30/],
    ['ar-huwayja', 'dates', 'انسحبت', /14 شباط/, /15 شباط/],
    ['ar-kafour', 'dates', 'الغارة', /17 آب/, /18 آب/],
  ])('%s, %s', (name, swap, kept, before, after) => {
    const old = reports.find((each) => each.name === name)!.text;
    const now = variant(name, swap)?.text ?? old;
    expect(old).toMatch(before);
    expect(now).toMatch(after);
    expect(now).toContain(kept);
  });

  test('knows where each stretch went', () => {
    for (const { text, at, ids } of variantsOf(report, context.data, vocabulary))
      for (const { start, end, kind } of report.mentions) {
        const now = at({ start, end });
        expect(now).toBeDefined();
        const changed = ids.has(`${start}-${end}`) || kind === 'time';
        if (!changed) expect(text.slice(now!.start, now!.end)).toBe(report.text.slice(start, end));
      }
  });

  test('moves the last paragraph, and loses no word', () => {
    const { text } = variant('en-mayadin-alert', 'order');
    expect(text).not.toBe(report.text);
    expect(text.split(/\s+/).sort()).toEqual(report.text.split(/\s+/).sort());
  });

  test('a reader that does not look at the words again is found out', () => {
    const before = markedOf(context.read({ id: report.name, text: report.text }));
    for (const swap of ['towns', 'order'])
      expect(follow(report, before, before, variant('en-mayadin-alert', swap)).lost.length).toBeGreaterThan(0);
  });

  test('so is one that reads the new words as the old place', () => {
    const towns = variant('en-border-realign', 'towns');
    const own = reports.find(({ name }) => name === 'en-border-realign')!;
    const before = markedOf(context.read({ id: own.name, text: own.text }));
    const after = markedOf(context.read({ id: own.name, text: towns.text }));
    const stuck = {
      ...after,
      mentions: after.mentions.map(({ place, ...mention }) => ({
        ...mention,
        ...(place && { place: { ...place, id: 'place:elsewhere' } }),
      })),
    };
    expect(follow(own, before, after, towns).lost.join()).not.toContain('was read as');
    expect(follow(own, before, stuck, towns).lost.join()).toContain('was read as place:elsewhere');
  });
});

/**
 * Shares that follow on the open reports, of all and of those of the seed's kind. With half as many claims, before 0.3.0,
 * it was 96 and 94 in a hundred of towns and all of actors, and 98 of actors in 0.3.0: to be won back.
 */
const KEPT: Readonly<Record<Swap, readonly [all: number, seed: number]>> = {
  towns: [0.93, 0.94],
  actors: [0.97, 0.95],
  dates: [1, 1],
  numbers: [1, 1],
  order: [0.98, 1],
};

describe('claims follow', () => {
  const of = (kept: typeof reports) => robustnessOf(kept, context, context.data, vocabulary);
  const seed = of(reports.filter(isOfSeedKind));
  const all = together(seed, of(reports.filter((report) => !isOfSeedKind(report))));
  test.each(SWAPS)('a change of %s', (swap) => {
    const { claims, followed, lost } = all.swaps[swap];
    expect(claims).toBeGreaterThan(20);
    expect(followed / claims, lost.join('\n')).toBeGreaterThanOrEqual(KEPT[swap][0]);
  });
  // No report of the seed's kind gives numbers that can be exchanged without another word for what they count.
  test.each(SWAPS.filter((swap) => swap !== 'numbers'))('a change of %s in reports of the seed’s kind', (swap) => {
    const { claims, followed, lost } = seed.swaps[swap];
    expect(claims).toBeGreaterThan(10);
    expect(followed / claims, lost.join('\n')).toBeGreaterThanOrEqual(KEPT[swap][1]);
  });
  test('from one language into the other, by type', () => {
    const { claims, followed, lost } = all.twins;
    expect(followed / claims, lost.join('\n')).toBeGreaterThanOrEqual(0.65);
  });
});
