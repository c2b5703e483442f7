/**
 * data/ → dist/reader: everything that a reader needs, checked and packed. Run: `npx tsx tools/pack.ts`.
 * The same data give the same bytes; a fault in a table is one line, `FILE:LINE: what is wrong`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fold } from '../src/language/index.ts';
import { badData, type Manifest, PACK_FORMAT, packedFilesOf, type Table } from '../src/load/index.ts';
import { Failure, LANGUAGES } from '../src/model/index.ts';
import type { Lexicon, PlaceEntry, ReaderData } from '../src/read/index.ts';
import { ontologyOf } from './pack/ontology.ts';
import { actorsOf, ambiguousOf, nationalitiesOf, sourcesOf } from './pack/people.ts';
import { placesOf } from './pack/places.ts';
import { withSpellings } from './pack/spellings.ts';
import { withStates } from './pack/states.ts';
import { filesIn, readTable } from './pack/tables.ts';

/** Tables of data/actors that are rules: what is told of every state, and how names are spelt. */
const RULES = ['of-states', 'spellings'] as const;

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

const lexiconOf = (tables: readonly Table[]): Lexicon =>
  Object.fromEntries(tables.map((table) => [path.basename(table.file, '.tsv'), table.rows.map((row) => row.cells)]));

/** All of data/, its places one by one. */
export type CheckedData = Omit<ReaderData, 'version' | 'hash' | 'places' | 'models'> & {
  readonly places: readonly PlaceEntry[];
};

/** All of data/ below `root`, checked. @throws Failure `bad-data` at the first fault. */
export const readData = async (root: string): Promise<CheckedData> => {
  const folder = (...parts: readonly string[]): string => path.join(root, 'data', ...parts);
  const tables = async (...parts: readonly string[]): Promise<readonly Table[]> =>
    Promise.all((await filesIn(folder(...parts), '.tsv')).map((file) => readTable(root, file)));
  const places = new Map((await tables('places')).map((table) => [path.basename(table.file, '.tsv'), table]));
  const placeTable = (name: string): Table => {
    const table = places.get(name);
    if (!table) throw badData('data/places', `there is no ${name}.tsv`);
    return table;
  };
  const countries = placeTable('countries');
  const curated = [...places].filter(([name]) => name.startsWith('curated')).map(([, table]) => table);
  const actorTables = await tables('actors');
  const isRule = ({ file }: Table, name: string): boolean => path.basename(file, '.tsv') === name;
  const [ofStates, spellings] = RULES.map((name) => {
    const table = actorTables.find((one) => isRule(one, name));
    if (!table) throw badData('data/actors', `there is no ${name}.tsv`);
    return table;
  }) as [Table, Table];
  const named = actorsOf(actorTables.filter((table) => !RULES.some((name) => isRule(table, name))));
  const lexicons = await Promise.all(LANGUAGES.map(async (language) => lexiconOf(await tables('lexicons', language))));
  return {
    ontology: await ontologyOf(root),
    lexicons: { en: lexicons[0]!, ar: lexicons[1]! },
    actors: withStates(withSpellings(named, spellings), {
      patterns: ofStates,
      countries,
      divisions: placeTable('admin1'),
    }),
    sources: sourcesOf(await tables('sources')),
    nationalities: nationalitiesOf(countries),
    ambiguous: ambiguousOf(placeTable('ambiguous')),
    places: placesOf({
      countries,
      curated,
      divisions: placeTable('admin1'),
      arabic: placeTable('names.ar'),
      short: placeTable('abbreviations'),
      world: placeTable('points.world'),
      shapes: placeTable('points.divisions'),
      regions: placeTable('regions'),
      persons: new Set(lexicons.flatMap((tables) => (tables['given-names'] ?? []).map(({ form }) => fold(form ?? '')))),
    }),
  };
};

/** The bytes of the models below `root`, by name of file. */
const readModels = async (root: string): Promise<Record<string, Uint8Array>> =>
  Object.fromEntries(
    await Promise.all(
      (await filesIn(path.join(root, 'data', 'models'), '.bin')).map(
        async (file) => [path.basename(file), await readFile(file)] as const,
      ),
    ),
  );

/** The packed files with their manifest, by name. */
export const packed = (
  data: CheckedData,
  models: Readonly<Record<string, Uint8Array>>,
  version: string,
): Record<string, string | Uint8Array> & { 'manifest.json': string } => {
  const files = { ...packedFilesOf(data), ...models };
  const sums = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => [name, { sha256: sha256(text), bytes: Buffer.byteLength(text) }] as const);
  const hash = sha256(sums.map(([name, sum]) => `${name} ${sum.sha256}\n`).join(''));
  const manifest: Manifest = { format: PACK_FORMAT, version, hash, files: Object.fromEntries(sums) };
  return { ...files, 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n` };
};

/** Packs data/ below `root` into `out`. */
export const pack = async (
  root: string,
  out: string,
): Promise<CheckedData & { readonly version: string; readonly hash: string }> => {
  const data = await readData(root);
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const files = packed(data, await readModels(root), version);
  await mkdir(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(out, name), content);
  return { ...data, version, hash: (JSON.parse(files['manifest.json']) as Manifest).hash };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = path.resolve(import.meta.dirname, '..');
  try {
    const data = await pack(root, path.join(root, 'dist', 'reader'));
    const tables = Object.values(data.lexicons).reduce((sum, lexicon) => sum + Object.keys(lexicon).length, 0);
    console.log(
      `Packed ${data.places.length} places, ${data.actors.length} actors, ${data.sources.length} sources, ` +
        `${data.ontology.length} event types, ${tables} lexicon tables: ${data.hash.slice(0, 12)}`,
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
