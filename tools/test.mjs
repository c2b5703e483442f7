/**
 * `npm test`: finds what the tests need (a Chromium, a PostgreSQL), installs it where that can be done, builds, runs
 * vitest, and prints last, alone on a line, `N passed, N failed`. Arguments go to vitest. What cannot be had is said,
 * and its tests are skipped; with CI set that is a failure, for a skipped test there would look like a passed one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { needs } from './needs.mjs';
import { ROOT } from './steps.mjs';

/**
 * Counts of a vitest JSON report. A file that did not even load ran no test and is one failure.
 * @param {{numPassedTests: number, numPendingTests: number, numTodoTests: number, numFailedTests: number, testResults: {status: string, assertionResults: unknown[]}[]}} report
 * @param {number} code vitest's exit code: not 0 without a failed test means that an error escaped from one.
 */
export const tally = (report, code) => {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const counted = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: counted === 0 && code !== 0 ? 1 : counted,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** The last line. No test at all is a failure: a wrong path in a pipeline must not look like success. */
export const verdict = ({ passed, failed, skipped }) => {
  const failures = passed + failed === 0 ? 1 : failed;
  return {
    line: `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    code: failures > 0 ? 1 : 0,
  };
};

const main = async () => {
  const { env, missing } = await needs();
  for (const line of missing) console.log(`${line} Its tests are skipped.`);
  await build({ quiet: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'marsad-test-'));
  const report = path.join(folder, 'report.json');
  const code = await new Promise((done) => {
    const args = [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ];
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env,
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (exit) => done(exit ?? 1));
  });
  const counts = existsSync(report)
    ? tally(JSON.parse(readFileSync(report, 'utf8')), code)
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true });
  if (process.env.CI) counts.failed += missing.length;
  if (counts.passed + counts.failed === 0) console.log('No test was run: that counts as a failure.');
  const { line, code: exit } = verdict(counts);
  console.log(line);
  process.exitCode = exit;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
