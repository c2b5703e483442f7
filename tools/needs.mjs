/** What the tests need besides npm's packages, found or installed: a Chromium that starts and a PostgreSQL of 15 or newer. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fail, ROOT, run } from './steps.mjs';

/** Oldest PostgreSQL that the store is tested with: what Debian 12 has. */
const POSTGRES_MIN = 15;
const MINUTE = 60_000;

const runs = async (command, args = ['--version']) => {
  const { code, output } = await run(command, args, { timeout: MINUTE });
  return code === 0 ? output : undefined;
};

const aptCan = async () => process.getuid?.() === 0 && (await runs('apt-get')) !== undefined;

const aptInstall = async (name) => {
  console.log(`Installing ${name} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', name], { env, timeout: 10 * MINUTE });
  const first = await install();
  if (first.code === 0) return;
  await run('apt-get', ['update'], { env, timeout: 5 * MINUTE });
  await install();
};

/** The folder of a PostgreSQL's programs, new enough: on PATH, else where Debian keeps them. */
export const findPostgres = async () => {
  const debian = '/usr/lib/postgresql';
  const kept = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(debian, version, 'bin'))
    : [];
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => existsSync(path.join(folder, 'initdb')));
  for (const folder of [...onPath, ...kept]) {
    const said = await runs(path.join(folder, 'postgres'));
    if (said !== undefined && Number(/(\d+)/.exec(said)?.[1]) >= POSTGRES_MIN) return folder;
  }
  return undefined;
};

/** The project's own finder first (the tests use it too), then the browser that Playwright keeps for itself. */
const findChromium = async () => {
  const { tsImport } = await import('tsx/esm/api');
  const found = (await tsImport('./chromium.ts', import.meta.url)).findChromium();
  if (found !== undefined) return found;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  // A downloaded browser may lack the system's libraries: it counts only if it starts.
  return existsSync(own) && (await runs(own)) !== undefined ? own : undefined;
};

const chromium = async () => {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (await aptCan()) await aptInstall('chromium');
  else {
    console.log('Fetching a Chromium with Playwright.');
    const cli = path.join(ROOT, 'node_modules/playwright-core/cli.js');
    await run(process.execPath, [cli, 'install', 'chromium'], { timeout: 5 * MINUTE });
  }
  return findChromium();
};

const postgres = async () => {
  const found = await findPostgres();
  if (found !== undefined) return found;
  if (await aptCan()) await aptInstall('postgresql');
  return findPostgres();
};

/**
 * @returns {Promise<{env: NodeJS.ProcessEnv, missing: string[]}>} the environment that the tests run in: CHROMIUM_PATH is
 * set and PATH reaches PostgreSQL's programs; and a sentence for each thing that could not be had.
 */
export const needs = async () => {
  if (!existsSync(path.join(ROOT, 'node_modules/vitest'))) fail('The packages are not installed: run «npm ci» first.');
  const env = { ...process.env };
  const missing = [];
  const browser = await chromium();
  if (browser !== undefined) env.CHROMIUM_PATH = browser;
  else missing.push('No Chromium was found: install one, or set CHROMIUM_PATH.');
  const programs = await postgres();
  const folders = (env.PATH ?? '').split(path.delimiter);
  if (programs !== undefined)
    env.PATH = [...(folders.includes(programs) ? [] : [programs]), ...folders].join(path.delimiter);
  else missing.push(`No PostgreSQL ≥ ${POSTGRES_MIN} was found: install one, or put its initdb on PATH.`);
  return { env, missing };
};
