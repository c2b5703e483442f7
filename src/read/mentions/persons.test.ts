/** Persons: who is found, by which title or role, and who is private. English and Arabic side by side. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

// Text, name, title or role, private.
const FOUND: readonly (readonly [text: string, name: string, head: string | undefined, isPrivate: boolean])[] = [
  ['Farmer Ahmad al-Khatib was killed in Daraa.', 'Ahmad al-Khatib', 'Farmer', true],
  ['قتل المواطن أحمد الخطيب برصاص مسلحين في درعا.', 'أحمد الخطيب', 'المواطن', true],
  ['The shelling killed Samir Haddad, 34, and his son.', 'Samir Haddad', undefined, true],
  ['أصيب الشاب محمد عبد الله في قصف على إدلب.', 'محمد عبد الله', 'الشاب', true],
  ['President Bashar al-Assad left Damascus.', 'Bashar al-Assad', 'President', false],
  ['قال الرئيس السوري بشار الأسد إن الجيش انسحب.', 'بشار الأسد', 'الرئيس', false],
  ['Iran’s ambassador in Damascus, Hossein Akbari, spoke.', 'Hossein Akbari', 'ambassador', false],
  ['وأضاف السفير الإيراني في دمشق حسين أكبري أن الغارة استهدفت القنصلية.', 'حسين أكبري', 'السفير', false],
];

const SILENT: readonly string[] = [
  'Residents of Khan Sheikhoun fled.',
  'قال المتطوعون إنهم انتقلوا إلى دمشق.',
  'The United Nations said that aid was late.',
  'أكد المدير تعرّض المستشفى للقصف.',
];

describe('persons', () => {
  it.each(FOUND)('%s', (text, name, head, isPrivate) => {
    const persons = read({ id: 'p', text }).mentions.filter((m) => m.kind === 'person');
    expect(persons.map((m) => [text.slice(m.start, m.end), m.head, m.private ?? false])).toEqual([
      [name, head, isPrivate],
    ]);
  });

  it.each(SILENT)('none in: %s', (text) => {
    expect(read({ id: 'p', text }).mentions.filter((m) => m.kind === 'person')).toEqual([]);
  });

  it('takes an office told once for the whole report', () => {
    const text = 'Governor Salim Haddad spoke in Idlib. Later Salim Haddad left.';
    const persons = read({ id: 'p', text }).mentions.filter((m) => m.kind === 'person');
    expect(persons.map((m) => m.private ?? false)).toEqual([false, false]);
  });
});
