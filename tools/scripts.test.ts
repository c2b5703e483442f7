import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};
type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
type Scripts = {
  readonly tally: (report: Report, code: number) => Counts;
  readonly verdict: (counts: Counts) => { readonly line: string; readonly code: number };
};
// Plain JavaScript without types: nothing is built yet when it runs.
const { tally, verdict }: Scripts = await import(pathToFileURL(path.join(import.meta.dirname, 'test.mjs')).href);

const report = (passed: number, failed: number, unloaded = 0, skipped = 0): Report => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults: [
    { status: failed > 0 ? 'failed' : 'passed', assertionResults: [{}] },
    ...Array.from({ length: unloaded }, () => ({ status: 'failed', assertionResults: [] })),
  ],
});

describe('the last line of npm test', () => {
  test.each([
    ['all passed', report(12, 0), 0, '12 passed, 0 failed', 0],
    ['some skipped', report(12, 0, 0, 2), 0, '12 passed, 0 failed, 2 skipped', 0],
    ['one failed', report(11, 1), 1, '11 passed, 1 failed', 1],
    ['a file that did not load is a failure', report(11, 0, 1), 1, '11 passed, 1 failed', 1],
    ['an error that escaped is a failure', report(11, 0), 1, '11 passed, 1 failed', 1],
    ['no test at all is a failure', report(0, 0), 0, '0 passed, 1 failed', 1],
    ['nothing but skipped tests is a failure', report(0, 0, 0, 3), 0, '0 passed, 1 failed, 3 skipped', 1],
  ] as const)('%s', (_name, given, exit, line, code) => {
    expect(verdict(tally(given, exit))).toEqual({ line, code });
  });
});

test.each(['build.mjs', 'start.mjs', 'test.mjs'])('%s before npm ci says so in one line', (script) => {
  const clone = mkdtempSync(path.join(tmpdir(), 'marsad-clone-'));
  cpSync(import.meta.dirname, path.join(clone, 'tools'), { recursive: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(clone, 'tools', script)], {
    encoding: 'utf8',
  });
  rmSync(clone, { recursive: true });
  expect(`${stdout}${stderr}`).toBe('The packages are not installed: run «npm ci» first.\n');
  expect(status).toBe(1);
});
