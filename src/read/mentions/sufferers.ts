/**
 * Who suffered what a word of harm tells, from the tree: the subject of the passive and of «died», the object of the
 * active, whose death or body it was, whom «wounded» describes; all that are joined to them («a priest and two maids»),
 * and parts that are told beside a sum («six, including two children»). English; Arabic is read by its word order.
 */
import type { Syntax, SyntaxWord } from '../syntax.ts';
import type { Stretch } from '../text.ts';
import { type Tree, treeOf } from '../tree.ts';

/** Tokens of a noun phrase, without what follows its head but the rest of a name. */
export type Sufferer = Stretch & {
  /** Token of its head. */
  readonly head: number;
  /** Lemma and universal tag of its head. */
  readonly lemma: string;
  readonly upos: string;
  readonly plural: boolean;
  /** Parts told of it: «including two children», «, two women and a man,». */
  readonly parts: readonly Sufferer[];
  /** Its name behind a comma: «the mayor, Carlos Valencia,». */
  readonly name?: Stretch;
};

const SUFFERS = new Set(['die', 'perish', 'disappear', 'succumb', 'bleed', 'flee', 'drown', 'starve']);

/** Whether the subject of a verb is who suffers it: «died», «fled», «lost their lives». */
const suffers = (tree: Tree, word: number): boolean => {
  const { lemma } = tree.words[word]!;
  if (lemma !== 'lose') return SUFFERS.has(lemma);
  const object = child(tree, word, /^obj$/);
  return object !== undefined && tree.words[object]!.lemma === 'life';
};
// Verbs whose object is the harm itself and whose subject has it: «sustained wounds».
const HAS_HARM = new Set(['suffer', 'sustain', 'receive', 'have', 'get', 'meet']);
// What stands before a head, and what a name goes on with.
const BEFORE = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|advmod|flat|case|punct)/;
const NAME = /^(?:flat|compound|appos|nmod:desc)/;
const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON']);
const MOST_STEPS = 6;

const relation = (word: SyntaxWord): string => word.relation ?? '';

const child = ({ words, children }: Tree, at: number, fits: RegExp): number | undefined =>
  children[at]!.find((i) => fits.test(relation(words[i]!)));

const hasCase = (tree: Tree, at: number, form: RegExp): boolean =>
  tree.children[at]!.some((i) => relation(tree.words[i]!) === 'case' && form.test(tree.words[i]!.form.toLowerCase()));

/** The noun that a relative pronoun stands for. */
const antecedent = (tree: Tree, at: number): number => {
  const word = tree.words[at]!;
  if (!/^(?:who|whom|that|which)$/i.test(word.form)) return at;
  let verb = (word.head ?? 0) - 1;
  for (let steps = 0; verb >= 0 && steps < MOST_STEPS; steps++) {
    const { head = 0 } = tree.words[verb]!;
    if (relation(tree.words[verb]!).startsWith('acl')) return head - 1;
    if (relation(tree.words[verb]!) !== 'conj') break;
    verb = head - 1;
  }
  return at;
};

/** The subject of a verb; of joined and depending verbs that of the first. */
const subjectOf = (tree: Tree, verb: number): number | undefined => {
  let at = verb;
  for (let steps = 0; at >= 0 && steps < MOST_STEPS; steps++) {
    const own = child(tree, at, /^nsubj/);
    if (own !== undefined) return antecedent(tree, own);
    const { head = 0 } = tree.words[at]!;
    if (relation(tree.words[at]!).startsWith('acl')) return head - 1;
    if (!/^(?:conj|xcomp|parataxis)$/.test(relation(tree.words[at]!))) return undefined;
    at = head - 1;
  }
  return undefined;
};

const isParticiple = (word: SyntaxWord): boolean =>
  word.xpos === 'VBN' || /VerbForm=Part.*Voice=Pass/.test(word.feats ?? '');

/** Heads of those whom a verb of harm was done to. */
const ofVerb = (tree: Tree, at: number): (number | undefined)[] => {
  const { words } = tree;
  const word = words[at]!;
  if (suffers(tree, at)) return [subjectOf(tree, at)];
  const object = child(tree, at, /^obj$/);
  const above = (word.head ?? 0) - 1;
  const how = relation(word);
  if (child(tree, at, /^aux:pass$/) !== undefined) return [subjectOf(tree, at)];
  if (object !== undefined) return [antecedent(tree, object)];
  // «killed and wounded several»: the object stands with the second verb.
  const joined = child(tree, at, /^conj$/);
  const shared = joined === undefined ? undefined : child(tree, joined, /^obj$/);
  if (shared !== undefined && !isParticiple(word)) return [antecedent(tree, shared)];
  if (how.startsWith('acl'))
    return isParticiple(word) || how === 'acl' ? [child(tree, at, /^nsubj/) === undefined ? above : undefined] : [];
  // «left one person injured», «X was found dead»
  if (how === 'xcomp') {
    const left = child(tree, above, /^obj$/);
    return [left ?? subjectOf(tree, above)];
  }
  if (how === 'amod') return [above];
  // «two were killed and three injured», «Two soldiers killed in …»
  if (isParticiple(word)) return [subjectOf(tree, at)];
  return [];
};

/** Heads of those whose death, body, kidnapping a noun tells of. */
const ofNoun = (tree: Tree, at: number): (number | undefined)[] => {
  const { words, children } = tree;
  const word = words[at]!;
  const own = children[at]!.filter((i) => {
    const how = relation(words[i]!);
    return (
      how === 'nmod:poss' ||
      (how === 'nmod' && hasCase(tree, i, /^of$/)) ||
      (how === 'compound' && words[i]!.upos === 'PROPN')
    );
  });
  if (own.length > 0) return own.filter((i) => words[i]!.upos !== 'PRON').slice(-1);
  const verb = (word.head ?? 0) - 1;
  if (verb >= 0 && relation(word) === 'obj' && HAS_HARM.has(words[verb]!.lemma)) return [subjectOf(tree, verb)];
  return [];
};

/** «two dead soldiers», «are dead», «left three dead», «12 dead». */
const ofAdjective = (tree: Tree, at: number): (number | undefined)[] => {
  const { words } = tree;
  const word = words[at]!;
  const above = (word.head ?? 0) - 1;
  const how = relation(word);
  if (how === 'amod') return [above];
  if (how === 'xcomp') return [child(tree, above, /^obj$/) ?? subjectOf(tree, above)];
  return [child(tree, at, /^nsubj/)];
};

const wordSpan = (tree: Tree, at: number): { first: number; last: number } => {
  const { words, children } = tree;
  let [first, last] = [at, at];
  const reach = (i: number): void => {
    for (const next of children[i]!) {
      const how = relation(words[next]!);
      if (next < i && BEFORE.test(how)) {
        // «the murder of X»: what a preposition leads in begins behind it.
        if (how === 'case' || (how === 'punct' && /^[,;:(–—-]+$/.test(words[next]!.form))) continue;
        first = Math.min(first, next);
        reach(next);
      } else if (next > i && NAME.test(how) && next === last + 1) {
        last = next;
        reach(next);
      }
    }
  };
  reach(at);
  return { first, last };
};

const joinedTo = (tree: Tree, at: number): number[] => {
  const all = [at];
  for (const one of all) {
    for (const next of tree.children[one]!) {
      const word = tree.words[next]!;
      if (relation(word) === 'conj' && NOMINAL.has(word.upos) && all.length < 24) all.push(next);
    }
  }
  return all.sort((a, b) => a - b);
};

const phrase = (tree: Tree, at: number, inner: boolean): Sufferer => {
  const { words, children } = tree;
  const word = words[at]!;
  const { first, last } = wordSpan(tree, at);
  const parts = inner
    ? []
    : children[at]!.filter((i) => {
        const how = relation(words[i]!);
        const counted = child(tree, i, /^nummod$/) !== undefined;
        return (how === 'appos' && counted && i > last) || (how === 'nmod' && hasCase(tree, i, /^including$/));
      })
        .flatMap((i) => joinedTo(tree, i))
        .map((i) => phrase(tree, i, true));
  const named = children[at]!.find((i) => relation(words[i]!) === 'appos' && words[i]!.upos === 'PROPN' && i > last);
  const name = named === undefined ? undefined : wordSpan(tree, named);
  return {
    ...(name ? { name: { first: words[name.first]!.token, after: words[name.last]!.token + 1 } } : {}),
    first: words[first]!.token,
    after: words[last]!.token + 1,
    head: word.token,
    lemma: word.lemma,
    upos: word.upos,
    plural: /Number=Plur/.test(word.feats ?? '') || /^NNP?S$/.test(word.xpos ?? ''),
    parts,
  };
};

/** «to kill», «would be killed», «must be shot»: nobody suffered it yet. «Is said to have been killed» tells what was. */
const isUnreal = ({ words, children }: Tree, at: number): boolean => {
  const helpers = children[at]!.map((i) => words[i]!);
  return helpers.some(({ xpos }) => xpos === 'MD' || xpos === 'TO') && !helpers.some(({ lemma }) => lemma === 'have');
};

/**
 * Tokens of a harm's doers: subject of the active, «by …». They are many or one, and suffered nothing.
 * @param at token of the word of harm
 */
export const doersOf = (syntax: Syntax, at: number): Sufferer[] => {
  const word = syntax.wordAt(at);
  if (word < 0) return [];
  const tree = treeOf(syntax);
  const own = tree.words[word]!;
  const passive = isParticiple(own) && child(tree, word, /^aux:pass$/) !== undefined;
  // «12 hurt in crash»: without an object a headline's participle only looks like a verb in the past.
  const does = child(tree, word, /^obj$/) !== undefined;
  const active = own.upos === 'VERB' && !passive && !suffers(tree, word) && does;
  const by = tree.children[word]!.filter(
    (i) => /^(?:obl|nmod)/.test(relation(tree.words[i]!)) && hasCase(tree, i, /^by$/),
  );
  const subject = active ? subjectOf(tree, word) : undefined;
  return [...by, ...(subject === undefined ? [] : [subject])]
    .flatMap((i) => joinedTo(tree, i))
    .map((i) => phrase(tree, i, true));
};

/**
 * Whether the word of harm tells of what only might be, shall be or is wanted.
 * @param at token of the word of harm
 */
export const isUnrealAt = (syntax: Syntax, at: number): boolean => {
  const word = syntax.wordAt(at);
  return word >= 0 && isUnreal(treeOf(syntax), word);
};

/**
 * @param at token of the word of harm
 * @param pos v verb, n noun, a adjective: what the table says it is
 */
export const sufferersOf = (syntax: Syntax, at: number, pos: string): Sufferer[] => {
  const word = syntax.wordAt(at);
  if (word < 0) return [];
  const tree = treeOf(syntax);
  const { upos } = tree.words[word]!;
  const verbal = pos === 'v' || upos === 'VERB';
  const heads =
    verbal && upos !== 'NOUN'
      ? ofVerb(tree, word)
      : pos === 'n' || upos === 'NOUN'
        ? ofNoun(tree, word)
        : ofAdjective(tree, word);
  const named = heads.filter(
    (i): i is number => i !== undefined && i >= 0 && i !== word && NOMINAL.has(tree.words[i]!.upos),
  );
  return [...new Set(named.flatMap((i) => joinedTo(tree, i)))]
    .filter((i) => tree.words[i]!.upos !== 'PRON' || /^(?:one|others?)$/i.test(tree.words[i]!.form))
    .map((i) => phrase(tree, i, false));
};
