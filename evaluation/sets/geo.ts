/** Every place name of a text and its point on the earth. */
import type { Report } from '../../src/model/index.ts';
import { idIn, jsonlFiles, maybeTextIn, textIn } from '../lines.ts';
import { type Place, scorePlaces } from '../score/geo.ts';
import type { EvaluationSet, Line } from '../set.ts';

const reportFrom = (line: Line): Report => {
  const date = maybeTextIn(line, 'date');
  const title = maybeTextIn(line, 'title');
  return { id: idIn(line) ?? '-', text: textIn(line, 'text'), ...(date && { date }), ...(title && { title }) };
};

/** Absent coordinates are null in these files. */
export const placesIn = (value: unknown): Place[] =>
  (Array.isArray(value) ? (value as Line[]) : []).map(({ start, end, lat, lon }) => ({
    start: Number(start),
    end: Number(end),
    ...(typeof lat === 'number' && typeof lon === 'number' && { lat, lon }),
  }));

export const geo: EvaluationSet = {
  name: 'geo',
  asks: 'every place name and its coordinates',
  input: 'id, text, date?, title?',
  prediction: 'places: [{start, end, lat?, lon?}]',
  original: {
    from: 'LGL and GeoVirus in milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation',
    url: 'https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation',
    licence: 'GPL-3 repository; the texts are third parties’',
  },
  floor: { 'geo.lgl': 27.8, 'geo.geovirus': 42.7 },
  anchor: { 'geo.lgl': { value: 51.0, whose: 'Edinburgh Geoparser' } },
  answer: (line, { read }) => ({
    // A name that the model or a preposition alone takes for a place, and no table gives a point, is a gap of the reading,
    // not an answer.
    places: read(reportFrom(line))
      // «between X and Y» is told by two names and is none.
      .mentions.filter(
        ({ kind, place, rule }) =>
          kind === 'place' &&
          place?.precision !== 'between' &&
          (place !== undefined || !(rule.startsWith('model/') || rule === 'places/behind')),
      )
      .map(({ start, end, place }) => ({
        start,
        end,
        ...(place?.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
      })),
  }),
  files: (folder) => jsonlFiles(folder, 'geo'),
  score: (gold, predictions) => {
    const documents = gold.map((line) => ({ id: String(line.id), places: placesIn(line.gold) }));
    const found = new Map([...predictions].map(([id, line]) => [id, placesIn(line.places)]));
    const { recognition, resolution, endToEnd } = scorePlaces(documents, found);
    return [
      { metric: 'end-to-end F1 at 161 km', value: endToEnd, main: true },
      { metric: 'recognition F1', value: recognition },
      { metric: 'accuracy at 161 km', value: resolution },
    ];
  },
};
