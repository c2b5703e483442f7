import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readingSchema } from '../model/index.ts';
import { main } from './index.ts';

const root = path.join(import.meta.dirname, '../..');
const sample = (name: string): string => path.join(root, 'data/samples', name);
const ENGLISH = sample('mayadin-security-square.txt');
const ARABIC = sample('hodeidah-strikes.txt');

const folder = mkdtempSync(path.join(tmpdir(), 'read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

beforeEach(() => {
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('FORCE_COLOR', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs the command in this process: its exit code, and what it wrote on either stream. */
const marsad = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const streams = { out: '', err: '' };
  const into = (key: 'out' | 'err') => (chunk: unknown) => {
    streams[key] += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  try {
    return { code: await main(args), ...streams };
  } finally {
    vi.restoreAllMocks();
  }
};

describe('marsad read', () => {
  it('prints one Reading a line with --json, in the order of the files', async () => {
    const { code, out, err } = await marsad('read', '--json', ENGLISH, ARABIC);
    expect([code, err]).toEqual([0, '']);
    const readings = out
      .trimEnd()
      .split('\n')
      .map((line) => readingSchema.parse(JSON.parse(line)));
    expect(readings.map((reading) => reading.report.language)).toEqual(['en', 'ar']);
    expect(readings[0]!.id).toMatch(/^[0-9a-f]{64}$/);
    expect((await marsad('read', '--json', ENGLISH, ARABIC)).out).toBe(out);
  });

  it('prints a page for a person: no colour, no line too wide, every quote from the text', async () => {
    for (const name of [ENGLISH, ARABIC]) {
      const { code, out } = await marsad('read', name);
      expect(code).toBe(0);
      expect(out).not.toContain('\u001b');
      const { claims } = readingSchema.parse(JSON.parse((await marsad('read', '--json', name)).out));
      const told = claims.filter((claim) => claim.same === undefined);
      expect(told.length).toBeGreaterThan(0);
      for (const claim of told) expect(out).toMatch(new RegExp(`^${claim.id} `, 'm'));
      expect(out.match(/^c\d+ /gm)).toHaveLength(told.length);
    }
  });

  it('prints colours where they are asked for, and NO_COLOR is stronger', async () => {
    vi.stubEnv('FORCE_COLOR', '1');
    expect((await marsad('read', ENGLISH)).out).not.toContain('\u001b');
    vi.stubEnv('NO_COLOR', undefined);
    expect((await marsad('read', ENGLISH)).out).toContain('\u001b[');
  });

  // Each row: what is wrong, the argument, a word that the line must have.
  const WRONG: readonly (readonly [string, () => string, RegExp])[] = [
    ['a path that is not there', () => path.join(folder, 'nowhere.txt'), /nowhere\.txt/],
    ['an empty file', () => file('empty.txt', ''), /empty/],
    ['a file of blanks', () => file('blank.txt', ' \n\n'), /no text|empty/i],
    [
      'a binary file',
      () =>
        file(
          'binary.bin',
          Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256),
        ),
      /binary|text/,
    ],
    ['a folder', () => folder, /folder|director/],
    ['an address that nobody answers', () => 'http://127.0.0.1:9/', /127\.0\.0\.1/],
  ];
  it('says in one line what is wrong with each input, and reads the others', async () => {
    const { code, out, err } = await marsad('read', '--json', ...WRONG.map(([, name]) => name()), ENGLISH);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(WRONG.length);
    for (const [i, [what, , word]] of WRONG.entries()) {
      expect(lines[i], what).toMatch(/^marsad: /);
      expect(lines[i], what).toMatch(word);
    }
  });

  it.each([
    ['nothing to read', ['read']],
    ['an option that is none', ['read', '--jsn', ENGLISH]],
    ['files beside --ndjson', ['read', '--ndjson', ENGLISH]],
    ['a command that is none', ['raed']],
  ])('is wrong use: %s', async (_, args) => {
    expect(await marsad(...args)).toEqual({ code: 2, out: '', err: expect.stringMatching(/^marsad: /) });
  });

  it('reads standard input for «-», and --ndjson as a filter, in a process of its own', () => {
    const run = (args: readonly string[], input: string) => {
      const program = `import('./src/cli/index.ts').then(async ({ main }) => { process.exitCode = await main(${JSON.stringify(args)}); });`;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', program], {
        cwd: root,
        input,
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const text = 'Israeli warplanes bombed Beirut on Monday.';
    const one = run(['read', '--json', '-'], text);
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect(JSON.parse(one.stdout).report.text).toBe(text);
    const many = run(['read', '--ndjson'], `${JSON.stringify({ id: 'a', text })}\nnot json\n`);
    expect(many.status).toBe(1);
    expect(
      many.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id ?? JSON.parse(line).error.code),
    ).toEqual(['a', 'bad-json']);
  });
});
