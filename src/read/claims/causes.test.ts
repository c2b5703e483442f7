/** Why something happened: words of cause join two happenings, words of time join none. English and Arabic side by side. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** «effect < cause» of every claim that has one, by the words that say them. */
const causesIn = (text: string): string[] => {
  const { claims } = read({ id: 'causes', text, date: '2024-05-15' });
  const words = (id: string): string => {
    const { start, end } = claims.find((claim) => claim.id === id)!.trigger;
    return text.slice(start, end);
  };
  return claims.flatMap(({ id, cause = [] }) => cause.map((each) => `${words(id)} < ${words(each)}`));
};

const ROWS: readonly (readonly [text: string, ...causes: string[]])[] = [
  ['Israeli warplanes bombed Beirut in retaliation for a rocket attack on Haifa.', 'bombed < rocket attack'],
  ['قصفت الطائرات الإسرائيلية بيروت رداً على هجوم صاروخي على حيفا.', 'قصفت < هجوم صاروخي'],
  ['In response to the bombing of the embassy, the army shelled three villages near Idlib.', 'shelled < bombing'],
  ['The militia withdrew from Raqqa because of clashes with the tribes.', 'withdrew < clashes'],
  ['انسحبت الميليشيات من الرقة جراء اشتباكات مع العشائر.', 'انسحبت < اشتباكات'],
  ['اعتقلت الشرطة عشرين شخصاً على خلفية احتجاجات في البصرة.', 'اعتقلت < احتجاجات'],
  // a verb that says what came of its subject
  ['Shelling of the town forced residents to flee to Hama.', 'flee < Shelling'],
  // what was told in the sentence before, and is only recalled
  [
    'The army launched airstrikes on Marib. The Houthis fired missiles at Riyadh in response to the airstrikes.',
    'fired missiles < airstrikes',
  ],
  // words of time
  ['Turkish jets struck Sinjar after the attack in Ankara.'],
  ['Following clashes with the tribes, the militia withdrew from Raqqa.'],
  ['قصف الجيش بلدة سرمين بعد هجوم على حاجز في إدلب.'],
  ['قصف الجيش بلدة سرمين عقب هجوم على حاجز في إدلب.'],
];

describe('causes', () => {
  it.each(ROWS)('%s', (text, ...causes) => expect(causesIn(text)).toEqual(causes));

  it('an attack that made somebody end talks did happen', () => {
    const text = 'The government suspended its talks with the rebels because of attacks on villages in Cauca.';
    const attack = read({ id: 'causes', text }).claims.find(({ type }) => type === 'violence.attack');
    expect([attack?.modality, attack?.status]).toEqual(['asserted', undefined]);
  });
});
