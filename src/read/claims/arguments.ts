/**
 * What a word takes, read from the tree: subject, object, who it is done by, and what stands behind which preposition.
 * The passive is turned round, relative pronouns are followed to their nouns, verbs joined by «and» share what comes
 * first, and what is controlled («forces began withdrawing») takes its subject from above.
 */
import { fold } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';
import { caseOf, childrenBy, conjuncts, isVerb, parentOf, relationOf, type Tree } from '../tree.ts';

export type Oblique = { readonly case: string; readonly word: number };

/** Head words of each argument, conjuncts included. */
export type Arguments = {
  readonly verbal: boolean;
  readonly passive: boolean;
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly obliques: readonly Oblique[];
  /** Words that stand before a noun and tell whose or of what kind it is: «Israeli strikes», «Hamas's attack». */
  readonly owners: readonly number[];
  /** The verb whose object a noun is: «carried out strikes». */
  readonly light?: number;
  /** Whether a verb has no subject of its own but a pronoun's, or none in words. */
  readonly dropped: boolean;
};

const RELATIVE = /^(?:who|which|that|whom|الذي|التي|الذين|اللذين|اللتين|اللواتي|ما)$/;
const BY: Readonly<Record<Language, RegExp>> = { en: /^by$/, ar: /(?:^|\s)(?:قبل|يد|ايدي|بواسطه|جانب)$/ };
const DEPTH = 5;

export type Grammar = {
  readonly language: Language;
  /** Whether a verb only lends itself to a noun («carry out», شن). */
  readonly isLight: (word: number) => boolean;
  /** Whether the subject of a light verb is whom it happens to («came under attack», تعرض لقصف). */
  readonly suffers: (word: number) => boolean;
  /** Whether a verb has for its object what its subject, an event, was done to («raids hit the base»). */
  readonly hits: (word: number) => boolean;
};

export const argumentsOf = (tree: Tree, word: number, grammar: Grammar, depth = 0): Arguments => {
  const verbal = isVerb(tree.words[word]!, grammar.language);
  return verbal ? ofVerb(tree, word, grammar, depth) : ofNoun(tree, word, grammar, depth);
};

const foldedIn =
  (tree: Tree) =>
  (word: number): string =>
    fold(tree.words[word]!.form);

const all = (tree: Tree, words: readonly number[]): number[] => words.flatMap((word) => conjuncts(tree, word));

const obliquesOf = (tree: Tree, word: number, ...relations: readonly string[]): Oblique[] =>
  childrenBy(tree, word, ...relations).flatMap((child) => {
    const preposition = caseOf(tree, child, foldedIn(tree));
    return conjuncts(tree, child).map((each) => ({
      case: (each === child ? '' : caseOf(tree, each, foldedIn(tree))) || preposition,
      word: each,
    }));
  });

/** A written passive: damma on the first letter (قُتل) or the second of استُهدف, or the tag's own word. */
const PASSIVE_FORM = /^[وف]?(?:\p{L}\u064f|ا(?:ست|ن|[\p{L}])?\u064f|[أا]\u064f|ي\u064f|ت\u064f|است\u064f)/u;

const isPassive = (tree: Tree, word: number, language: Language): boolean => {
  const { form, feats, xpos } = tree.words[word]!;
  if (language === 'ar') return /Voice=Pass/.test(feats ?? '') || PASSIVE_FORM.test(form);
  return (
    childrenBy(tree, word, 'nsubj:pass', 'aux:pass').length > 0 ||
    (xpos === 'VBN' &&
      childrenBy(tree, word, 'aux', 'nsubj').length === 0 &&
      childrenBy(tree, word, 'obj').length === 0)
  );
};

const ofVerb = (tree: Tree, word: number, grammar: Grammar, depth: number): Arguments => {
  const { language } = grammar;
  const folded = foldedIn(tree);
  const relation = relationOf(tree, word);
  const fullRelation = tree.words[word]!.relation ?? '';
  const above = parentOf(tree, word);
  const passive = isPassive(tree, word, language);
  const obliques = obliquesOf(tree, word, 'obl', 'nmod');
  const by = obliques.filter((oblique) => BY[language].test(oblique.case));
  let subjects = childrenBy(tree, word, 'nsubj', 'nsubj:pass');
  let pronoun = false;
  // «forces that entered»: the pronoun stands for the noun before it.
  subjects = subjects.flatMap((subject) => {
    if (RELATIVE.test(folded(subject)) && relation === 'acl' && above !== undefined) return [above];
    if (tree.words[subject]!.upos === 'PRON') pronoun = true;
    return [subject];
  });
  let object = childrenBy(tree, word, 'obj').filter((each) => !RELATIVE.test(folded(each)) || relation !== 'acl');
  const relativeObject =
    relation === 'acl' &&
    above !== undefined &&
    childrenBy(tree, word, 'obj').some((each) => RELATIVE.test(folded(each)));
  if (relativeObject) object = [above!];
  let shared: readonly number[] = [];
  let sharedObject: readonly number[] = [];
  if (subjects.length === 0 && above !== undefined && depth < DEPTH) {
    if (relation === 'acl') {
      // «fighters guarding the gate», «troops stationed in»
      if (passive && object.length === 0) sharedObject = [above];
      else shared = conjuncts(tree, above).slice(0, 1);
    } else if (/^(?:conj|xcomp|advcl|parataxis|ccomp)$/.test(relation) && isVerb(tree.words[above]!, language)) {
      const over = argumentsOf(tree, above, grammar, depth + 1);
      // «ordered the residents to leave»: who is ordered leaves.
      const controlled = relation !== 'conj' && over.object.length > 0 && over.subject.every((s) => s !== above);
      const taken =
        relation === 'ccomp' || relation === 'parataxis'
          ? []
          : relation === 'xcomp' && controlled
            ? over.object
            : over.subject.length > 0
              ? over.subject
              : over.passive
                ? over.object
                : [];
      if (passive && object.length === 0) sharedObject = over.passive ? over.object : taken;
      else shared = taken;
    } else if (relation === 'acl' || (relation === 'conj' && fullRelation !== '')) shared = [];
  }
  // «shelled and stormed the town»: the first of two verbs has no object, the second that follows at once has.
  if (object.length === 0 && !passive) {
    const next = childrenBy(tree, word, 'conj').find((each) => each - word <= 2 && isVerb(tree.words[each]!, language));
    if (next !== undefined) sharedObject = childrenBy(tree, next, 'obj');
  }
  const own = all(tree, subjects);
  const done = passive ? [...own, ...all(tree, object), ...sharedObject] : [...all(tree, object), ...sharedObject];
  return {
    verbal: true,
    passive,
    subject: passive ? by.map((oblique) => oblique.word) : own.length > 0 ? own : [...shared],
    object: done,
    obliques: obliques.filter((oblique) => !by.includes(oblique)),
    owners: [],
    dropped: !passive && (pronoun || (own.length === 0 && shared.length === 0)),
  };
};

const ofNoun = (tree: Tree, word: number, grammar: Grammar, depth: number): Arguments => {
  const { language } = grammar;
  const folded = foldedIn(tree);
  const above = parentOf(tree, word);
  const relation = relationOf(tree, word);
  const own = obliquesOf(tree, word, 'nmod', 'obl');
  let obliques = own.filter((oblique) => oblique.case !== '' && !BY[language].test(oblique.case));
  const by = own.filter((oblique) => BY[language].test(oblique.case)).map((oblique) => oblique.word);
  const bare = own.filter((oblique) => oblique.case === '').map((oblique) => oblique.word);
  let subject: readonly number[] = [...by, ...all(tree, childrenBy(tree, word, 'nsubj'))];
  let object: readonly number[] = all(tree, childrenBy(tree, word, 'obj'));
  let light: number | undefined;
  // «attacks carried out by», «a strike targeting», هجوم استهدف: the participle tells of its noun.
  for (const child of childrenBy(tree, word, 'acl')) {
    if (!isVerb(tree.words[child]!, language)) continue;
    const inner = argumentsOf(tree, child, grammar, DEPTH);
    if (inner.passive || grammar.isLight(child)) subject = [...subject, ...inner.subject.filter((s) => s !== word)];
    else object = [...object, ...inner.object];
    obliques = [...obliques, ...inner.obliques];
  }
  if (above !== undefined && depth < DEPTH && isVerb(tree.words[above]!, language) && grammar.isLight(above)) {
    const over = argumentsOf(tree, above, grammar, depth + 1);
    if (/^(?:obj|nsubj|obl|nmod|xcomp)$/.test(relation) && !over.subject.includes(word)) {
      light = above;
      if (grammar.suffers(above)) object = [...object, ...over.subject];
      else subject = [...subject, ...over.subject];
      obliques = [...obliques, ...over.obliques.filter((oblique) => oblique.word !== word)];
    }
  }
  if (above !== undefined && depth < DEPTH && relation === 'nsubj' && grammar.hits(above)) {
    const over = argumentsOf(tree, above, grammar, depth + 1);
    object = [...object, ...over.object];
    obliques = [...obliques, ...over.obliques];
  }
  const genitive = language === 'ar' ? bare : [];
  const owners =
    language === 'ar'
      ? childrenBy(tree, word, 'amod')
      : [...childrenBy(tree, word, 'nmod:poss', 'compound', 'amod'), ...bare];
  return {
    verbal: false,
    passive: false,
    subject,
    object: [...object, ...genitive],
    obliques,
    owners: owners.filter((owner) => !RELATIVE.test(folded(owner))),
    ...(light === undefined ? {} : { light }),
    dropped: false,
  };
};
