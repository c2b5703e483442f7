/** Counted nouns of both languages. */
const rules = new Intl.PluralRules('ar');

/** An Arabic count: the noun's form follows the number, and one and two need no digit. */
export const count = (n: number, one: string, two: string, few: string, many: string, other: string): string => {
  const forms: Readonly<Record<Intl.LDMLPluralRule, string>> = {
    zero: `لا ${other}`,
    one,
    two,
    few: `${n} ${few}`,
    many: `${n} ${many}`,
    other: `${n} ${other}`,
  };
  return forms[rules.select(n)];
};

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
