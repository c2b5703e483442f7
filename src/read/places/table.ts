/**
 * All places and their names as two texts, of which nothing is cut up before it is asked for: a start reads each text
 * once, and a place costs memory only once a report names it. `places` has one place a line; `names` one folded name a
 * line, a tab, and the numbers of the lines that it names. Look-up is by open addressing over FNV-1a hashes
 * (http://www.isthe.com/chongo/tech/comp/fnv/): one or two probes a name, whatever the number of places.
 */
import type { NameCondition, Named, PlaceEntry, PlaceKind, PlaceTable } from '../data.ts';
import { keysOf } from './keys.ts';

export type PlaceTexts = { readonly places: string; readonly names: string };

const BASE = 'geonames:';
const NONE: readonly never[] = [];
const TAB = 9;
const NEWLINE = 10;
const BLANK = 32;
const SEED = 0x811c9dc5 | 0;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** FNV leaves its low bits poor after few letters, and they are what picks the slot. */
const spread = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;
const hashOf = (text: string): number => {
  let hash = SEED;
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return spread(hash);
};

const shortId = (id: string | undefined): string => (id?.startsWith(BASE) ? id.slice(BASE.length) : (id ?? ''));
/** Ids that begin with a digit are GeoNames'. */
const fullId = (id: string): string => (id.charCodeAt(0) <= 57 ? BASE + id : id);

/** One place a line; ids of the base without their prefix, since they are nearly all of them. */
export const placeLine = (place: PlaceEntry): string =>
  [
    shortId(place.id),
    place.kind === 'town' ? '' : place.kind,
    place.en ?? '',
    place.ar ?? '',
    place.aliases.join('|'),
    shortId(place.parent),
    place.country ?? '',
    place.lat ?? '',
    place.lon ?? '',
    place.population || '',
    place.curated ? 1 : '',
    place.seat ?? '',
    place.short?.join('|') ?? '',
    place.code ?? '',
  ].join('\t');

const placeFrom = (line: string): PlaceEntry => {
  const [id, kind, en, ar, aliases, parent, country, lat, lon, population, curated, seat, short, code] =
    line.split('\t');
  const place: { -readonly [K in keyof PlaceEntry]: PlaceEntry[K] } = {
    id: fullId(id!),
    kind: (kind || 'town') as PlaceKind,
    aliases: aliases ? aliases.split('|') : NONE,
    population: Number(population),
  };
  if (curated) place.curated = true;
  if (en) place.en = en;
  if (ar) place.ar = ar;
  if (parent) place.parent = fullId(parent);
  if (country) place.country = country;
  if (lat && lon) {
    place.lat = Number(lat);
    place.lon = Number(lon);
  }
  if (seat) place.seat = Number(seat);
  if (short) place.short = short.split('|');
  if (code) place.code = code;
  return place;
};

// Behind the number of a line: under which condition the name means it.
const MARK = { capitals: '^', behind: '~' } as const;
const MARKED: Readonly<Record<number, NameCondition | undefined>> = { 94: 'capitals', 126: 'behind' };

/** The two texts of these places: the same places give the same bytes. */
export const placeTextsOf = (places: Iterable<PlaceEntry>): PlaceTexts => {
  const lines: string[] = [];
  const rows = new Map<string, string[]>();
  for (const place of places) {
    for (const { key, only } of keysOf(place)) {
      const row = `${lines.length}${only ? MARK[only] : ''}`;
      const held = rows.get(key);
      if (held === undefined) rows.set(key, [row]);
      else held.push(row);
    }
    lines.push(placeLine(place));
  }
  return {
    places: lines.map((line) => `${line}\n`).join(''),
    names: [...rows].map(([key, numbers]) => `${key}\t${numbers.join(' ')}\n`).join(''),
  };
};

/** Twice as many slots as entries, a power of two. */
const slotsFor = (entries: number): Int32Array => new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, entries) * 2)));

const linesIn = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
};

const indexOfIds = (text: string) => {
  const size = linesIn(text);
  const starts = new Int32Array(size + 1);
  const slots = slotsFor(size);
  const mask = slots.length - 1;
  for (let row = 0, at = 0; row < size; row++) {
    starts[row] = at;
    let hash = SEED;
    for (let code = text.charCodeAt(at); code !== TAB; code = text.charCodeAt(++at)) hash = step(hash, code);
    let slot = spread(hash) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = row + 1;
    at = text.indexOf('\n', at) + 1;
    starts[row + 1] = at;
  }
  const rowOf = (id: string): number => {
    const short = shortId(id);
    for (let slot = hashOf(short) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = slots[slot]! - 1;
      const start = starts[row]!;
      if (text.startsWith(short, start) && text.charCodeAt(start + short.length) === TAB) return row;
    }
    return -1;
  };
  return { size, rowOf, lineOf: (row: number): string => text.slice(starts[row], starts[row + 1]! - 1) };
};

const indexOfNames = (text: string) => {
  const size = linesIn(text);
  const slots = slotsFor(size);
  const mask = slots.length - 1;
  // By the hash of the first word alone. Two words that fall together make a look-up try longer, no more.
  const longest = new Uint8Array(slots.length);
  for (let at = 0; at < text.length; ) {
    const start = at;
    let hash = SEED;
    let first = -1;
    let words = 1;
    for (let code = text.charCodeAt(at); code !== TAB; code = text.charCodeAt(++at)) {
      if (code === BLANK) {
        if (words === 1) first = spread(hash) & mask;
        words++;
      }
      hash = step(hash, code);
    }
    let slot = spread(hash) & mask;
    if (words === 1) first = slot;
    if (longest[first]! < words) longest[first] = words;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = start + 1;
    at = text.indexOf('\n', at) + 1;
  }
  return {
    longest: (word: string): number => longest[hashOf(word) & mask]!,
    /** Row numbers of a key, each with its condition. */
    each: (key: string, visit: (row: number, only: NameCondition | undefined) => void): void => {
      for (let slot = hashOf(key) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const start = slots[slot]! - 1;
        if (!text.startsWith(key, start) || text.charCodeAt(start + key.length) !== TAB) continue;
        let row = 0;
        for (let at = start + key.length + 1; ; at++) {
          const code = text.charCodeAt(at);
          if (code >= 48 && code <= 57) {
            row = row * 10 + code - 48;
            continue;
          }
          const only = MARKED[code];
          visit(row, only);
          row = 0;
          if (only) at++;
          if (text.charCodeAt(at) === NEWLINE) break;
        }
      }
    },
  };
};

/**
 * One table over several pairs of texts. A later pair overlays an earlier one: a place with an id that stands in both is
 * the later one's, under the names of both.
 */
export const placeTableOf = (layers: readonly PlaceTexts[]): PlaceTable => {
  const tables = layers.map((texts) => ({ ids: indexOfIds(texts.places), names: indexOfNames(texts.names) }));
  const made = tables.map(() => new Map<number, PlaceEntry>());
  const at = (layer: number, row: number): PlaceEntry => {
    let place = made[layer]!.get(row);
    if (place === undefined) {
      place = placeFrom(tables[layer]!.ids.lineOf(row));
      made[layer]!.set(row, place);
    }
    return place;
  };
  const asked = new Map<string, PlaceEntry>();
  const get = (id: string): PlaceEntry | undefined => {
    const known = asked.get(id);
    if (known) return known;
    for (let layer = tables.length - 1; layer >= 0; layer--) {
      const row = tables[layer]!.ids.rowOf(id);
      if (row < 0) continue;
      const place = at(layer, row);
      asked.set(id, place);
      return place;
    }
    return undefined;
  };
  const named = (key: string): readonly Named[] => {
    const found: Named[] = [];
    tables.forEach(({ names }, layer) => {
      names.each(key, (row, only) => {
        const own = at(layer, row);
        const entry = layer < tables.length - 1 ? get(own.id)! : own;
        if (!found.some((other) => other.entry === entry)) found.push(only ? { entry, only } : { entry });
      });
    });
    return found.length ? found : NONE;
  };
  return {
    size: tables.reduce((sum, { ids }) => sum + ids.size, 0),
    get,
    named,
    longest: (word) => tables.reduce((most, { names }) => Math.max(most, names.longest(word)), 0),
    *[Symbol.iterator]() {
      for (const [layer, { ids }] of tables.entries())
        for (let row = 0; row < ids.size; row++) {
          const place = placeFrom(ids.lineOf(row));
          if (layer === tables.length - 1 || get(place.id) === at(layer, row)) yield place;
        }
    },
  };
};

/** A table of places given as values: for tests and small data. */
export const placeTableFrom = (places: Iterable<PlaceEntry>): PlaceTable => placeTableOf([placeTextsOf(places)]);
