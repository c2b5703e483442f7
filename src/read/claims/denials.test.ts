/** Texts → which claim is denied by whom; what must stay unlinked has rows too. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { readingSchema } from '../../model/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** Every denial as «what is denied < who denies it», with a * where the denial is a claim of its own. */
const denialsIn = (text: string): string[] => {
  const reading = readingSchema.parse(read({ id: 'denials', text, date: '2024-05-15' }));
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return reading.claims.flatMap(({ id, trigger, deniedBy = [] }) =>
    deniedBy.map(({ mention, claim }) => {
      const denial = reading.claims.find((each) => each.id === claim);
      if (denial) expect(denial.denies).toBe(id);
      return `${words(trigger)} < ${words(reading.mentions.find((m) => m.id === mention)!)}${claim ? '*' : ''}`;
    }),
  );
};

const ROWS: readonly (readonly [text: string, ...denials: string[]])[] = [
  [
    'Activists said warplanes bombed the market in Idlib on Monday. The defence ministry denied that its planes had bombed the market.',
    'bombed < defence ministry*',
  ],
  ['The UN says soldiers shelled the village; the army denies it.', 'shelled < army'],
  ['The observatory said rebels captured the airbase. The army dismissed the report.', 'captured < army'],
  [
    'قال ناشطون إن طائرات قصفت السوق في إدلب يوم الاثنين. ونفت وزارة الدفاع أن تكون طائراتها قد قصفت السوق.',
    'قصفت < وزارة الدفاع*',
  ],
  ['تقول الأمم المتحدة إن جنودا قصفوا القرية، والجيش ينفي ذلك.', 'قصفوا < الجيش'],
  ['يقول المرصد إن المتمردين سيطروا على المطار، وهو ما تنفيه الحكومة.', 'سيطروا < الحكومة'],
  ['ذكرت قناة محلية أن الجيش قصف القرية. ونفى الجيش هذه الأنباء.', 'قصف < الجيش'],
  // nothing is told that is denied
  ['The army denied that its planes had bombed the market.'],
  ['نفى الجيش قصف القرية.'],
  // another place, another kind of happening
  ['Activists said warplanes bombed Idlib on Monday. The army denied that its planes had bombed Raqqa.'],
  ['قال ناشطون إن طائرات قصفت إدلب. ونفى الجيش انسحاب قواته من المطار.'],
  // its own words are no other's
  ['The army said rebels captured the airbase. The army denied that it had shelled the town.'],
  // what is denied is no happening that was told
  ['The observatory said rebels captured the airbase. The minister denied the rumours about his health.'],
];

describe('denials', () => {
  it.each(ROWS)('%s', (text, ...denials) => {
    expect(denialsIn(text)).toEqual(denials);
  });
});
