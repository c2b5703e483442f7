/** What the scripts share: running a tool quietly, hashing inputs, saying a failure in one line. Plain JavaScript, as nothing is built yet when it runs. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Prints one line on standard error and ends: what is wrong and what to do. */
export const fail = (message) => {
  console.error(message);
  process.exit(1);
};

/**
 * Runs a command to its end, its output kept.
 * @returns {Promise<{code: number, output: string}>} exit code (1 where it was killed or not found) and both streams.
 */
export const run = (command, args, options = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

/** Every file under the given files and folders, sorted. Paths are relative to the package; what is absent counts as nothing. */
export const filesUnder = (places, keep = () => true) => {
  const files = [];
  const walk = (at) => {
    const full = path.join(ROOT, at);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full)) walk(path.join(at, name));
    else if (keep(at)) files.push(at);
  };
  for (const place of places) walk(place);
  return files.sort();
};

/** One hash over names and contents: times of files would make every fresh checkout look changed. */
export const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(path.join(ROOT, file));
    hash.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
};
