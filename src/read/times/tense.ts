/** When what is told beside a time is: by the words around it, the nearest first. A tree would know better. */
import type { Sentence, Words } from '../text.ts';
import type { TimeWords } from './line.ts';

export type Tense = 'past' | 'future';

const BACK = 16;
const FORTH = 6;
// Future in one word: سيصل, ستعقد. The tables name words that only look like it (سيارة).
const ARABIC_FUTURE = /^و?س[يتنا][\u0620-\u064a]{2,}$/;
const TO_COME = /^(?:set|ready|is|are|due)$/;
const AHEAD = /^(?:will|shall|سوف|لن|و?س[يتنا].*)$/;
const STOP = /^[.;!?؟؛]$/;

const tenseOf = (norm: string, table: TimeWords): Tense | undefined => {
  const bare = table.language === 'ar' ? norm.replace(/^و/, '') : norm;
  const known = table.tense.get(norm) ?? table.tense.get(bare);
  if (known !== undefined) return known === 'none' ? undefined : known;
  if (table.language === 'ar') return ARABIC_FUTURE.test(norm) ? 'future' : undefined;
  return norm.length > 4 && norm.endsWith('ed') ? 'past' : undefined;
};

/** The tense of the nearest word before the time that has one, else of the nearest after it. */
export const tenseAround = (
  words: Words,
  sentence: Sentence,
  first: number,
  after: number,
  table: TimeWords,
  reach = BACK,
): Tense | undefined => {
  const norm = (i: number): string => words.tokens[i]?.norm ?? '';
  // «as early as Tuesday», «by Friday», بحلول الجمعة
  if (norm(first - 1) === 'as' && /^(?:soon|early|late)$/.test(norm(first - 2))) return 'future';
  if (/^(?:by|until|till|بحلول)$/.test(norm(first - 1))) return 'future';
  for (let i = first - 1; i >= Math.max(sentence.first, first - BACK); i--) {
    if (STOP.test(norm(i))) break;
    // «set to resume», «is to meet»
    const tense = norm(i) === 'to' && TO_COME.test(norm(i - 1)) ? 'future' : tenseOf(norm(i), table);
    if (tense === 'past' && first - i > reach) return undefined;
    if (tense) return tense;
  }
  for (let i = after; i < Math.min(sentence.after, after + FORTH); i++) {
    if (STOP.test(norm(i))) break;
    const tense = tenseOf(norm(i), table);
    // Behind the time only the verb itself counts, not «planned» or «expected».
    if (tense === 'past' || (tense && AHEAD.test(norm(i)))) return tense;
  }
  // Arabic marks what is to come; an English present tells it as well («opens on 3 June»), so there nothing is known.
  return table.language === 'ar' ? 'past' : undefined;
};
