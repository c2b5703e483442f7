/** The parts of an English attribution: who says it, the words of the cue, the clause that is said. */
import { childrenBy, parentOf, type Range, reach, relationOf, type Tree, without } from '../tree.ts';
import { besideQuote, closingGroup, invertedSubject, isQuoted, QUOTE } from './en-order.ts';

const RELATIVE = /^(?:who|which|that|whom)$/;
const WH = /^(?:when|where|how|why|however|meanwhile|instead|then|perhaps|indeed)$/;

const form = (tree: Tree, word: number): string => tree.words[word]!.form.toLowerCase();

/** «it is believed», «there are fears»: nobody. */
export const isExpletive = (tree: Tree, word: number): boolean =>
  relationOf(tree, word) === 'expl' || (form(tree, word) === 'there' && tree.words[word]!.upos === 'PRON');

/** A noun with what describes it. @param cue what it is the source of */
export const nounRange = (tree: Tree, word: number, cue?: number): Range[] => {
  const holes = tree.children[word]!.filter((c) => {
    const relation = tree.words[c]!.relation ?? '';
    return (
      (c > word && (relation === 'parataxis' || relation === 'advcl')) ||
      // «the mayor, speaking to reporters»
      (c > word && relation === 'acl' && tree.words[tree.low[c]!]!.form === ',') ||
      (c > word && relation === 'acl' && tree.words[tree.low[c]! - 1]?.form === ',') ||
      // What holds the cue itself does not describe who says it.
      (c > word && cue !== undefined && tree.low[c]! <= cue && tree.high[c]! >= cue) ||
      (relation === 'cc' && c < word) ||
      (relation === 'case' && c < word) ||
      (relation === 'advmod' && c < word && WH.test(form(tree, c)))
    );
  }).map((c) => reach(tree, c));
  return trimmed(tree, without([reach(tree, word)], holes));
};

/** Without signs at the edges of each piece; pieces of nothing but signs are dropped. */
export const trimmed = (tree: Tree, ranges: readonly Range[]): Range[] =>
  ranges.flatMap(([from, to]): Range[] => {
    let [a, b] = [from, to];
    const sign = (i: number): boolean => tree.words[i]!.upos === 'PUNCT' && !/^["“”«»]$/.test(tree.words[i]!.form);
    while (a <= b && sign(a)) a++;
    while (b >= a && sign(b)) b--;
    return a <= b ? [[a, b]] : [];
  });

/** Who says it: the subject, the doer of a passive, the noun that a clause describes, else the subject of the verb above. */
export const sourceOf = (tree: Tree, word: number, depth = 0): Range[] => {
  if (depth > 4) return [];
  const above = parentOf(tree, word);
  const agent = childrenBy(tree, word, 'obl').find((c) =>
    childrenBy(tree, c, 'case').some((m) => form(tree, m) === 'by'),
  );
  const passive = childrenBy(tree, word, 'aux:pass', 'nsubj:pass').length > 0;
  if (passive) return agent === undefined ? [] : nounRange(tree, agent, word);
  if (agent !== undefined && tree.words[word]!.xpos === 'VBN') return nounRange(tree, agent, word);
  const inverted = invertedSubject(tree, word);
  if (inverted !== undefined) return nounRange(tree, inverted, word);
  const subjects = childrenBy(tree, word, 'nsubj').filter((c) => !isExpletive(tree, c) && !isQuoted(tree, c, word));
  const subject = subjects.findLast((c) => c < word) ?? subjects[0];
  const closing = depth === 0 ? closingGroup(tree, word) : undefined;
  if (closing !== undefined && (subject === undefined || (subject >= closing[0] && subject <= closing[1])))
    return trimmed(tree, [closing]);
  if (subject === undefined) {
    const beside = besideQuote(tree, word);
    if (beside !== undefined) return trimmed(tree, [beside]);
  }
  if (subject !== undefined) {
    // «rebels who say»; behind a comma the pronoun stands for itself: «the mayor, who said».
    if (RELATIVE.test(form(tree, subject)) && relationOf(tree, word) === 'acl' && above !== undefined)
      return [[subject, subject]];
    return nounRange(tree, subject, word);
  }
  if (above === undefined) return [];
  switch (relationOf(tree, word)) {
    case 'conj':
    case 'advcl':
    case 'parataxis': {
      // «quoted a commander as saying»
      const quoted = childrenBy(tree, above, 'obj', 'nsubj:pass').find((c) => c < word);
      if (quoted !== undefined && tree.words[word - 1]?.form === 'as') return nounRange(tree, quoted, word);
      return sourceOf(tree, above, depth + 1);
    }
    case 'xcomp': {
      const object = tree.words[word]!.xpos === 'VBG' ? undefined : childrenBy(tree, above, 'obj')[0];
      return object === undefined ? sourceOf(tree, above, depth + 1) : nounRange(tree, object);
    }
    case 'acl':
      // «…, saying that»: behind a comma it is told of whoever acts.
      return tree.words[tree.low[word]! - 1]?.form === ',' || tree.words[tree.low[word]!]?.form === ','
        ? (acting(tree, above) ?? nounRange(tree, above, word))
        : nounRange(tree, above, word);
    default:
      return [];
  }
};

/** Whether a participle or a preposition stands behind a comma, beside its clause: «…, saying that», «…, according to». */
export const isAside = (tree: Tree, word: number): boolean => {
  const { xpos } = tree.words[word]!;
  const before = tree.words[word - 1];
  return (xpos === 'VBG' && /^[,—–-]$/.test(before?.form ?? '')) || (xpos === 'VBG' && QUOTE.test(before?.form ?? ''));
};

/** The subject of the clause that a noun stands in. */
const acting = (tree: Tree, noun: number): Range[] | undefined => {
  let at: number | undefined = noun;
  for (let steps = 0; at !== undefined && steps < 8; steps++) {
    const subject = childrenBy(tree, at, 'nsubj').find((c) => !isExpletive(tree, c));
    if (subject !== undefined) return nounRange(tree, subject);
    at = parentOf(tree, at);
  }
  return undefined;
};

/** Whose claim, decision, promise it is: «the army's claim», «a claim by the army». */
export const nounSource = (tree: Tree, word: number): Range[] => {
  const owner = childrenBy(tree, word, 'nmod:poss')[0];
  if (owner !== undefined) {
    const [from, to] = reach(tree, owner);
    const last = tree.words[to]!;
    return [[from, /^['’]s?$/.test(last.form) && to > from ? to - 1 : to]];
  }
  const by = childrenBy(tree, word, 'nmod').find((c) =>
    childrenBy(tree, c, 'case').some((m) => /^(?:by|from)$/.test(form(tree, m))),
  );
  return by === undefined ? [] : nounRange(tree, by);
};

/** The verb with its auxiliaries, its negation, its particle and the adverbs beside it. */
export const cueWords = (tree: Tree, word: number, last: number): Range[] => {
  let from = word;
  let to = last;
  const mine = tree.children[word]!;
  for (const child of mine) {
    const relation = relationOf(tree, child);
    if (relation === 'aux' && child < from) from = child;
    else if (relation === 'compound' && child > to && child - to <= 2 && tree.words[child]!.upos === 'ADP') to = child;
  }
  // «said in a statement»
  const medium = mine.find(
    (c) =>
      c > to &&
      relationOf(tree, c) === 'obl' &&
      /^(?:statement|tweet|email|memo)$/.test(form(tree, c)) &&
      tree.low[c]! === to + 1,
  );
  const near = (child: number): boolean =>
    tree.words[child]!.upos !== 'PUNCT' &&
    (relationOf(tree, child) === 'advmod' || /^(?:aux|cop|mark)$/.test(relationOf(tree, child))) &&
    tree.low[child] === child &&
    tree.high[child] === child &&
    !WH.test(form(tree, child)) &&
    relationOf(tree, child) !== 'mark';
  while (mine.includes(from - 1) && near(from - 1)) from--;
  if (mine.includes(to + 1) && near(to + 1) && !/^(?:when|as)$/.test(form(tree, to + 1))) to++;
  // What stands between an auxiliary and its verb but is no part of it: the subject of a question.
  const between = mine.filter((c) => c > from && c < word && /^(?:nsubj|obj|obl|ccomp)$/.test(relationOf(tree, c)));
  const ranges = without(
    [[from, to]],
    between.map((c) => reach(tree, c)),
  );
  if (medium !== undefined) ranges.push(reach(tree, medium));
  return ranges;
};

const SPEAKS = /^(?:ccomp|parataxis)$/;

/** What a word of speech says: its clause before or behind it, or the clause that it is set into. */
export const clauseOf = (tree: Tree, word: number, last: number): Range[] => {
  const own = childrenBy(tree, word, 'ccomp');
  // «he said: …» — a parser hangs a quote on the verb as a parataxis too.
  const beside = childrenBy(tree, word, 'parataxis').filter(
    (c) => (c > last || own.length === 0) && !(own.length > 0 && isClosing(tree, c)),
  );
  const said = [...own, ...(own.length === 0 ? beside : beside.filter((c) => c > word))];
  if (said.length > 0) {
    // «He will go, he said, because …»: the rest of a clause that comes first stands behind the cue.
    const rest = said.every((c) => c < word)
      ? childrenBy(tree, word, 'advcl', 'conj').filter((c) => c > last && tree.words[last + 1]?.form === ',')
      : [];
    return trimmed(
      tree,
      [...said, ...rest].map((c) => reach(tree, c)),
    );
  }
  // «told a crowd that …»: a parser takes the clause for the crowd's. In «the ambush that killed six» it is the ambush's.
  const heard = childrenBy(tree, word, 'obj', 'iobj', 'obl')
    .filter((c) => c > last)
    .flatMap((c) =>
      childrenBy(tree, c, 'acl', 'ccomp').filter(
        (d) => form(tree, tree.low[d]!) === 'that' && relationOf(tree, tree.low[d]!) !== 'nsubj',
      ),
    );
  if (heard.length > 0)
    return trimmed(
      tree,
      heard.map((c) => reach(tree, c)),
    );
  const above = parentOf(tree, word);
  const relation = relationOf(tree, word);
  if (above !== undefined && (relation === 'parataxis' || (relation === 'advcl' && isComment(tree, word, last)))) {
    let top = above;
    while (SPEAKS.test(relationOf(tree, top)) === false && /^(?:xcomp|conj|obl|nmod|obj)$/.test(relationOf(tree, top)))
      top = parentOf(tree, top) ?? top;
    return trimmed(tree, without([reach(tree, top)], [reach(tree, word)]));
  }
  return [];
};

/** «…, the newspaper reported.»: a subject and its verb alone, behind a comma, at the end. */
const isClosing = (tree: Tree, word: number): boolean =>
  [tree.low[word]!, tree.low[word]! - 1].some((i) => tree.words[i]?.form === ',') &&
  childrenBy(tree, word, 'nsubj').length > 0 &&
  childrenBy(tree, word, 'ccomp', 'obj', 'xcomp').length === 0 &&
  word + 1 >= tree.high[word]!;

/** «…, as the army said, …» */
const isComment = (tree: Tree, word: number, last: number): boolean =>
  childrenBy(tree, word, 'mark', 'advmod').some((c) => form(tree, c) === 'as') &&
  childrenBy(tree, word, 'obj').every((c) => c <= last);
