/**
 * `npm run build`: src and data → dist. A step runs only where its inputs have changed since it last succeeded
 * (dist/.stamps holds a hash for each); `--force` runs them all. Prints one line a step; a failing step's own output.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, filesUnder, hashOf, ROOT, run } from './steps.mjs';

const STAMPS = path.join(ROOT, 'dist/.stamps');
const node = (...args) => run(process.execPath, args);
const isTest = (file) => /\.test\.ts$/.test(file);
const inRooms = (file) => !file.startsWith(path.join('src', 'site')) && !isTest(file);
/** What tsc does not carry over and the code reads at run time. */
const COPIED = ['src/record/migrations'];

/** Compiled files whose source is gone would still be imported, and tested, as if they were there. */
const dropOrphans = () => {
  for (const file of filesUnder(['dist'], (at) => /\.(js|d\.ts|js\.map)$/.test(at))) {
    const [, room] = file.split(path.sep);
    if (['reader', 'site', '.stamps'].includes(room)) continue;
    const source = path.join('src', path.relative('dist', file).replace(/\.(js|d\.ts|js\.map)$/, '.ts'));
    if (!existsSync(path.join(ROOT, source))) rmSync(path.join(ROOT, file));
  }
};

const STEPS = [
  {
    name: 'rooms',
    says: 'src → dist',
    inputs: () => filesUnder(['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'], inRooms),
    made: 'dist/model/index.js',
    run: async () => {
      const result = await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
      if (result.code !== 0) return result;
      dropOrphans();
      for (const folder of COPIED) {
        const to = path.join(ROOT, folder.replace(/^src/, 'dist'));
        rmSync(to, { recursive: true, force: true });
        if (existsSync(path.join(ROOT, folder))) cpSync(path.join(ROOT, folder), to, { recursive: true });
      }
      return result;
    },
  },
  {
    name: 'reader',
    says: 'data → dist/reader',
    // The code that packs, the shapes it checks against, and the version that the packed data are marked with.
    inputs: () =>
      filesUnder(
        ['data', 'tools', 'src/model', 'src/read', 'src/load', 'package.json', 'package-lock.json'],
        (file) => {
          if (file.startsWith('tools')) return /^tools[\\/](pack|arabic-names)/.test(file) && !isTest(file);
          return !isTest(file) && !file.startsWith(path.join('data', 'samples'));
        },
      ),
    made: 'dist/reader',
    run: () => node('--import', 'tsx', 'tools/pack.ts'),
  },
  {
    name: 'site',
    says: 'src/site → dist/site',
    inputs: () =>
      filesUnder([
        'src/site',
        'src/publish/types.ts',
        'src/publish/pages.ts',
        'src/model',
        'svelte.config.js',
        'vite.config.ts',
        'package-lock.json',
      ]),
    made: 'dist/site/handler.js',
    run: () => node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'),
  },
];

/** `npx marsad` finds a package's own command only where it is linked, and npm links those of dependencies alone. */
const linkCommand = () => {
  const link = path.join(ROOT, 'node_modules/.bin/marsad');
  if (!existsSync(path.join(ROOT, 'bin/marsad')) || process.platform === 'win32') return;
  chmodSync(path.join(ROOT, 'bin/marsad'), 0o755);
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync('../../bin/marsad', link);
};

/**
 * Builds what has changed.
 * @param {{force?: boolean, quiet?: boolean}} options quiet: no line for steps that had nothing to do.
 */
export const build = async ({ force = false, quiet = false } = {}) => {
  if (!existsSync(path.join(ROOT, 'node_modules/typescript')))
    fail('The packages are not installed: run «npm ci» first.');
  const { default: lockfile } = await import('proper-lockfile');
  mkdirSync(STAMPS, { recursive: true });
  // Two builds at once (a start beside a test) would write the same files: the second waits, up to five minutes.
  const release = await lockfile.lock(STAMPS, { retries: { retries: 300, minTimeout: 1000, maxTimeout: 1000 } });
  let failed;
  for (const step of STEPS) {
    const stamp = path.join(STAMPS, step.name);
    const hash = hashOf(step.inputs());
    const fresh = existsSync(path.join(ROOT, step.made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (fresh && !force) {
      if (!quiet) console.log(`build: ${step.says}, nothing new`);
      continue;
    }
    const from = Date.now();
    rmSync(stamp, { force: true });
    const { code, output } = await step.run();
    if (code !== 0) {
      failed = `${output.trimEnd()}\nbuild: ${step.says} failed; its own words stand above.`;
      break;
    }
    writeFileSync(stamp, hash);
    console.log(`build: ${step.says}, ${((Date.now() - from) / 1000).toFixed(1)} s`);
  }
  linkCommand();
  await release();
  if (failed !== undefined) fail(failed);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await build({ force: process.argv.includes('--force') });
