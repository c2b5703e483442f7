/** An Arabic sentence → the features by which a linear model tells whether it reports an assault. */
import { tokenise } from '../../../src/language/index.ts';

/** A word without what is written to its front: و, ف, the article, ب and ل before it. */
const bare = (norm: string): string => norm.replace(/^[وف]?(?:ال|بال|لل|كال)?(?=..)/, '').replace(/^[بل](?=...)/, '');

// Stems, folded: the words around them say whether they tell of a happening, and of whose.
const VIOLENT =
  /^(?:قتل|مقتل|قتيل|قتلي|استهدف|اغتيال|اغتال|هجوم|هجمات|انفجار|تفجير|فجر|خطف|اختطف|قصف|غاره|غارات|اشتباك|اشتباكات|اصيب|اصابه|جرح|جرحي|اطلاق|اعتداء|عبوه|مفخخه|انتحاري|طعن|ضرب|تعذيب|هاجم|اطلق|اعدام|اغتصاب)/;
const REACH = 3;
const GRAMS = [3, 4, 5];

// Letters are many and say the same again and again; what stands around a word of violence says most. Chosen by folds.
const WEIGHT: Readonly<Record<string, number>> = { c: 0.7, v: 2, vx: 2, vw: 2, vv: 2, vp: 2, nv: 2 };
// Twice says little more than once.
const MOST = 2;

/** Names of features: w word, s bare word, c letters, v violent word, vx its neighbours, vw what stands on a side of one. */
export const featuresOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = tokenise(text)
    .filter(({ kind }) => kind === 'word')
    .map(({ norm }) => norm);
  const stems = words.map(bare);
  const violent = stems.map((stem) => VIOLENT.exec(stem)?.[0]);
  for (const [at, word] of words.entries()) {
    add(`w ${word}`);
    add(`s ${stems[at]}`);
    const edged = `^${word}$`;
    for (const n of GRAMS) for (let i = 0; i + n <= edged.length; i++) add(`c ${edged.slice(i, i + n)}`);
    const own = violent[at];
    if (own === undefined) continue;
    add(`v ${own}`);
    add(`vp ${own} ${Math.min(4, Math.floor(at / 4))}`);
    for (let step = -REACH; step <= REACH; step++) {
      const other = step === 0 ? undefined : stems[at + step];
      if (other === undefined) continue;
      add(`vx ${own} ${other}`);
      add(`vw ${Math.sign(step)} ${other}`);
    }
  }
  const kinds = [...new Set(violent.filter((word) => word !== undefined))].sort();
  add(`nv ${Math.min(4, kinds.length)}`);
  for (const [at, one] of kinds.entries()) for (const other of kinds.slice(at + 1)) add(`vv ${one} ${other}`);
  if (stems[0] !== undefined) add(`first ${stems[0]}`);
  if (/\p{Nd}/u.test(text)) add('digit');
  if (text.includes('«')) add('quote');
  return new Map(
    [...counts].map(([name, count]) => {
      const kind = name.split(' ', 1)[0]!;
      return [name, (WEIGHT[kind] ?? 1) * Math.min(MOST, 1 + Math.log(count))];
    }),
  );
};
