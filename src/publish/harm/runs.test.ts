/** Runs and veils: nothing is lost of a text that hides nothing, and nothing is left of a name that is hidden. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/index.ts';
import { cutQuotes, cutRuns } from './runs.ts';
import { foldWithPlaces, veilOver } from './veil.ts';

/** Texts with both scripts, marks, bidi controls, emoji and lone surrogates. */
const text = fc
  .array(
    fc.constantFrom('a', 'B', ' ', '\n', 'ب', 'ال', 'َ', 'ـ', '\u202e', '\u2069', '😀', '\ud800', '\udc00', '-', 'é'),
    { maxLength: 60 },
  )
  .map((signs) => signs.join(''));

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const cutting = text.chain((whole) =>
  fc.record({
    whole: fc.constant(whole),
    part: spanIn(whole.length),
    claims: fc.array(
      fc.record({ id: fc.constantFrom('c1', 'c2', 'c3'), quote: spanIn(whole.length), trigger: spanIn(whole.length) }),
      { maxLength: 4 },
    ),
    withheld: fc.array(spanIn(whole.length), { maxLength: 3 }),
  }),
);

describe('cutRuns', () => {
  it('joins to exactly the text where nothing is withheld', () => {
    fc.assert(
      fc.property(cutting, ({ whole, part, claims }) => {
        const runs = cutRuns(whole, part.start, part.end, { claims, withheld: [] });
        expect(runs.map((run) => run.text).join('')).toBe(whole.slice(part.start, part.end));
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
    );
  });

  it('shows no sign of a withheld span, and every sign outside of one', () => {
    fc.assert(
      fc.property(cutting, ({ whole, claims, withheld }) => {
        // Signs that stand for their place: what is shown is told from what is not.
        const marked = Array.from(whole, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
        const spans = withheld.filter((span) => span.end <= marked.length && span.end > span.start);
        const within = claims.filter((claim) => claim.quote.end <= marked.length);
        const runs = cutRuns(marked, 0, marked.length, { claims: within, withheld: spans });
        const shown = runs
          .filter((run) => !run.withheld)
          .map((run) => run.text)
          .join('');
        const expected = [...marked].filter((_, i) => !spans.some((span) => span.start <= i && i < span.end)).join('');
        expect(shown).toBe(expected);
      }),
    );
  });

  it('marks the trigger and the claims of each run', () => {
    const runs = cutRuns('x jets hit y', 0, 12, {
      claims: [{ id: 'c1', quote: { start: 2, end: 12 }, trigger: { start: 7, end: 10 } }],
      withheld: [{ start: 11, end: 12 }],
    });
    expect(runs).toEqual([
      { text: 'x ', claims: [] },
      { text: 'jets ', claims: ['c1'] },
      { text: 'hit', claims: ['c1'], trigger: true },
      { text: ' ', claims: ['c1'] },
      { text: '[…]', claims: ['c1'], withheld: true },
    ]);
  });

  it('shows quotes alone, with a mark between two', () => {
    const quotes = [
      { start: 0, end: 3 },
      { start: 8, end: 11 },
    ];
    const runs = cutQuotes('one two three', 0, 13, quotes, { claims: [], withheld: [] });
    expect(runs.map((run) => run.text)).toEqual(['one', '[…]', 'thr']);
  });

  it('leave a mark that parts two quotes as it is', () => {
    const quotes = [
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ];
    const runs = cutQuotes('one: two', 0, 8, quotes, { claims: [], withheld: [] });
    expect(runs.map((run) => run.text)).toEqual(['one', ': ', 'two']);
  });
});

/** Secret, a text, the text without it. */
const HIDDEN: readonly (readonly [string, string, string])[] = [
  ['Al-Zumurrud', 'in AL ZUMURRUD and alzumurrud’s and zumurrud, al‑Zumurrūd.', 'in […] and […] and […], […].'],
  ['الزمرد', 'في الزُّمُرُّد وبالزمرد وللزمــرد', 'في […] […]'],
  ['كفر ياقوت', 'من كَفْر ياقوت وكفر\u200f ياقوت.', 'من […] […].'],
  ['حي', 'حي الحياة', '[…] الحياة'],
  ['Mo', 'Moscow, Mo.', 'Moscow, […].'],
  ['إدلب', 'ادلب وإدلبي', '[…]'],
];

describe('a veil', () => {
  it.each(HIDDEN)('hides %s in «%s»', (secret, given, expected) => {
    const clean = veilOver({ names: [secret], parts: [] }).clean(given);
    // Two withheld words with nothing but blanks between them are one.
    expect(clean).toBe(expected.replaceAll('[…] […]', '[…]'));
  });

  it('leaves public names that are exempt, and a known person’s share of a private name', () => {
    const veil = veilOver({ names: ['River District'], parts: ['almaz'] }, ['River District']);
    expect(veil.clean('River District')).toBe('River District');
    const text = 'General Almaz met Almaz.';
    expect(veil.spansIn(text, [{ start: 0, end: 13 }])).toEqual([{ start: 18, end: 23 }]);
  });

  it('leaves nothing of a name, however it is dressed', () => {
    const noise = fc.constantFrom('', '\u064e', '\u0640', '\u200f', '\u2068', '’');
    fc.assert(
      fc.property(fc.array(noise, { minLength: 7, maxLength: 7 }), text, text, (dress, before, after) => {
        const name = [...'zumurud'].map((sign, i) => (i % 2 ? sign.toUpperCase() : sign) + dress[i]).join('');
        const clean = veilOver({ names: ['Zumurud'], parts: [] }).clean(`${before} ${name} ${after}`);
        expect(foldWithPlaces(clean).text).not.toContain('zumurud');
      }),
    );
  });
});
