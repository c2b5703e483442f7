/** The commands on our own reports: what they refuse, in one line each, and that the seal holds. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { REPORTS, sealedIn } from './annotate/index.ts';
import { reportsCommand } from './reports.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sealed = [...sealedIn(REPORTS)];

let printed: string[];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

describe('refused', () => {
  test.each([
    [
      'a page of the sealed',
      ['--reports', '--sealed', '--html', path.join(folder, 'sealed.html')],
      /no page of their faults/,
    ],
    ['a sealed annotation', ['--show', sealed[0]!], /is sealed/],
    [
      'an annotation that there is not',
      ['--show', 'en-nothing'],
      /There is no annotation evaluation\/reports\/en-nothing\.yaml/,
    ],
    [
      'a check of what there is not',
      ['--check', 'en-nothing'],
      /There is no annotation evaluation\/reports\/en-nothing\.yaml/,
    ],
    ['a page without a name', ['--reports', '--html'], /^Use: /],
    ['nothing to show', ['--show'], /^Use: /],
  ])('%s', async (_what, args, message) => {
    await expect(reportsCommand(args)).rejects.toThrow(message);
    expect(printed).toEqual([]);
    expect(existsSync(path.join(folder, 'sealed.html'))).toBe(false);
  });
});

test('other commands are left to others', async () => {
  expect(await reportsCommand(['--list'])).toBe(false);
  expect(await reportsCommand([])).toBe(false);
});

test('the open reports are scored, and nothing of the sealed stands in the tables or on the page', async () => {
  const file = path.join(folder, 'worst.html');
  expect(await reportsCommand(['--reports', '--html', file])).toBe(true);
  const all = printed.join('\n') + readFileSync(file, 'utf8');
  expect(all).toMatch(/^\| claims \| 3\d\d \| /m);
  for (const name of sealed) expect(all).not.toContain(name);
});
