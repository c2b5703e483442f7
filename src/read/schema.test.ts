/** What `marsad schema reading` prints fits what the reader really gives, and nothing else. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadReaderData, loadSamples } from '../load/index.ts';
import { jsonSchemaOf } from '../model/index.ts';
import { createReader } from './index.ts';

const read = createReader(await loadReaderData());
const samples = await loadSamples();
// By way of JSON, as another program would take it.
const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(jsonSchemaOf('reading'))));
const reading = (at = 0) => JSON.parse(JSON.stringify(read(samples[at]!.report)));

// Each row: what another program might send in its place.
const WRONG: readonly (readonly [string, (reading: ReturnType<JSON['parse']>) => void])[] = [
  ['a key that no schema knows', (r) => Object.assign(r.claims[0], { certainty: 1 })],
  ['no quote', (r) => delete r.claims[0].quote],
  ['a modality that is none', (r) => Object.assign(r.claims[0], { modality: 'certain' })],
  ['a confidence above one', (r) => Object.assign(r.claims[0], { confidence: 1.5 })],
  ['half a unit', (r) => Object.assign(r.mentions[0], { start: 0.5 })],
  ['a date that is no day', (r) => Object.assign(r.report.issued, { latest: 'May 2024' })],
  ['a third language', (r) => Object.assign(r.report, { language: 'fr' })],
  ['null for what is absent', (r) => Object.assign(r.claims[0], { status: null })],
];

describe('the JSON Schema of a Reading', () => {
  it.each(samples.map(({ file }, at) => [file, at] as const))('takes the one of %s', (_, at) => {
    const given = reading(at);
    expect(schema.parse(given)).toEqual(given);
  });

  it.each(WRONG)('refuses %s', (_, spoil) => {
    const given = reading();
    spoil(given);
    expect(schema.safeParse(given).success).toBe(false);
  });
});
