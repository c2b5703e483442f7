/** Two Arabic words that tell of one happening: an event and the verb or the noun close behind it that says more of it. */
import type { Words } from '../text.ts';
import type { Signal } from './signals.ts';

// «سلسلة غارات على السلسلة الشرقية في البقاع، استهدفت»
const HIT_WITHIN = 12;
// «انفجر لغم أرضي من مخلفات الحرب»
const NOUN_WITHIN = 5;

/**
 * Whether a later trigger only says more of an earlier one.
 * @param hits whether the later one is a verb of hitting: its subject is the event before it
 */
export const saysMore = ({ tokens }: Words, earlier: Signal, later: Signal, hits: boolean): boolean => {
  // «إسقاط مسيرات استهدفت القاعدة»: what was stopped is another happening than its stopping.
  if (/^(?:إسقاط|أسقط|اعتراض|اعترض|إحباط|أحبط|تصدى|تصدي)$/.test(earlier.lemma)) return false;
  const between = tokens.slice(earlier.after, later.first);
  if (later.clitics.includes('و') || between.some(({ norm }) => /^[.؛:]$/.test(norm))) return false;
  // «غارات استهدفت», «هجوم انتحاري على الكنيسة استهدف»: no subject stands between but the event itself.
  if (later.pos === 'v') return hits && earlier.pos !== 'v' && between.length <= HIT_WITHIN;
  return (
    between.length <= NOUN_WITHIN &&
    !between.some(({ norm }) => /^(?:[،,]|بعد|قبل|رغم|و.*|اثر|ردا)$/.test(norm)) &&
    !/^[وف]?ال/.test(tokens[later.first]!.norm)
  );
};
