import { PassThrough, Readable, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { readingSchema, sha256Hex } from '../model/index.ts';
import { readLines } from './ndjson.ts';

type Line = Readonly<Record<string, unknown>> & {
  readonly error?: { readonly code: string; readonly message: string };
};

/** Lines in → exit code and lines out. Objects are written as JSON, texts as they are. */
const run = async (lines: readonly unknown[], end = '\n'): Promise<{ code: number; out: Line[] }> => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join(end) + end;
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await readLines(Readable.from([Buffer.from(text)]), output);
  const written = Buffer.concat(chunks).toString();
  expect(written === '' || written.endsWith('\n')).toBe(true);
  return {
    code,
    out: written
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
};

const ENGLISH = 'Israeli warplanes bombed Beirut on Monday, killing two people.';
const ARABIC = 'قصفت طائرات إسرائيلية بيروت يوم الاثنين وقتلت شخصين.';

// Each row: what is wrong with a line, the line, the code that says so, the id that the answer carries.
const BAD: readonly (readonly [what: string, line: unknown, code: string, id: unknown])[] = [
  ['no JSON', '{"id":"bad", ', 'bad-json', undefined],
  ['a list', '[1,2]', 'bad-json', undefined],
  ['null alone', 'null', 'bad-json', undefined],
  ['neither text nor html', { id: 'bad' }, 'no-text', 'bad'],
  ['text that is null, which is absent', { id: 'bad', text: null }, 'no-text', 'bad'],
  ['text that is a number', { id: 'bad', text: 7 }, 'bad-field', 'bad'],
  ['an id that is a list', { id: ['bad'], text: ENGLISH }, 'bad-id', undefined],
  ['a language that is not read', { id: 'bad', text: ENGLISH, lang: 'fr' }, 'bad-lang', 'bad'],
  ['a date that is none', { id: 'bad', text: ENGLISH, date: 'yesterday' }, 'bad-date', 'bad'],
  ['a month that is none', { id: 'bad', text: ENGLISH, date: '2024-13-01' }, 'bad-date', 'bad'],
  ['an empty text', { id: 'bad', text: ' ' }, 'text-empty', 'bad'],
  ['a text without end', { id: 'bad', text: 'a '.repeat(1_000_001) }, 'text-too-long', 'bad'],
];

describe('marsad read --ndjson', () => {
  it('answers in the same order with the same ids', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => ({ id: `r${i}`, text: i % 2 ? ENGLISH : ARABIC }));
    const { code, out } = await run(lines);
    expect(code).toBe(0);
    expect(out.map((line) => line.id)).toEqual(lines.map((line) => line.id));
    for (const line of out) expect(() => readingSchema.parse(line)).not.toThrow();
    expect(out.map((line) => (line.report as { language: string }).language)).toEqual(
      lines.map((_, i) => (i % 2 ? 'en' : 'ar')),
    );
  });

  describe('goes on after a bad line', () => {
    let code: number;
    let out: Line[];
    beforeAll(async () => {
      const good = (id: number) => ({ id: `good ${id}`, text: ENGLISH });
      ({ code, out } = await run(BAD.flatMap(([, line], i) => [line, good(i)])));
    });

    it.each(BAD.map(([what, , errorCode, id], i) => ({ what, errorCode, id, i })))('$what', ({ errorCode, id, i }) => {
      expect(code).toBe(1);
      expect(out).toHaveLength(2 * BAD.length);
      expect(out[2 * i]).toEqual({
        ...(id === undefined ? {} : { id }),
        error: { code: errorCode, message: expect.stringMatching(/^[^\n]+$/) },
      });
      expect(out[2 * i + 1]!.id).toBe(`good ${i}`);
    });
  });

  it('takes null for absent, and passes over keys that it does not know', async () => {
    const plain = { id: 'a', text: ENGLISH, date: '2024-05-15' };
    const { out } = await run([
      plain,
      { ...plain, html: null, url: null, lang: null, title: null, score: 7, nested: { text: 'no' } },
    ]);
    expect(out[1]).toEqual(out[0]);
  });

  it('names a line without an id by its text, and keeps a number for one as text', async () => {
    const { out } = await run([{ text: ENGLISH }, { id: null, text: ENGLISH }, { id: 7, text: ENGLISH }]);
    expect(out.map((line) => line.id)).toEqual([sha256Hex(ENGLISH), sha256Hex(ENGLISH), '7']);
  });

  it('uses the date, the title and the address that it is given', async () => {
    const text = `Our correspondents write\nStrike on Beirut\n${ENGLISH}`;
    const { out } = await run([
      { id: 'a', text, date: '2024-05-15T08:00:00Z', title: 'Strike on Beirut', url: 'https://www.reuters.com/x' },
    ]);
    expect(out[0]!.report).toMatchObject({
      publisher: 'reuters',
      issued: { earliest: '2024-05-15', latest: '2024-05-15', basis: [{ kind: 'given' }] },
      title: { start: text.indexOf('Strike on'), end: text.indexOf('\nIsraeli') },
    });
  });

  it('reads html for its article, and fetches nothing', async () => {
    const html = `<!doctype html><html lang="en"><head><title>Strike on Beirut</title></head><body><nav>Home</nav><article><h1>Strike on Beirut</h1>${`<p>${ENGLISH} ${'Officials of the city spoke of heavy damage, and of many who fled their homes. '.repeat(4)}</p>`.repeat(3)}</article></body></html>`;
    const { code, out } = await run([{ id: 'page', html, url: 'http://127.0.0.1:9/never' }]);
    expect(code).toBe(0);
    const { text } = out[0]!.report as { text: string };
    expect(text).toContain(ENGLISH);
    expect(text).not.toMatch(/<p>|Home/);
    expect((out[0]!.claims as { type: string }[]).map((claim) => claim.type)).toContain('violence.airstrike');
  });

  it('passes over empty lines, takes Windows line ends, and a last line without one', async () => {
    const line = JSON.stringify({ id: 'a', text: ENGLISH });
    expect((await run(['', line, '  ', line], '\r\n')).out.map(({ id }) => id)).toEqual(['a', 'a']);
    const output = new PassThrough();
    await readLines(Readable.from([Buffer.from(line)]), output);
    expect(JSON.parse(String(output.read())).id).toBe('a');
  });

  it('puts a letter together that two chunks share', async () => {
    const bytes = Buffer.from(`${JSON.stringify({ id: 'a', text: ARABIC })}\n`);
    const output = new PassThrough();
    await readLines(Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))), output);
    expect(JSON.parse(String(output.read())).report.text).toBe(ARABIC);
  });

  it('of nothing is nothing', async () => expect(await run([], '')).toEqual({ code: 0, out: [] }));

  it('needs no more memory for 5,000 lines than for 500, and waits for a slow reader', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    let given = 0;
    const input = Readable.from(
      (function* () {
        for (; given < 5_000; given++)
          yield Buffer.from(
            // Forms come back: what the reader remembers of forms is bounded, and no leak.
            `${JSON.stringify({ id: String(given), text: `${given % 2 ? ENGLISH : ARABIC} ${given % 500}` })}\n`,
          );
      })(),
    );
    let taken = 0;
    let ahead = 0;
    const at: number[] = [];
    const output = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        taken++;
        ahead = Math.max(ahead, given - taken);
        if (taken === 500 || taken === 5_000) at.push(heap());
        setImmediate(done);
      },
    });
    expect(await readLines(input, output)).toBe(0);
    expect(taken).toBe(5_000);
    // What the streams hold by themselves, and no more.
    expect(ahead).toBeLessThan(100);
    expect(at[1]! - at[0]!).toBeLessThan(8 * 1024 * 1024);
  });

  it('ends quietly where nobody reads its output any more', async () => {
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('gone'), { code: 'EPIPE' }));
      },
    });
    const lines = Array.from({ length: 50 }, () => `${JSON.stringify({ id: 'a', text: ENGLISH })}\n`);
    expect(await readLines(Readable.from(lines.map((line) => Buffer.from(line))), output)).toBe(0);
  });
});
