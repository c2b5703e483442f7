/** What English nouns («their claim that»), adjectives («is sure that») and prepositions («according to») say. */
import type { CueWord } from '../lexicon/index.ts';
import { isContentClause } from '../that-clause.ts';
import { childrenBy, parentOf, type Range, reach, relationOf, type Tree, without } from '../tree.ts';
import { behind, type Cue, type Drawn, has, infinitive } from './en-cues.ts';
import { isAside, nounSource, sourceOf, trimmed } from './en-parts.ts';

export const nominal = (tree: Tree, cue: Cue): Drawn | undefined => {
  const { at } = cue;
  const source = nounSource(tree, at);
  const says = has(cue, 'n', 'clause');
  const draw = (value: CueWord, content: Range, extra: readonly Range[] = []): Drawn => ({
    head: at,
    source,
    cue: [[at, at], ...extra],
    content: [content],
    sense: value.sense,
    frame: value.frame,
    lemma: value.lemma,
  });
  if (says) {
    // «the announcement by the militia that …»: the clause may hang on whose announcement it is.
    const by = childrenBy(tree, at, 'nmod').filter((c) => c > at);
    const that = [at, ...by]
      .flatMap((noun) => childrenBy(tree, noun, 'acl', 'ccomp'))
      .find((c) => c > at && isContentClause(tree, c));
    if (that !== undefined) return draw(says, reach(tree, that));
  }
  // «In the army's account, …», «by the police's count»: what the whole clause tells is theirs.
  const whose = has(cue, 'n', 'whose');
  const above = parentOf(tree, at);
  const led = childrenBy(tree, at, 'case').some((c) => /^(?:in|by|on)$/.test(tree.words[c]!.form.toLowerCase()));
  const pronoun = source.length === 1 && source[0]![0] === source[0]![1] && tree.words[source[0]![0]]!.upos === 'PRON';
  if (whose && led && source.length > 0 && !pronoun && above !== undefined && relationOf(tree, at) === 'obl')
    return { ...draw(whose, [0, 0]), content: trimmed(tree, without([reach(tree, above)], [reach(tree, at)])) };
  const wants = has(cue, 'n', 'to');
  const to = infinitive(tree, at);
  if (wants && to !== undefined && source.length > 0) return draw(wants, reach(tree, to));
  const about = has(cue, 'n', 'about');
  if (about && source.length > 0) {
    const found = behind(tree, at, about.preps);
    if (found) return draw(about, found.content, [[found.prep, found.prep]]);
  }
  return undefined;
};

export const adjectival = (tree: Tree, cue: Cue): Drawn | undefined => {
  const { at } = cue;
  const cop = childrenBy(tree, at, 'cop');
  if (cop.length === 0) return undefined;
  const source = sourceOf(tree, at);
  const words: Range[] = [
    ...childrenBy(tree, at, 'aux', 'cop', 'advmod')
      .filter((c) => c < at)
      .map((c): Range => [c, c]),
    [at, at],
  ];
  const value = has(cue, 'a', 'clause', 'to');
  if (value) {
    const what = childrenBy(tree, at, 'ccomp', 'xcomp', 'advcl', 'csubj').find(
      (c) => c > at && (value.frame === 'clause' || infinitive(tree, at) === c),
    );
    if (what !== undefined)
      return {
        head: at,
        source,
        cue: words,
        content: [reach(tree, what)],
        sense: value.sense,
        frame: value.frame,
        lemma: value.lemma,
      };
  }
  const about = has(cue, 'a', 'about');
  const found = about && behind(tree, at, about.preps);
  if (about && found)
    return {
      head: at,
      source,
      cue: [...words, [found.prep, found.prep]],
      content: [found.content],
      sense: about.sense,
      frame: about.frame,
      lemma: about.lemma,
    };
  return undefined;
};

/** «according to X»: who speaks stands behind it, and what is said around it. */
export const prepositional = (tree: Tree, cue: Cue, value: CueWord): Drawn | undefined => {
  // «As reported by the radio»: the last word of the phrase, or what holds it, has the noun.
  const participle = parentOf(tree, cue.at);
  if (participle !== undefined && participle > cue.at && participle <= cue.last) {
    const told = childrenBy(tree, participle, 'obl', 'obj', 'nmod').find((c) => c > cue.last);
    const holder = parentOf(tree, participle);
    if (told === undefined || holder === undefined) return undefined;
    const [from, to] = reach(tree, told);
    return {
      head: cue.at,
      aside: isAside(tree, cue.at),
      source: [[Math.max(from, cue.last + 1), to]],
      cue: [[cue.at, cue.last]],
      content: trimmed(tree, without([reach(tree, holder)], [reach(tree, participle)])),
      sense: value.sense,
      frame: value.frame,
      lemma: value.lemma,
    };
  }
  const head = parentOf(tree, cue.at);
  const governs = relationOf(tree, cue.at);
  // «citing hospital sources» is a participle with an object.
  const object = childrenBy(tree, cue.at, 'obj')[0];
  const noun = object ?? (governs === 'case' || governs === 'mark' ? head : childrenBy(tree, cue.at, 'obl', 'nmod')[0]);
  if (noun === undefined || noun < cue.last) return undefined;
  const anchor = object === undefined && (governs === 'case' || governs === 'mark') ? noun : cue.at;
  const holder = parentOf(tree, anchor);
  if (holder === undefined) return undefined;
  const own = reach(tree, anchor);
  const [from, to] = reach(tree, noun);
  let top = holder;
  for (
    let steps = 0;
    steps < 20 &&
    (/^(?:nsubj|obj|obl|nmod|xcomp|amod|appos|conj|iobj|nummod|compound|cop|advcl)$/.test(relationOf(tree, top)) ||
      tree.words[top]!.relation === 'acl');
    steps++
  )
    top = parentOf(tree, top) ?? top;
  const content = trimmed(tree, without([reach(tree, top)], [own]));
  return {
    head: cue.at,
    aside: isAside(tree, cue.at),
    source: [[Math.max(from, cue.last + 1), to]],
    cue: [[cue.at, cue.last]],
    content,
    sense: value.sense,
    frame: value.frame,
    lemma: value.lemma,
  };
};
