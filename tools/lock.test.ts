import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

type Packages = Readonly<Record<string, object>>;
const {
  completed,
  platformOf,
}: { completed: (packages: Packages) => Packages; platformOf: (name: string) => unknown } = await import(
  pathToFileURL(path.join(import.meta.dirname, 'lock.mjs')).href
);

test.each([
  ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@rollup/rollup-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@rollup/rollup-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@rollup/rollup-win32-x64-gnu', { os: ['win32'], cpu: ['x64'] }],
  ['@esbuild/linux-ia32', { os: ['linux'], cpu: ['ia32'] }],
  ['pg-cloudflare', undefined],
])('the platform of %s', (name, platform) => expect(platformOf(name)).toEqual(platform));

test('what a parent pins and the lock lacks is added, with the parent’s kind', () => {
  const parent = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { 'x-linux-x64': '1.0.0', 'x-win32-x64': '1.0.0' },
  };
  const lock = { 'node_modules/x': parent, 'node_modules/x-linux-x64': { version: '1.0.0' } };
  expect(completed(lock)).toEqual({
    ...lock,
    'node_modules/x-win32-x64': { version: '1.0.0', dev: true, optional: true, os: ['win32'], cpu: ['x64'] },
  });
});

test('the lock of this package is complete: npm ci refuses it otherwise. Mend it with node tools/lock.mjs', () => {
  const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package-lock.json'), 'utf8'));
  expect(Object.keys(completed(lock.packages)).filter((name) => !(name in lock.packages))).toEqual([]);
});
