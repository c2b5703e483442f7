/** Facilities and weapons: their class, and how many are told. English and Arabic side by side. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** [text, the thing's words, its class, the number told, and the most of it] */
type Row = readonly [text: string, span: string, of: string, low?: number, high?: number];

const ROWS: readonly Row[] = [
  ['They left a headquarters in Idlib.', 'headquarters', 'headquarters'],
  ['غادروا مقرا في إدلب.', 'مقرا', 'headquarters'],
  ['A checkpoint was set up in Idlib.', 'checkpoint', 'checkpoint'],
  ['أقيم حاجز في إدلب.', 'حاجز', 'checkpoint'],
  ['The shelling hit two schools in Idlib.', 'schools', 'school', 2, 2],
  ['استهدف القصف 3 مدارس في إدلب.', 'مدارس', 'school', 3, 3],
  ['Three rockets fell near Idlib.', 'rockets', 'rocket', 3, 3],
  ['سقطت ثلاث قذائف هاون قرب إدلب.', 'قذائف هاون', 'mortar', 3, 3],
  ['At least 12 drones crossed the border.', 'drones', 'drone', 12],
  ['An improvised explosive device went off.', 'improvised explosive device', 'ied'],
  ['انفجرت عبوة ناسفة في إدلب.', 'عبوة ناسفة', 'ied'],
];

// Actors bear no class.
const SILENT: readonly string[] = ['Local militants left Idlib.', 'غادر مسلحون محليون إدلب.'];

describe('facilities and weapons', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', (text, [, span, of, low, high]) => {
    const thing = read({ id: 'class', text }).mentions.find((m) => m.kind === 'facility' || m.kind === 'weapon')!;
    expect([text.slice(thing.start, thing.end), thing.class]).toEqual([span, of]);
    expect([thing.quantity?.low, thing.quantity?.high]).toEqual([low, high]);
  });

  it.each(SILENT)('no class in: %s', (text) =>
    expect(read({ id: 'class', text }).mentions.filter((m) => m.class !== undefined)).toEqual([]),
  );
});
