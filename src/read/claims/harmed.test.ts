/** Sentences → who suffered what, how many, and the parts of a sum; what must count nobody has rows too. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** Every toll as «harm low..high who >part», in the order of the text. */
const tollsIn = (text: string): string[] => {
  const { claims, mentions } = read({ id: 'harmed', text, date: '2024-05-15' });
  const words = (id: string | undefined): string => {
    const found = mentions.find((mention) => mention.id === id);
    return found ? ` ${text.slice(found.start, found.end)}` : '';
  };
  return claims.flatMap(({ toll }) =>
    toll.map(
      ({ harm, low, high, who, including = [] }) =>
        `${harm} ${low}..${high ?? ''}${words(who)}${including.map((part) => ` >${part.low}${words(part.who)}`).join('')}`,
    ),
  );
};

const TOLLS: readonly (readonly [text: string, ...tolls: string[]])[] = [
  // two words of harm share nobody
  ['The attack on the camp left 74 dead and 17 wounded, doctors said.', 'killed 74..74', 'injured 17..17'],
  ['The strike killed at least six people and wounded dozens.', 'killed 6.. people', 'injured 24..'],
  // and joined ones share their sufferer
  ['Gunmen kidnapped and murdered a judge.', 'abducted 1..1 judge', 'killed 1..1 judge'],
  // one person without a number, by role and by name
  [
    'A bomb exploded in the market, killing a policeman, his wife and two children.',
    'killed 1..1 policeman',
    'killed 1..1 wife',
    'killed 2..2 children',
  ],
  ['The mayor of the town, Carlos Valencia, was shot dead by gunmen.', 'killed 1..1 Carlos Valencia'],
  ['Gunmen wounded a harvester near the village.', 'injured 1..1 harvester'],
  // parts of a sum
  [
    'Thirty people, including 12 children and two teachers, were killed in the shelling.',
    'killed 30..30 people >12 children >2 teachers',
  ],
  ['Seven civilians were killed, three of them women.', 'killed 7..7 civilians >3 women'],
  ['أسفر القصف عن مقتل عشرة مدنيين بينهم أربعة أطفال وامرأتان.', 'killed 10..10 مدنيين >4 أطفال >2 امرأتان'],
  ['قُتل مدنيان وأصيب ثلاثة أطفال في القصف.', 'killed 2..2 مدنيان', 'injured 3..3 أطفال'],
  // a part belongs to the number before it
  ['قُتل ستة وجُرح ثلاثة، بينهم ضابط.', 'killed 6..6', 'injured 3..3 >1 ضابط'],
  // stated zeros
  ['Rockets hit the town. No one was hurt.', 'injured 0..0'],
  ['No casualties were reported after the explosion.', 'killed 0..0', 'injured 0..0'],
  ['لم تسفر الغارة عن وقوع إصابات.', 'injured 0..0'],
  // what was only threatened, intended or possible harmed nobody
  ['Gunmen threatened to kill three hostages.'],
  ['The rebels would kill two officers.'],
  // a plural without a number is no toll; nor is who did it, nor what kills
  ['Gunmen killed villagers near the river.'],
  ['The fighting killed six people near the river.', 'killed 6..6 people'],
  ['Three gunmen killed a teacher in the town.', 'killed 1..1 teacher'],
];

describe('tolls from the tree', () => {
  it.each(TOLLS)('«%s»', (text, ...tolls) => expect(tollsIn(text)).toEqual(tolls));
});
