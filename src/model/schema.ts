/** JSON Schemas of the nouns, generated from the code's own types. */
import { z } from 'zod';
import { captureSchema } from './capture.ts';
import { Failure } from './failure.ts';
import { readingSchema } from './reading.ts';
import { editionSchema, eventRecordSchema } from './record.ts';

const NAMED = {
  reading: readingSchema,
  capture: captureSchema,
  record: eventRecordSchema,
  edition: editionSchema,
} as const;

export const SCHEMA_NAMES = Object.keys(NAMED);

/**
 * The JSON Schema (draft 2020-12) of a noun.
 * @throws Failure `schema-unknown` where the name is none of SCHEMA_NAMES.
 */
export const jsonSchemaOf = (name: string): object => {
  if (!Object.hasOwn(NAMED, name))
    throw new Failure('schema-unknown', `No schema is called «${name}». There are: ${SCHEMA_NAMES.join(', ')}.`);
  return z.toJSONSchema(NAMED[name as keyof typeof NAMED], { io: 'output' });
};
