/** Texts that nobody wrote, and a measure of work, for tests of what must hold for any input. */
import fc from 'fast-check';

const PIECES = [
  'Israel struck Damascus',
  "Hamas's",
  'U.S.',
  '13,000',
  'قصفت',
  'مدينة دير الزور',
  '٧ قتلى',
  '\u064e\u0640',
  '\u200f',
  '\n',
  '\r\n',
  '\u2028',
  '•',
  '.',
  '؟',
  '«',
  '[',
  ')',
  '  ',
  '😀',
  '\ud800',
  '\udc00',
  '\u0000',
  '2024-12-24',
  'yesterday',
  'أمس',
] as const;

/** Any code units at all, and likelier ones: words of both scripts, marks, bullets, halves of pairs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES, ' '), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
);

const cpu = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/**
 * How much dearer the unit of work gets when there is four times as much of it: about 1 where work is linear, about 4
 * where it is quadratic. Processor time, not the clock, so that other processes do not count; the best of three runs.
 */
export const cpuRatio = (work: (n: number) => unknown, n: number): number => {
  work(n);
  const best = (count: number): number => Math.min(...[1, 2, 3].map(() => cpu(() => work(count))));
  return best(4 * n) / (4 * Math.max(best(n), 1000));
};
