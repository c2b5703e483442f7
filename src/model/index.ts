/** The nouns of Marsad as readonly types with zod schemas, and their ids. Imports nothing of ours. */
export * from './basic.ts';
export * from './capture.ts';
export * from './failure.ts';
export * from './ids.ts';
export * from './ontology.ts';
export * from './reading.ts';
export * from './record.ts';
export * from './schema.ts';
