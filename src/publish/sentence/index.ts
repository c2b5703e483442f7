/** A record in one sentence of each language. */
import type { Bilingual } from '../../model/index.ts';
import type { PublicRecord } from '../types.ts';

export type Sayable = Omit<PublicRecord, symbol | 'map' | 'sentence'>;

export const sentenceOf = (record: Sayable): Bilingual => record.label;
