/** Values of an annotation, as written → as a Reading holds them. */
import type { Mention, Toll } from '../../src/model/index.ts';
import type { PlaceEntry, PlaceKind, ReaderData } from '../../src/read/index.ts';
import { Fault } from './faults.ts';

/** What annotations may name: the code book, the actors and the places of data/. */
export type Vocabulary = {
  readonly types: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  /** By id, and by `name, COUNTRY` in lower case. */
  readonly placeById: ReadonlyMap<string, PlaceEntry>;
  readonly placesByName: ReadonlyMap<string, readonly PlaceEntry[]>;
};

export const vocabularyOf = (data: ReaderData): Vocabulary => {
  const byName = new Map<string, PlaceEntry[]>();
  for (const place of data.places) {
    if (!place.curated && place.kind !== 'country') continue;
    const names = new Set([place.en, place.ar, ...place.aliases].map((name) => name?.toLowerCase()));
    for (const name of names) {
      const key = `${name}, ${place.country ?? ''}`.toLowerCase();
      byName.set(key, [...(byName.get(key) ?? []), place]);
    }
  }
  return {
    types: new Set(data.ontology.map(({ id }) => id)),
    actors: new Set(data.actors.map(({ id }) => id)),
    placeById: new Map([...data.places].map((place) => [place.id, place])),
    placesByName: byName,
  };
};

const PRECISION: Partial<Record<PlaceKind, 'town' | 'district' | 'province' | 'country' | 'region'>> = {
  country: 'country',
  province: 'province',
  district: 'district',
  region: 'region',
  desert: 'region',
  river: 'region',
  road: 'region',
};

const pointed = (place: PlaceEntry): NonNullable<Mention['place']> => ({
  id: place.id,
  name: { ...(place.en !== undefined && { en: place.en }), ...(place.ar !== undefined && { ar: place.ar }) },
  ...(place.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
  ...(place.country !== undefined && { country: place.country }),
  precision: PRECISION[place.kind] ?? 'town',
  score: 1,
});

/**
 * `SY`, `Homs, SY`, `province Homs, SY`, `Red Sea,` (no country) or an id of data/places. A town goes before what bears its name.
 * @throws Fault where data/ knows none, or several
 */
export const placeOf = (written: string, { placeById, placesByName }: Vocabulary): NonNullable<Mention['place']> => {
  const byId = placeById.get(/^[A-Z]{2}$/.test(written) ? `country:${written}` : written);
  if (byId !== undefined) return pointed(byId);
  const [, kind, name] =
    /^(?:(town|district|province|village|quarter|crossing|base|facility|river|road|desert|region) )?(.+,.*)$/.exec(
      written,
    ) ?? [];
  const found = placesByName.get((name ?? '').toLowerCase().replace(/,\s*$/, ', ')) ?? [];
  const fit = kind === undefined ? found : found.filter((place) => place.kind === kind);
  const towns = fit.filter((place) => place.kind === 'town');
  const chosen = towns.length === 1 ? towns : fit;
  if (chosen.length === 1) return pointed(chosen[0]!);
  if (chosen.length === 0)
    throw new Fault(
      `data/places knows no «${written}»: write its English name there with its country, such as «Homs, SY», or «-».`,
    );
  throw new Fault(
    `«${written}» may be ${chosen.map((place) => `${place.kind} (${place.id})`).join(' or ')}: write the kind before it, or the id.`,
  );
};

const day = (year: string, month: string, number: number): string =>
  `${year}-${month}-${String(number).padStart(2, '0')}`;
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

type TimeValue = NonNullable<Mention['time']>;

/**
 * `2024-10-08`, `2024-10`, `2024`, or bounds `2024-10-01..2024-10-05`, `2024-10-01..`, `..2024-10-05`.
 * @throws Fault where it is none of them
 */
export const timeOf = (written: string): Omit<TimeValue, 'basis'> => {
  const bound = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/.exec(written);
  if (bound !== null)
    return { ...(bound[1] && { earliest: bound[1] }), ...(bound[2] && { latest: bound[2] }), precision: 'bounded' };
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(written) ?? [];
  if (year === undefined)
    throw new Fault(`«${written}» is no time: write 2024-10-08, 2024-10, 2024 or 2024-10-01..2024-10-05.`);
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'year' };
  if (date === undefined)
    return {
      earliest: day(year, month, 1),
      latest: day(year, month, lastDay(Number(year), Number(month))),
      precision: 'month',
    };
  return { earliest: written, latest: written, precision: 'day' };
};

type Range = { readonly low: number; readonly high?: number };

/** `7`, `30+` (at least), `3-5`. */
const rangeOf = (written: string): Range | undefined => {
  const [, low, more, high] = /^(\d+)(?:(\+)|-(\d+))?$/.exec(written) ?? [];
  if (low === undefined) return undefined;
  if (more !== undefined) return { low: Number(low) };
  return { low: Number(low), high: Number(high ?? low) };
};

/**
 * `7 person`, `30+ drone`, `12`.
 * @throws Fault where it opens with no number
 */
export const quantityOf = (written: string, words: string): NonNullable<Mention['quantity']> => {
  const [number = '', unit] = written.split(/\s+/);
  const range = rangeOf(number);
  if (range === undefined) throw new Fault(`«${written}» is no quantity: write «7 person», «30+ drone» or «3-5».`);
  return { ...range, ...(unit !== undefined && { unit }), words: !/[\d٠-٩]/.test(words) };
};

const HARMS: readonly string[] = ['killed', 'injured', 'abducted', 'arrested', 'displaced', 'missing'];

/** One number of a toll and the words that state it. */
export type WrittenToll = Range & { readonly words: string };

/**
 * `killed 7 seven people > 2 two children`: harm, number, its words, and after `>` those among them.
 * @throws Fault where the shape is another
 */
export const tollOf = (
  written: string,
): { harm: Toll['harm']; whole: WrittenToll; including: readonly WrittenToll[] } => {
  const [first = '', ...rest] = written.split(' > ');
  const [harm = ''] = first.split(' ', 1);
  const stated = (text: string): WrittenToll => {
    const [, number = '', words = ''] = /^(\S+)\s+(.+)$/su.exec(text.trim()) ?? [];
    const range = rangeOf(number);
    if (range === undefined || words === '')
      throw new Fault(`«${written}» is no toll: write «killed 7 seven people > 2 two children».`);
    return { ...range, words };
  };
  if (!HARMS.includes(harm)) throw new Fault(`«${harm}» is no harm; they are: ${HARMS.join(', ')}.`);
  return { harm: harm as Toll['harm'], whole: stated(first.slice(harm.length)), including: rest.map(stated) };
};
