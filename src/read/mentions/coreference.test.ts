/** Links between mentions: which rule made each, and what stays unlinked. English and Arabic side by side. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

type Row = readonly [text: string, words: string, earlier: string, link: string];

const ROWS: readonly Row[] = [
  ['Lebanese Hezbollah left Idlib. Hezbollah said nothing.', 'Hezbollah', 'Lebanese Hezbollah', 'known-actor'],
  ['The Syrian Democratic Forces (SDF) left Raqqa. SDF denied it.', 'SDF', 'Syrian Democratic Forces', ''],
  ['انسحبت قوات سوريا الديمقراطية (قسد) من الرقة. ونفت قسد ذلك.', 'قسد', 'قوات سوريا الديمقراطية', ''],
  ['Hezbollah left Idlib. The movement denied it.', 'The movement', 'Hezbollah', 'description'],
  ['غادر حزب الله إدلب. ونفت الحركة ذلك.', 'الحركة', 'حزب الله', 'description'],
  ['Hezbollah left Idlib. It denied a withdrawal.', 'It', 'Hezbollah', 'subject'],
];

const OWNED: readonly (readonly [text: string, words: string, owner: string])[] = [
  ['Hezbollah said that its fighters left Idlib.', 'fighters', 'Hezbollah'],
  ['أعلن حزب الله أن عناصرها غادرت إدلب.', 'عناصرها', 'حزب الله'],
];

const SILENT: readonly string[] = [
  'The group left Idlib.',
  'It was cold in Idlib.',
  'غادرت الحركة إدلب.',
  'Hezbollah and Hamas met. It denied a deal.',
];

describe('coreference', () => {
  it.each(ROWS)('%s', (...[text, words, earlier, link]: Row) => {
    const { mentions } = read({ id: 'same', text });
    const last = mentions.findLast((m) => text.slice(m.start, m.end) === words)!;
    const target = mentions.find((m) => m.id === last.same)!;
    expect(text.slice(target.start, target.end)).toBe(earlier);
    expect(last.link).toContain(`coreference/${link}`);
  });

  it.each(OWNED)('whose they are: %s', (text, words, owner) => {
    const { mentions } = read({ id: 'of', text });
    const whose = mentions.find((m) => m.id === mentions.find((one) => text.slice(one.start, one.end) === words)?.of);
    expect(whose && text.slice(whose.start, whose.end)).toBe(owner);
  });

  it.each(SILENT)('none in: %s', (text) =>
    expect(read({ id: 'same', text }).mentions.filter((m) => m.same !== undefined)).toEqual([]),
  );
});
