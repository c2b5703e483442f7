import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../load/index.ts';
import { createReader } from './index.ts';
import { isAllCapitals } from './recase.ts';

const read = createReader(await loadReaderData());
/** What is read, without the places in the text: mentions by kind and words, claims by type and toll. */
const told = (text: string) => {
  const { mentions, claims } = read({ id: 'case', text, date: '2024-05-15' });
  return {
    mentions: mentions.map((m) => `${m.kind} ${text.slice(m.start, m.end).toLowerCase()}`),
    claims: claims.map((c) => `${c.type} ${c.time.earliest} ${c.toll.map((t) => `${t.harm} ${t.low}`).join(', ')}`),
  };
};

describe('text in capitals is read as if it were cased', () => {
  it.each([
    'The shelling killed five civilians in Aleppo on Monday.',
    'Gunmen kidnapped three engineers near Damascus yesterday.',
    'Two soldiers were wounded when a mine exploded on 7 May.',
    'No casualties were reported in the attack on the airport.',
  ])('%s', (text) => {
    const cased = told(text);
    expect(cased.claims.length).toBeGreaterThan(0);
    expect(told(text.toUpperCase())).toEqual(cased);
  });
});

it.each([
  ['FIVE KILLED IN ALEPPO', true],
  ['The UN and the US', false],
  ['IAEA', false],
  ['قُتل خمسة في حلب', false],
])('%s: all capitals %s', (text, expected) => expect(isAllCapitals(text)).toBe(expected));
