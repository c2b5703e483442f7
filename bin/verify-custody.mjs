#!/usr/bin/env node
/**
 * Checks an unpacked backup of Marsad without any code of Marsad: node and its standard library are enough.
 *
 *   mkdir copy && tar xzf marsad-backup.tar.gz -C copy
 *   node verify-custody.mjs copy [--head NUMBER:HASH]…
 *
 * Every line of the ledger must follow from the one before (SHA-256 of previous, seq, kind, subject, digest and at, one a
 * line), every thing must be what its line says (SHA-256 of its content, as it stands in items/), and every capture's file
 * must have the hash that is its name. A chain cannot show that its tail is missing: give a head that was published with an
 * edition, and the ledger must hold it. What was lawfully erased is told apart. Exit code 1: something is wrong.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const folder = process.argv[2];
const heads = process.argv.flatMap((word, at) => (process.argv[at - 1] === '--head' ? [word] : []));
if (!folder || !existsSync(join(folder, 'ledger'))) {
  console.error('verify-custody: name the folder that a backup was unpacked into.');
  process.exit(2);
}
const filesIn = (name) => {
  const path = join(folder, name);
  return existsSync(path)
    ? readdirSync(path)
        .sort()
        .map((file) => join(path, file))
    : [];
};
async function* linesOf(paths) {
  for (const path of paths) {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
      if (line) yield line;
  }
}
let faults = 0;
const fault = (what, kind, subject) => {
  faults += 1;
  console.log(`${what}\t${kind}\t${subject}`);
};

const digests = new Map();
const held = new Set();
let previous = '0'.repeat(64);
let count = 0;
for await (const line of linesOf(filesIn('ledger'))) {
  const [seq, kind, subject, digest, at, before, hash] = line.split('\t');
  count += 1;
  const right = sha256([before, seq, kind, subject, digest, at].join('\n'));
  if (Number(seq) !== count || before !== previous || hash !== right) fault('chain', kind, subject);
  // One broken line is one fault: what follows it is compared with what it says.
  count = Number(seq);
  previous = hash;
  digests.set(`${kind}\t${subject}`, digest);
  held.add(`${seq}:${hash}`);
}
for await (const head of linesOf(existsSync(join(folder, 'heads')) ? [join(folder, 'heads')] : [])) heads.push(head);
for (const head of new Set(heads)) if (!held.has(head)) fault('cut', 'head', head);

const left = new Set(digests.keys());
const buried = [];
const erasures = new Map();
const captures = new Map();
for await (const line of linesOf(filesIn('items'))) {
  const [kind, subject, erased] = line.split('\t', 3);
  // Kind, subject, whether it is erased, the columns of its row; the rest is its content.
  let start = 0;
  for (let tabs = 0; tabs < 4; tabs += 1) start = line.indexOf('\t', start) + 1;
  const content = line.slice(start);
  const key = `${kind}\t${subject}`;
  const digest = digests.get(key);
  if (kind === 'capture') captures.set(subject, erased === '1');
  if (digest === undefined) fault('unrecorded', kind, subject);
  else if (erased === '1') buried.push([kind, subject, content]);
  else if (sha256(content) !== digest) fault('altered', kind, subject);
  else if (kind === 'erasure') erasures.set(subject, JSON.parse(content.split('\t').at(-1)));
  left.delete(key);
}
for (const key of left) fault('missing', ...key.split('\t'));
for (const [kind, subject, content] of buried) {
  const id = `${kind}:${subject}`;
  if (!erasures.has(id) || !content.endsWith(JSON.stringify({ erased: id }).replace(':', ': ')))
    fault('altered', kind, subject);
  else console.log(`erased\t${kind}\t${subject}\t${erasures.get(id).at}\t${erasures.get(id).why}`);
}

let files = 0;
for (const [id, erased] of captures) {
  const path = join(folder, 'captures', id.slice(0, 2), id);
  if (erased) {
    if (existsSync(path)) fault('remains', 'bytes', id);
  } else if (!existsSync(path)) fault('missing', 'bytes', id);
  else {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path)) hash.update(piece);
    files += 1;
    if (hash.digest('hex') !== id) fault('altered', 'bytes', id);
  }
}
console.log(`${held.size} lines, ${files} files, ${buried.length} erased, ${faults} faults; head ${count}:${previous}`);
process.exitCode = faults > 0 ? 1 : 0;
