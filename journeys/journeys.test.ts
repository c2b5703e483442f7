/**
 * Whole reports stage by stage: what each step makes of them, in files that a person can read. A change of the reader
 * shows here as a change of words. `UPDATE=1 npx vitest run journeys` writes the files anew, never where CI is set.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../src/cli/index.ts';
import { type Claim, type Mention, type Reading, readingSchema, type Span } from '../src/model/index.ts';

const root = path.join(import.meta.dirname, '..');
const REPORTS = ['mayadin-security-square', 'hodeidah-strikes'] as const;
const STAGES = ['report', 'parts', 'mentions', 'claims', 'printed'] as const;
const update = process.env.UPDATE === '1' && !process.env.CI;

/** What `marsad ARGS` prints. */
const printed = async (...args: string[]): Promise<string> => {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  try {
    expect(await main(args)).toBe(0);
  } finally {
    write.mockRestore();
  }
  return out;
};

type Words = (span: Span) => string;

const partsOf = ({ report }: Reading, words: Words): string[] => [
  `issued ${report.issued.earliest ?? '?'} to ${report.issued.latest ?? '?'}, by ${report.issued.basis.map((b) => (b.start === undefined ? b.kind : `${b.kind} «${words(b as Span)}»`)).join(', ') || 'nothing'}`,
  '',
  ...report.parts.map((part) =>
    [
      part.kind.padEnd(10),
      part.language,
      ...(part.archive ? ['archive'] : []),
      ...(part.truncated ? ['truncated'] : []),
      words(part),
    ].join('  '),
  ),
];

const mentionLine = (m: Mention, words: Words): string =>
  [
    m.id.padEnd(4),
    m.kind.padEnd(11),
    `«${words(m)}»`,
    ...(m.actor ? [`actor ${m.actor}`] : []),
    ...(m.head ? [`head ${m.head}`] : []),
    ...(m.of ? [`of ${m.of}`] : []),
    ...(m.same ? [`same as ${m.same}`] : []),
    ...(m.private ? ['private'] : []),
    ...(m.place ? [`${m.place.id}, ${m.place.precision}, ${m.place.score}`] : []),
    ...(m.time ? [`${m.time.earliest ?? '?'} to ${m.time.latest ?? '?'}, ${m.time.precision}, ${m.time.basis}`] : []),
    ...(m.quantity
      ? [`${m.quantity.low} to ${m.quantity.high ?? 'more'}${m.quantity.unit ? ` ${m.quantity.unit}` : ''}`]
      : []),
    `(${m.rule})`,
  ].join('  ');

const claimLines = (c: Claim, words: Words, mention: (id: string) => string): string[] => {
  const row = (label: string, values: readonly string[]): string[] =>
    values.length ? [`  ${label.padEnd(12)}${values.join(', ')}`] : [];
  return [
    [
      c.id,
      c.type,
      ...(c.change ? [c.change] : []),
      c.modality,
      ...(c.status ? [c.status] : []),
      ...(c.background ? ['background'] : []),
      ...(c.same ? [`same as ${c.same}`] : []),
    ].join('  '),
    ...row('quote', [words(c.quote)]),
    ...row('trigger', [`${words(c.trigger)} (${c.rule})`]),
    ...row(
      'says',
      c.speakers.map((s) => `${mention(s.mention)} (${words(s.cue)})`),
    ),
    ...row('agents', c.agents.map(mention)),
    ...row('targets', c.targets.map(mention)),
    ...row('instruments', c.instruments.map(mention)),
    ...row('places', [...c.places.map(mention), ...(c.placesFrom ? [`from the ${c.placesFrom}`] : [])]),
    ...row('destination', c.destination.map(mention)),
    ...row('origin', c.origin.map(mention)),
    ...row('time', [`${c.time.earliest ?? '?'} to ${c.time.latest ?? '?'}, ${c.time.precision}, ${c.time.basis}`]),
    ...c.toll.flatMap((t) =>
      row('toll', [
        `${t.harm} ${t.low} to ${t.high ?? 'more'}${t.who ? ` ${mention(t.who)}` : ''}`,
        ...(t.including ?? []).map((i) => `of them ${i.low}${i.who ? ` ${mention(i.who)}` : ''}`),
      ]),
    ),
    ...(c.purpose ? row('purpose', [words(c.purpose)]) : []),
    '',
  ];
};

/** Every stage of a report as a text. */
const stagesOf = async (name: string): Promise<Record<(typeof STAGES)[number], string>> => {
  const file = `data/samples/${name}.txt`;
  const reading = readingSchema.parse(JSON.parse(await printed('read', '--json', file)));
  const words: Words = ({ start, end }) => reading.report.text.slice(start, end).replace(/\s+/g, ' ');
  const mention = (id: string): string => `${id} «${words(reading.mentions.find((m) => m.id === id)!)}»`;
  const text = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`;
  return {
    report: reading.report.text,
    parts: text(partsOf(reading, words)),
    mentions: text(reading.mentions.map((m) => mentionLine(m, words))),
    claims: text([
      ...reading.claims.flatMap((c) => claimLines(c, words, mention)),
      ...reading.gaps.map((gap) => `gap  ${gap.kind}  «${words(gap)}»  ${gap.reason}`),
    ]),
    printed: await printed('read', file),
  };
};

describe.each(REPORTS)('the journey of %s', (name) => {
  const folder = path.join(import.meta.dirname, name);
  const before = process.cwd();
  let stages: Awaited<ReturnType<typeof stagesOf>>;

  beforeAll(async () => {
    vi.stubEnv('NO_COLOR', '1');
    process.chdir(root);
    stages = await stagesOf(name);
    if (!update) return;
    mkdirSync(folder, { recursive: true });
    for (const stage of STAGES) writeFileSync(path.join(folder, `${stage}.txt`), stages[stage]);
  });
  afterAll(() => {
    process.chdir(before);
    vi.unstubAllEnvs();
  });

  it.each(STAGES)('%s', (stage) => {
    const kept = path.join(folder, `${stage}.txt`);
    expect(existsSync(kept), `${name}/${stage}.txt is missing: write it with UPDATE=1 npx vitest run journeys`).toBe(
      true,
    );
    expect(stages[stage], 'if this change is meant: UPDATE=1 npx vitest run journeys').toBe(readFileSync(kept, 'utf8'));
  });

  it('has no file that no stage writes', () => {
    expect(readdirSync(folder).sort()).toEqual(STAGES.map((stage) => `${stage}.txt`).sort());
  });
});
