/** Where a thing happened: what counts as its place, what is only an address, what was left. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

const ROWS: readonly (readonly [text: string, type: string, field: 'places' | 'origin', words: readonly string[]])[] = [
  ['Warplanes bombed a depot in Raqqa in northern Syria.', 'violence.airstrike', 'places', ['Raqqa']],
  ['Families fled the shelling from Aleppo.', 'harm.displacement', 'origin', ['Aleppo']],
  ['نزحت عائلات من حلب.', 'harm.displacement', 'origin', ['حلب']],
];

describe('places of a claim', () => {
  it.each(ROWS)('%s → %s', (text, type, field, words) => {
    const { claims, mentions } = read({ id: 'where', text, date: '2024-05-15' });
    const claim = claims.find((each) => each.type === type);
    const named = claim?.[field].map((id) => {
      const mention = mentions.find((each) => each.id === id)!;
      return text.slice(mention.start, mention.end);
    });
    expect(named).toEqual(words);
  });
});
