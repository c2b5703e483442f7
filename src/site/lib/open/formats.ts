/** Records as files: each format is a beginning, a piece for each record, and an end, so that a file of any length streams. */
import type { Interval } from '../../../model/index.ts';
import type { RecordLine } from '../../../publish/types.ts';

export const FORMATS = ['csv', 'jsonl', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];
/** What people call them; the same in both languages. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = { csv: 'CSV', jsonl: 'JSON Lines', geojson: 'GeoJSON' };

export type Writer = {
  readonly mediaType: string;
  readonly begin: string;
  /** @param first whether nothing has been written before. */
  readonly piece: (line: RecordLine, first: boolean, pageOf: PageOf) => string;
  readonly end: string;
};

/** Absolute address of a record: `page` in a language, `data` as JSON. */
export type PageOf = { readonly page: (id: string) => string; readonly data: (id: string) => string };

/** Columns of the CSV, in their order: the data page tells what each of them holds. */
export const COLUMNS = [
  'id',
  'type',
  'modality',
  'review',
  'earliest',
  'latest',
  'date_precision',
  'place_ids',
  'places_en',
  'places_ar',
  'place_precision',
  'latitude',
  'longitude',
  'country',
  'speakers_en',
  'speakers_ar',
  'sentence_en',
  'sentence_ar',
  'page',
  'data',
] as const;
export type Column = (typeof COLUMNS)[number];

type Cell = string | number | undefined;

const joined = (values: readonly (string | undefined)[]): string => values.map((value) => value ?? '').join('; ');

/** What a time says of itself, and nothing where it has no bound at all. */
const timeOf = ({
  earliest,
  latest,
  precision,
}: Interval): Pick<Interval, 'earliest' | 'latest'> & {
  readonly precision?: Interval['precision'];
} => (earliest === undefined && latest === undefined ? {} : { earliest, latest, precision });

const rowOf = (line: RecordLine, { page, data }: PageOf): Readonly<Record<Column, Cell>> => {
  const pinned = line.places.find((place) => place.lat !== undefined && place.lon !== undefined);
  const time = timeOf(line.time);
  return {
    id: line.id,
    type: line.type,
    modality: line.modality,
    review: line.review,
    earliest: time.earliest,
    latest: time.latest,
    date_precision: time.precision,
    place_ids: joined(line.places.map((place) => place.id)),
    places_en: joined(line.places.map((place) => place.name.en ?? place.name.ar)),
    places_ar: joined(line.places.map((place) => place.name.ar ?? place.name.en)),
    place_precision: pinned?.precision ?? line.places[0]?.precision,
    latitude: pinned?.lat,
    longitude: pinned?.lon,
    country: pinned?.country ?? line.places[0]?.country,
    speakers_en: joined(line.speakers.map((speaker) => speaker.name.en ?? speaker.name.ar)),
    speakers_ar: joined(line.speakers.map((speaker) => speaker.name.ar ?? speaker.name.en)),
    sentence_en: line.sentence.en,
    sentence_ar: line.sentence.ar,
    page: page(line.id),
    data: data(line.id),
  };
};

/**
 * A cell of RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
 * («CSV Injection»): names in it come from reports.
 */
export const csvCell = (value: Cell): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const objectOf = (line: RecordLine, { page, data }: PageOf): object => ({
  id: line.id,
  type: line.type,
  label: line.label,
  modality: line.modality,
  review: line.review,
  sentence: line.sentence,
  time: timeOf(line.time),
  places: line.places,
  speakers: line.speakers,
  page: page(line.id),
  data: data(line.id),
});

/** A feature for each place with a point: the middle of what its precision names, never finer than may be shown. */
const featuresOf = (line: RecordLine, pages: PageOf): readonly object[] => {
  const { places, ...record } = objectOf(line, pages) as { places: RecordLine['places'] } & Record<string, unknown>;
  return places.flatMap((place) =>
    place.lat === undefined || place.lon === undefined
      ? []
      : [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
            properties: {
              ...record,
              place: { id: place.id, name: place.name, role: place.role, country: place.country },
              precision: place.precision,
            },
          },
        ],
  );
};

export const WRITERS: Readonly<Record<Format, Writer>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    // A byte order mark: without it Excel takes Arabic for something else.
    begin: `\ufeff${csvLine(COLUMNS)}`,
    piece: (line, _first, pages) => {
      const row = rowOf(line, pages);
      return csvLine(COLUMNS.map((column) => row[column]));
    },
    end: '',
  },
  jsonl: {
    mediaType: 'application/jsonl; charset=utf-8',
    begin: '',
    piece: (line, _first, pages) => `${JSON.stringify(objectOf(line, pages))}\n`,
    end: '',
  },
  geojson: {
    mediaType: 'application/geo+json; charset=utf-8',
    begin: '{"type":"FeatureCollection","features":[\n',
    piece: (line, first, pages) => {
      const features = featuresOf(line, pages).map((feature) => JSON.stringify(feature));
      return features.length === 0 ? '' : `${first ? '' : ',\n'}${features.join(',\n')}`;
    },
    end: '\n]}\n',
  },
};
