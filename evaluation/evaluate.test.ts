import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measure, openContext, SETS, tableOf, withTable } from './index.ts';
import { answersTo, answerTo, runSet } from './run.ts';
import type { Context, Line } from './set.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));
let context: Context;
beforeAll(async () => {
  context = await openContext();
});

const set = (name: string) => SETS.find((known) => known.name === name)!;
const answer = (name: string, line: unknown): Line => answerTo(set(name), JSON.stringify(line), context);

describe('answers', () => {
  test('case21: our claim becomes one of their labels', () => {
    const text = 'Warplanes bombed the market in Aleppo on Monday, killing six civilians.';
    expect(answer('case21', { id: 7, text })).toEqual({ id: 7, labels: ['AIR_STRIKE'] });
  });
  test('case21: a text without any claim still gets one label', () => {
    expect(answer('case21', { id: 'x', text: 'Nothing.' }).labels).toEqual(['OTHER']);
  });
  test('geo: the span is the name, the point is its own', () => {
    const text = 'Fighting went on in Damascus.';
    const places = answer('geo', { id: '1', text, date: null }).places as Line[];
    expect(places.map(({ start, end }) => text.slice(start as number, end as number))).toEqual(['Damascus']);
    // Within a degree of the city: what is checked is that a point came along, not which.
    expect(Math.abs((places[0]!.lat as number) - 33.5)).toBeLessThan(1);
    expect(Math.abs((places[0]!.lon as number) - 36.3)).toBeLessThan(1);
  });
  test('timex: type and value as TIMEX3 has them, counted from the date of the text', () => {
    const text = 'They left on Monday after three days.';
    const { times } = answer('timex', { id: '1', text, dct: '2024-05-15' });
    expect(times).toEqual([
      { start: 13, end: 19, type: 'DATE', value: '2024-05-13' },
      { start: 26, end: 36, type: 'DURATION', value: 'P3D' },
    ]);
  });
  test('muc4: claims of a wire in capitals become a template', () => {
    const text =
      'BOGOTA, 5 MAY 89 -- [TEXT] A BOMB EXPLODED AT A POLICE STATION IN\nBOGOTA YESTERDAY. THREE CIVILIANS WERE KILLED.';
    const [template] = answer('muc4', { id: '1', text }).templates as Line[];
    expect(template).toMatchObject({
      type: 'BOMBING',
      date: '1989-05-04',
      country: 'COLOMBIA',
      victim: ['CIVILIANS'],
      victimNumber: ['3'],
      victimEffect: ['DEATH'],
    });
  });
  test('geo-gold: the same spans come back in their order, an unknown one without a point', () => {
    const text = 'From Homs they went on to Qwxyzville in Syria.';
    const spans = ['Syria', 'Homs', 'Qwxyzville'].map((name) => {
      const start = text.indexOf(name);
      return { start, end: start + name.length };
    });
    const places = answer('geo-gold', { id: 1, text, spans }).places as Line[];
    expect(places.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    expect(Math.abs((places[1]!.lat as number) - 34.7)).toBeLessThan(1);
    expect(places[2]).not.toHaveProperty('lat');
    // A name that is cut, out of the text, or empty is no reason to stop.
    for (const span of [
      { start: 6, end: 8 },
      { start: 900, end: 950 },
      { start: 3, end: 3 },
    ])
      expect(answer('geo-gold', { id: 1, text, spans: [span] }).places).toHaveLength(1);
    expect(answer('geo-gold', { id: 1, text: '', spans: [{ start: 0, end: 0 }] }).places).toHaveLength(1);
  });
  test.each([
    ['ipe', 'Police fired on the crowd in the old town, killing two people.', ['ANY_ACTION', 'FORCE', 'KILL']],
    [
      'ipe',
      'Officers stood by while a mob burned the shops. Police later arrested nine men.',
      ['ANY_ACTION', 'ARREST', 'FAIL'],
    ],
    ['ipe', 'The market opened at nine.', []],
    ['arabic-protest', 'تظاهر مئات من سكان البلدة أمام مبنى المحافظة.', ['PROTEST']],
    ['arabic-protest', 'افتُتح السوق صباحًا.', []],
    [
      'arabic-assault',
      'قُتل أربعة من رجال الشرطة في هجوم انتحاري بسيارة مفخخة استهدف دوريتهم شرق المدينة أمس.',
      ['ASSAULT'],
    ],
    ['arabic-assault', 'افتُتح السوق صباحًا بحضور رئيس البلدية.', []],
  ])('%s: %s', (name, text, labels) => {
    expect([...(answer(name, { id: '1', text }).labels as string[])].sort()).toEqual(labels);
  });
  test.each([
    ['France demanded that Germany withdraw its request.', 'DEMAND', 'France', undefined],
    ['Turkey rejected a proposal from Greece for talks.', 'REJECT', 'Turkey', undefined],
    ['Soldiers demolished houses of Palestinians in Rafah on Sunday.', 'COERCE', 'Soldiers', undefined],
    ['Egypt and Sudan held talks in Cairo.', 'CONSULT', undefined, undefined],
  ])('plover: %s', (text, event, source, target) => {
    const [found] = answer('plover', { id: '1', text }).events as {
      event: string;
      source: string[];
      target: string[];
    }[];
    expect(found?.event).toBe(event);
    if (source !== undefined) expect(found?.source).toContain(source);
    if (target !== undefined) expect(found?.target).toContain(target);
  });
  test('ecb-docs: lines are answered together, in their order, and a bad one alone by its error', () => {
    const lines = [
      { id: 'a', text: 'A ferry sank off Tarn on Monday with 40 people on board.' },
      { id: 'b' },
      { id: 'c', text: 'The mayor of Belmora opened a library.' },
      { id: 'd', text: 'With 40 people on board, a ferry sank on Monday off Tarn.' },
    ];
    const [a, b, c, d] = answersTo(
      set('ecb-docs'),
      lines.map((line) => JSON.stringify(line)),
      context,
    );
    expect(a!.cluster).toBe(d!.cluster);
    expect(c!.cluster).not.toBe(a!.cluster);
    expect(b).toEqual({ id: 'b', error: { code: 'bad-line', message: expect.stringContaining('«text»') } });
  });
  test('pages: the article without its furniture', () => {
    const words = 'The council met on Monday to speak of the water supply, which had failed twice in a week. ';
    const html = `<html><body><nav>Home | Sport | Contact us</nav><article><h1>Water</h1>${`<p>${words.repeat(4)}</p>`.repeat(4)}</article></body></html>`;
    const { text } = answer('pages', { id: 'p', url: 'https://example.org/a', html });
    expect(text).toContain('the water supply');
    expect(text).not.toContain('Sport');
  });
});

describe('lines that cannot be answered', () => {
  test.each([
    ['no JSON', 'geo', '{"id":', { error: { code: 'bad-json', message: 'The line is no JSON.' } }],
    ['no object', 'geo', '[1]', { error: { code: 'bad-json', message: 'The line is no JSON object.' } }],
    ['no id', 'geo', '{"text":"x"}', { error: { code: 'bad-line', message: '«id» is missing.' } }],
    [
      'no text',
      'geo',
      '{"id":"a"}',
      { id: 'a', error: { code: 'bad-line', message: expect.stringContaining('«text»') } },
    ],
    [
      'no spans',
      'geo-gold',
      '{"id":"a","text":"x"}',
      { id: 'a', error: { code: 'bad-line', message: expect.stringContaining('«spans»') } },
    ],
    [
      'a span backwards',
      'geo-gold',
      '{"id":"a","text":"x","spans":[{"start":2,"end":1}]}',
      { id: 'a', error: { code: 'bad-line', message: expect.stringContaining('«spans[0]»') } },
    ],
    ['no html', 'pages', '{"id":"a","html":3}', { id: 'a', error: { code: 'bad-line', message: expect.any(String) } }],
  ])('%s', (_name, name, line, expected) => {
    expect(answerTo(set(name), line, context)).toEqual(expected);
  });
});

test('a file of questions becomes a file of answers: order kept, empty lines passed over, the run goes on', async () => {
  const input = path.join(folder, 'in.jsonl');
  const output = path.join(folder, 'out.jsonl');
  const good = Array.from({ length: 300 }, (_, at) =>
    JSON.stringify({ id: at, text: `Shelling hit Aleppo, day ${at}.` }),
  );
  writeFileSync(input, `${good.slice(0, 150).join('\r\n')}\nnot json\n\n${good.slice(150).join('\n')}`);
  expect(await runSet(set('case21'), context, input, output)).toEqual({ answered: 300, failed: 1 });
  const lines = readFileSync(output, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(lines.map(({ id }) => id)).toEqual([
    ...Array(150).keys(),
    undefined,
    ...Array.from({ length: 150 }, (_, n) => n + 150),
  ]);
  await expect(runSet(set('case21'), context, path.join(folder, 'none'), output)).rejects.toThrow('There is no file');
  await expect(runSet(set('case21'), context, input, path.join(folder, 'no/such'))).rejects.toThrow(
    'cannot be written',
  );
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'main.ts'), ...args], {
      encoding: 'utf8',
      cwd: path.join(import.meta.dirname, '..'),
    });
  test.each([
    [
      'an unknown set',
      ['nothing', 'a', 'b'],
      2,
      `There is no set «nothing». There are: ${SETS.map(({ name }) => name).join(', ')}.\n`,
    ],
    [
      'no set',
      [],
      2,
      'Use: npm run evaluate -- SET INPUT.jsonl PRED.jsonl, or --list, or --dev FOLDER [--write], or --treebanks FOLDER, --speed TEXT.txt, or --speed-places\n',
    ],
    ['a folder that is none', ['--dev', '/nowhere'], 1, 'There is no folder /nowhere.\n'],
  ])('%s is one clear line', (_name, args, code, line) => {
    const { status, stderr, stdout } = run(...args);
    expect({ status, stderr, stdout }).toEqual({ status: code, stderr: line, stdout: '' });
  });
  test('--list names every set', () => {
    const { stdout, status } = run('--list');
    expect(status).toBe(0);
    for (const { name } of SETS) expect(stdout).toMatch(new RegExp(`^${name}\t`, 'm'));
  });
  test('--dev scores what lies in a folder', () => {
    const line = { id: '1', text: 'Warplanes bombed the market in Aleppo on Monday.', gold: ['AIR_STRIKE'] };
    writeFileSync(path.join(folder, 'case21.tiny.jsonl'), `${JSON.stringify(line)}\n`);
    const { stdout, status } = run('--dev', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('| case21.tiny | 1 | weighted F1 | 100.0 |');
  });
});

test('no figure is taken over a file that a model learned from', () => {
  const line = { id: 'assault:a_1', text: 'قُتل جندي في هجوم على الحاجز.', gold: ['ASSAULT'] };
  const learned = path.join(folder, 'learned');
  mkdirSync(learned);
  writeFileSync(path.join(learned, 'gsr.ar.assault.dev.jsonl'), `${JSON.stringify(line)}\n`);
  expect(() => measure(learned, { ...context, reader: '' })).toThrow('holds no file of a set');
  writeFileSync(path.join(learned, 'gsr.ar.assault.test.jsonl'), `${JSON.stringify(line)}\n`);
  expect(measure(learned, { ...context, reader: '' }).rows.map(({ file }) => file)).toEqual(['gsr.ar.assault.test']);
});

test('a table stands between its markers, and a second writing changes nothing', () => {
  const results = {
    reader: 'marsad 0',
    rows: [
      {
        set: 'geo',
        file: 'geo.x',
        n: 2,
        figures: [
          { metric: 'F1', value: 12.345, main: true as const },
          { metric: 'accuracy', value: 7 },
        ],
        floor: 1,
      },
    ],
  };
  const page = 'before\n<!-- figures en -->\nold\n<!-- /figures -->\nafter';
  const written = withTable(page, results, 'en');
  expect(written).toContain('| geo.x | 2 | F1 | 12.3 | 1.0 |  |');
  expect(written).toContain('accuracy');
  expect(withTable(page.replace('figures en', 'figures en main'), results, 'en')).not.toContain('accuracy');
  expect(written).not.toContain('old');
  expect(withTable(written, results, 'en')).toBe(written);
  expect(withTable(page, results, 'ar')).toBe(page);
  expect(tableOf(results, 'ar', 'main').split('\n')).toHaveLength(3);
});
