/**
 * The packed form of data/ ↔ ReaderData. Nothing of Node here: a browser fetches the files of dist/reader and
 * calls `readerDataFrom`; tools/pack writes them with `packedFilesOf`, so that the form is told in one place.
 */
import { Failure } from '../model/index.ts';
import type { PlaceEntry, PlaceKind, ReaderData } from '../read/data.ts';

/** Grows by one when older code could not read the files any more. */
export const PACK_FORMAT = 1;

export type Manifest = {
  readonly format: number;
  /** Version of the package that packed. */
  readonly version: string;
  /** SHA-256 over the lines `NAME SHA256` of all files, in order of their names. */
  readonly hash: string;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
};

/** What must be fetched, by name. */
export const PACKED_FILES = ['manifest.json', 'reader.json', 'places.tsv'] as const;
export type PackedFile = (typeof PACKED_FILES)[number];

const BASE = 'geonames:';
type Small = Omit<ReaderData, 'version' | 'hash' | 'places'>;

/** One place a line; ids of the base without their prefix, since they are nearly all of them. */
const placeLine = (place: PlaceEntry): string =>
  [
    place.id.startsWith(BASE) ? place.id.slice(BASE.length) : place.id,
    place.kind === 'town' ? '' : place.kind,
    place.en ?? '',
    place.ar ?? '',
    place.aliases.join('|'),
    place.parent?.startsWith(BASE) ? place.parent.slice(BASE.length) : (place.parent ?? ''),
    place.country ?? '',
    place.lat ?? '',
    place.lon ?? '',
    place.population || '',
    place.curated ? 1 : '',
  ].join('\t');

/** Ids that begin with a digit are GeoNames'. */
const fullId = (id: string): string => (id.charCodeAt(0) <= 57 ? BASE + id : id);
const NONE: readonly string[] = [];

/** Filled by assignment, not by spreading: there are well over a hundred thousand of them at each start. */
const placeFrom = (line: string): PlaceEntry => {
  const [id, kind, en, ar, aliases, parent, country, lat, lon, population, curated] = line.split('\t');
  const place: { -readonly [K in keyof PlaceEntry]: PlaceEntry[K] } = {
    id: fullId(id!),
    kind: (kind || 'town') as PlaceKind,
    aliases: aliases ? aliases.split('|') : NONE,
    population: Number(population),
    ...(curated && { curated: true as const }),
  };
  if (en) place.en = en;
  if (ar) place.ar = ar;
  if (parent) place.parent = fullId(parent);
  if (country) place.country = country;
  if (lat && lon) {
    place.lat = Number(lat);
    place.lon = Number(lon);
  }
  return place;
};

/** The contents of the packed files but for the manifest: the same value gives the same bytes. */
export const packedFilesOf = (data: Small & Pick<ReaderData, 'places'>): Record<string, string> => {
  const { places, ...small } = data;
  return {
    'reader.json': `${JSON.stringify(small)}\n`,
    'places.tsv': `${places.map(placeLine).join('\n')}\n`,
  };
};

const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('data-broken', `The packed data is broken in ${name}: build it again with \`npm run build\`.`);
  }
};

/**
 * The reader's data out of the text of the packed files (PACKED_FILES), by name.
 * @throws Failure `data-missing` where a file lacks, `data-broken` where one is of another format.
 */
export const readerDataFrom = (files: Readonly<Record<string, string>>): ReaderData => {
  const text = (name: PackedFile): string => {
    const found = files[name];
    if (found === undefined)
      throw new Failure('data-missing', `The packed data lacks ${name}: build it with \`npm run build\`.`);
    return found;
  };
  const manifest = parsed('manifest.json', text('manifest.json')) as Manifest;
  if (manifest.format !== PACK_FORMAT)
    throw new Failure(
      'data-broken',
      `The packed data has format ${manifest.format}, this version reads ${PACK_FORMAT}: run \`npm run build\`.`,
    );
  const small = parsed('reader.json', text('reader.json')) as Small;
  const places: PlaceEntry[] = [];
  for (const line of text('places.tsv').split('\n')) if (line !== '') places.push(placeFrom(line));
  return { version: manifest.version, hash: manifest.hash, ...small, places };
};
