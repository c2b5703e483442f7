/** What a reader knows: the packed form of data/. Plain values; made by load, or fetched by a browser. */
import type { LanguageModels } from '../language/index.ts';
import type { Bilingual, EventType, Language, Source } from '../model/index.ts';

/** One row of a table in data/lexicons, by column name. Empty cells are left out. */
export type Row = Readonly<Record<string, string>>;

/** Tables of one language, by file name without ending. */
export type Lexicon = Readonly<Record<string, readonly Row[]>>;

export type ActorEntry = {
  readonly id: string;
  readonly names: { readonly en: string; readonly ar?: string };
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  /** ACLED's actor types in kebab case, and `monitor`, `agency`, `outlet`, `organisation`, `institution`. */
  readonly kind: string;
  /** Actor that it is a part of or that backs it. */
  readonly parent?: string;
  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
  /** Of a body that every state has: which one, as data/actors/of-states.tsv calls it. */
  readonly role?: string;
  /** ISO 3166-1 alpha-2: armed groups that are described by their tie to this country mean this one. */
  readonly patron?: string;
  /** First and last year that it was active in, where they are told. */
  readonly years?: { readonly from?: number; readonly to?: number };
};

export type PlaceKind =
  | 'country'
  | 'province'
  | 'district'
  | 'town'
  | 'village'
  | 'quarter'
  | 'crossing'
  | 'base'
  | 'facility'
  | 'river'
  | 'road'
  | 'desert'
  | 'region';

export type PlaceEntry = {
  /** `geonames:ID` where it was read in the base, `country:SY`, else `place:slug`. */
  readonly id: string;
  readonly kind: PlaceKind;
  readonly en?: string;
  readonly ar?: string;
  readonly aliases: readonly string[];
  /** Of a division: GeoNames' code, `SY.07`. */
  readonly code?: string;
  /** «Ky.», «OH»: what means it only behind the name of a town in it. */
  readonly short?: readonly string[];
  /** id of the place that it lies in */
  readonly parent?: string;
  readonly country?: string;
  /** Own point; a place without one takes the nearest parent's, with that one's precision. */
  readonly lat?: number;
  readonly lon?: number;
  readonly population: number;
  /** What it is the seat of: 0 a country, 1 a first-level division, 2 … 5 finer ones. */
  readonly seat?: number;
  /** Chosen by us, not merely in the world's table: its name is believed where an unknown town's needs its words beside it. */
  readonly curated?: true;
};

/** capitals: «UAE», «UK», read as this place only where it is written so. behind: «Ky.», only behind a town in it. */
export type NameCondition = 'capitals' | 'behind';

/** A place that a name may mean. */
export type Named = { readonly entry: PlaceEntry; readonly only?: NameCondition };

export type PlaceTable = Iterable<PlaceEntry> & {
  readonly size: number;
  readonly get: (id: string) => PlaceEntry | undefined;
  /** What a folded name may mean. */
  readonly named: (key: string) => readonly Named[];
  /** How many words the longest name has that begins with this folded word; 0 where none does. May say too many, never too few. */
  readonly longest: (word: string) => number;
};

export type NationalityEntry = {
  readonly country: string;
  readonly en: readonly string[];
  readonly ar: readonly string[];
};

/** A name of a place that is a word or a person's name too. */
export type AmbiguousName = {
  readonly name: string;
  readonly reason: string;
  /** `skip`: never a place by itself; `needs-context`: only beside a word or name that says that a place is meant. */
  readonly rule: 'skip' | 'needs-context';
};

export type ReaderData = {
  /** Version of the package. */
  readonly version: string;
  /** Hash of the packed files. */
  readonly hash: string;
  readonly ontology: readonly EventType[];
  readonly lexicons: Readonly<Record<Language, Lexicon>>;
  readonly actors: readonly ActorEntry[];
  readonly places: PlaceTable;
  readonly nationalities: readonly NationalityEntry[];
  readonly ambiguous: readonly AmbiguousName[];
  readonly sources: readonly Source[];
  /** What tags words and hangs them on each other. */
  readonly models: Readonly<Record<Language, LanguageModels>>;
};

export type { Bilingual };
