/** Where given place names lie: resolution alone, apart from finding the names. */
import type { Span } from '../../src/model/index.ts';
import { jsonlFiles, spansIn, textIn } from '../lines.ts';
import { scoreResolution } from '../score/geo.ts';
import type { EvaluationSet } from '../set.ts';
import { geo, placesIn } from './geo.ts';

export const geoGold: EvaluationSet = {
  name: 'geo-gold',
  asks: 'the coordinates of given place names',
  input: 'id, text, spans: [{start, end}]',
  prediction: 'places: [{start, end, lat?, lon?}], one a span, in their order',
  original: geo.original,
  floor: {},
  anchor: { 'geo-gold.lgl': { value: 82.7, whose: 'Mordecai 3' } },
  answer: (line, { locate }) => {
    const spans = spansIn(line, 'spans');
    const places = locate(textIn(line, 'text'), spans);
    return {
      places: spans.map(({ start, end }: Span, at) => {
        const place = places[at];
        return {
          start,
          end,
          ...(place?.lat !== undefined && place.lon !== undefined && { lat: place.lat, lon: place.lon }),
        };
      }),
    };
  },
  files: (folder) =>
    jsonlFiles(folder, 'geo').map(({ name, lines }) => ({
      name: name.replace('geo.', 'geo-gold.'),
      lines: lines.map((line) => ({ ...line, spans: placesIn(line.gold).map(({ start, end }) => ({ start, end })) })),
    })),
  score: (gold, predictions) => {
    const documents = gold.map((line) => ({ id: String(line.id), places: placesIn(line.gold) }));
    const found = new Map([...predictions].map(([id, line]) => [id, placesIn(line.places)]));
    const { accuracy, coverage } = scoreResolution(documents, found);
    return [
      { metric: 'accuracy at 161 km of those resolved', value: accuracy, main: true },
      { metric: 'share resolved', value: coverage },
    ];
  },
};
