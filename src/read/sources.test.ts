import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../load/index.ts';
import { createReader } from './index.ts';

const read = createReader(await loadReaderData());

/** Publisher and whether agencies are named, of a report that ends in a credit line or has an address. */
const source = (credit: string, url?: string): readonly unknown[] => {
  const text = `Army takes the town\nThe army took the town on Friday after a week.\n${credit}`;
  const { publisher, agencies } = read({ id: 'sources', text, ...(url ? { url } : {}) }).report;
  return [publisher, agencies];
};

describe('who published a report', () => {
  it.each([
    ['Levant - Agencies', undefined, 'levant', true],
    ['ليفانت - وكالات', undefined, 'levant', true],
    ['Agencies', undefined, undefined, true],
    ['وكالات', undefined, undefined, true],
    ['Reuters', undefined, 'reuters', true],
    ['', 'https://www.reuters.com/world/x', 'reuters', undefined],
    ['', 'https://user@www.reuters.com:443/world/x', 'reuters', undefined],
    ['', 'https://graphics.reuters.com/x', 'reuters', undefined],
    ['', 'https://notreuters.com/x', undefined, undefined],
    ['', 'https://example.org/reuters.com', undefined, undefined],
    ['', undefined, undefined, undefined],
  ])('«%s» at %s', (credit, url, publisher, agencies) => expect(source(credit, url)).toEqual([publisher, agencies]));

  it('is who was given, whatever the credit says', () => {
    const text = 'Army takes the town\nThe army took the town on Friday after a week.\nReuters';
    expect(read({ id: 'sources', text, publisher: 'levant' }).report.publisher).toBe('levant');
  });
});
