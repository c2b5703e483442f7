/** Sentences → the kind of their unnamed source; who has a name, or says nothing, has none. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

const ROWS: readonly (readonly [text: string, ...kinds: string[]])[] = [
  ['Local sources said a convoy had reached the town.', 'local'],
  ['A security source told the agency that gunmen attacked the post.', 'security'],
  ['A drone hit the clinic, medical sources said.', 'medical'],
  ['Witnesses said soldiers burned the shop.', 'witness'],
  ['Residents said soldiers burned the shop.', 'resident'],
  ['Activists said warplanes bombed the market.', 'activist'],
  ['Two officials said the army had left the base.', 'official'],
  ['أفادت مصادر محلية بوصول قافلة إلى البلدة.', 'local'],
  ['قال مصدر أمني إن مسلحين هاجموا الموقع.', 'security'],
  ['قالت مصادر طبية إن طائرة مسيرة استهدفت العيادة.', 'medical'],
  ['قال شهود عيان إن جنودا أحرقوا المتجر.', 'witness'],
  ['قال أهالي إن جنودا أحرقوا المتجر.', 'resident'],
  ['قال ناشطون إن طائرات قصفت السوق.', 'activist'],
  // a name, or nobody who speaks
  ['The Syrian Observatory for Human Rights said warplanes bombed the market.'],
  ['Warplanes killed two residents in the market.'],
  ['قتلت الطائرات اثنين من السكان في السوق.'],
];

describe('kinds of unnamed sources', () => {
  it.each(ROWS)('%s', (text, ...kinds) => {
    const { mentions } = read({ id: 'sources', text });
    expect(mentions.flatMap(({ source }) => source ?? [])).toEqual(kinds);
  });
});
