/**
 * The packed form of data/ ↔ ReaderData. Nothing of Node here: a browser fetches the files of dist/reader and
 * calls `readerDataFrom`; tools/pack writes them with `packedFilesOf`, so that the form is told in one place.
 */
import type { LanguageModels } from '../language/index.ts';
import { Failure, LANGUAGES, type Language } from '../model/index.ts';
import { type PlaceEntry, type PlaceTexts, placeTableOf, placeTextsOf, type ReaderData } from '../read/index.ts';

/** Grows by one when older code could not read the files any more. */
export const PACK_FORMAT = 3;

export type Manifest = {
  readonly format: number;
  /** Version of the package that packed. */
  readonly version: string;
  /** SHA-256 over the lines `NAME SHA256` of all files, in order of their names. */
  readonly hash: string;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
};

/** What must be fetched as text, by name. */
export const PACKED_FILES = ['manifest.json', 'reader.json', 'places.tsv', 'names.tsv'] as const;
export type PackedFile = (typeof PACKED_FILES)[number];

/** Files of the models of one language: the words are needed, trees make heads and relations, names find who and where. */
export const modelFilesOf = (language: Language) =>
  ({ words: `${language}.words.bin`, trees: `${language}.trees.bin`, names: `${language}.names.bin` }) as const;

/** What must be fetched as bytes, by name. */
export const MODEL_FILES = LANGUAGES.flatMap((language) => Object.values(modelFilesOf(language)));
export type ModelFile = (typeof MODEL_FILES)[number];

type Small = Omit<ReaderData, 'version' | 'hash' | 'places' | 'models'>;

/** The contents of the packed files but for the manifest: the same value gives the same bytes. */
export const packedFilesOf = (data: Small & { readonly places: Iterable<PlaceEntry> }): Record<string, string> => {
  const { places, ...small } = data;
  const texts = placeTextsOf(places);
  return {
    'reader.json': `${JSON.stringify(small)}\n`,
    'places.tsv': texts.places,
    'names.tsv': texts.names,
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
 * The reader's data out of the packed files.
 * @param files the text of PACKED_FILES, by name
 * @param models the bytes of MODEL_FILES, by name
 * @param overlays places that people added, the later over the earlier
 * @throws Failure `data-missing` where a file lacks, `data-broken` where one is of another format.
 */
export const readerDataFrom = (
  files: Readonly<Record<string, string>>,
  models: Readonly<Record<string, Uint8Array>>,
  overlays: readonly PlaceTexts[] = [],
): ReaderData => {
  const given = <T>(from: Readonly<Record<string, T>>, name: PackedFile | ModelFile): T => {
    const found = from[name];
    if (found === undefined)
      throw new Failure('data-missing', `The packed data lacks ${name}: build it with \`npm run build\`.`);
    return found;
  };
  const text = (name: PackedFile): string => given(files, name);
  const modelsOf = (language: Language): LanguageModels => {
    const names = modelFilesOf(language);
    return {
      words: given(models, names.words),
      trees: given(models, names.trees),
      names: given(models, names.names),
    };
  };
  const manifest = parsed('manifest.json', text('manifest.json')) as Manifest;
  if (manifest.format !== PACK_FORMAT)
    throw new Failure(
      'data-broken',
      `The packed data has format ${manifest.format}, this version reads ${PACK_FORMAT}: run \`npm run build\`.`,
    );
  const small = parsed('reader.json', text('reader.json')) as Small;
  const places = placeTableOf([{ places: text('places.tsv'), names: text('names.tsv') }, ...overlays]);
  return {
    version: manifest.version,
    hash: manifest.hash,
    ...small,
    places,
    models: { en: modelsOf('en'), ar: modelsOf('ar') },
  };
};
