/**
 * `node tools/lock.mjs`: completes package-lock.json with the optional packages of other platforms.
 * Some registries hand out only those of the platform at hand; npm then writes a lock without the others, and `npm ci`
 * of newer versions refuses it. Versions are those that the parent pins exactly; the platform stands in the name.
 * No integrity is written, as nothing was fetched: npm adds it where it installs one. Run it after each `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './steps.mjs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];

/**
 * What a package's name says of its platform, such as `rollup-linux-x64-musl`; undefined where it says nothing.
 * @returns {{os: string[], cpu: string[], libc?: string[]} | undefined}
 */
export const platformOf = (name) => {
  const words = name.split(/[/-]/);
  const at = words.findIndex((word) => SYSTEMS.includes(word));
  const cpu = words[at + 1];
  if (at < 0 || cpu === undefined) return undefined;
  const [abi = ''] = words.slice(at + 2);
  const libc = /^musl/.test(abi) ? 'musl' : /^gnu/.test(abi) && words[at] === 'linux' ? 'glibc' : undefined;
  return { os: [words[at]], cpu: [cpu], ...(libc && { libc: [libc] }) };
};

/**
 * The lock's packages with an entry for every optional package that another pins exactly and that has none.
 * @param {Record<string, {version?: string, dev?: boolean, optionalDependencies?: Record<string, string>}>} packages
 */
export const completed = (packages) => {
  const missing = Object.values(packages).flatMap(({ dev, optionalDependencies = {} }) =>
    Object.entries(optionalDependencies).flatMap(([name, version]) => {
      const platform = platformOf(name);
      const held = packages[`node_modules/${name}`] !== undefined;
      if (held || platform === undefined || !/^\d+\.\d+\.\d+$/.test(version)) return [];
      return [[`node_modules/${name}`, { version, ...(dev && { dev }), optional: true, ...platform }]];
    }),
  );
  const all = [...Object.entries(packages), ...missing];
  return Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const packages = completed(lock.packages);
  const added = Object.keys(packages).length - Object.keys(lock.packages).length;
  if (added > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  console.log(added > 0 ? `${added} packages of other platforms added to the lock` : 'the lock is complete');
}
