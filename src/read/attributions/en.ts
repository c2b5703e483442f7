/**
 * English attributions out of the tree. A cue's frame says where its content hangs: a clause (`ccomp`, or the clause
 * that a «he said» is set into), an infinitive, an object, what stands behind a preposition.
 */
import type { CueWord, Hit, Lexicons } from '../lexicon/index.ts';
import type { Sentence, Words } from '../text.ts';
import { childrenBy, parentOf, type Range, reach, relationOf, type Tree, without } from '../tree.ts';
import { clauseOf, cueWords, isAside, isExpletive, nounSource, sourceOf, trimmed } from './en-parts.ts';

/** An attribution in words of its sentence, counted from 0. */
export type Drawn = {
  readonly head: number;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly sense: string;
  readonly frame: string;
  readonly lemma: string;
  /** «…, saying that», «…, according to»: set beside the clause that it stands in, not under it. */
  readonly aside?: boolean;
};

type Cue = { readonly at: number; readonly last: number; readonly values: readonly CueWord[] };

const cuesIn = (words: Words, sentence: Sentence, tree: Tree, lexicon: Lexicons): Cue[] => {
  const cues: Cue[] = [];
  for (let token = sentence.first; token < sentence.after; token++) {
    const hit: Hit<CueWord> | undefined = lexicon.cues.at(words.tokens, token, 'en');
    if (!hit || hit.after > sentence.after) continue;
    const [at, last] = [tree.wordAt(hit.first), tree.wordAt(hit.after - 1)];
    if (at < 0 || last < 0) continue;
    cues.push({ at, last: Math.max(at, last), values: hit.values });
    if (hit.after - hit.first > 1) token = hit.after - 1;
  }
  return cues;
};

const LIGHT_ABOUT = /^(?:of|for|about|on|to|with|against|at|over|from)$/;

/** Content behind one of the prepositions, and the preposition's words. */
const behind = (tree: Tree, word: number, preps: readonly string[]): { content: Range; prep: number } | undefined => {
  for (const child of childrenBy(tree, word, 'obl', 'nmod', 'advcl', 'acl', 'obj', 'ccomp', 'xcomp')) {
    if (child < word) continue;
    const prep = childrenBy(tree, child, 'case', 'mark').find((c) => preps.includes(tree.words[c]!.form.toLowerCase()));
    if (prep === undefined || prep > child) continue;
    const [from, to] = reach(tree, child);
    const start = Math.max(from, prep + 1);
    if (start <= to) return { content: [start, to], prep };
  }
  // «…, referring to the truce»: where a parser takes the participle for a preposition, the noun holds both.
  const next = tree.words[word + 1];
  if (next && preps.includes(next.form.toLowerCase())) {
    const noun = parentOf(tree, word + 1);
    if (noun !== undefined && noun > word + 1) return { content: [word + 2, tree.high[noun]!], prep: word + 1 };
  }
  return undefined;
};

const infinitive = (tree: Tree, word: number): number | undefined =>
  childrenBy(tree, word, 'xcomp', 'ccomp', 'advcl', 'acl', 'csubj').find(
    (c) => c > word && childrenBy(tree, c, 'mark').some((m) => tree.words[m]!.form.toLowerCase() === 'to'),
  );

const isPassive = (tree: Tree, word: number): boolean => childrenBy(tree, word, 'aux:pass', 'nsubj:pass').length > 0;

/** What an object brings with it: «praised the army for holding on», «accused them of lying». */
const objectOf = (tree: Tree, word: number): Range[] => {
  const objects = childrenBy(tree, word, 'obj', 'nsubj:pass').filter((c) => !isExpletive(tree, c));
  if (objects.length === 0) return [];
  const more = childrenBy(tree, word, 'obl', 'advcl', 'xcomp', 'ccomp').filter(
    (c) =>
      c > word &&
      relationOf(tree, c) !== 'nsubj' &&
      childrenBy(tree, c, 'case', 'mark').some((m) =>
        /^(?:of|for|as|over|about|against|with|to|into)$/.test(tree.words[m]!.form.toLowerCase()),
      ),
  );
  return [...objects, ...more].map((c) => reach(tree, c)).sort((a, b) => a[0] - b[0]);
};

// These take an object and its name, also where a parser sees one noun.
const CALLS = /^(?:call|dub|label|brand|describe)$/;

const has = (cue: Cue, pos: string, ...frames: readonly string[]): CueWord | undefined =>
  cue.values.find((v) => v.pos === pos && frames.includes(v.frame));

const verbal = (tree: Tree, cue: Cue, cues: readonly Cue[], absorbed: Set<number>): Drawn | undefined => {
  const { at } = cue;
  const draw = (value: CueWord, content: readonly Range[], extra: readonly Range[] = [], source?: readonly Range[]) => {
    const drawn: Drawn = {
      head: at,
      aside: isAside(tree, at),
      source: source ?? sourceOf(tree, at),
      cue: [...cueWords(tree, at, cue.last), ...extra],
      content,
      sense: value.sense,
      frame: value.frame,
      lemma: value.lemma,
    };
    return drawn;
  };
  const passive = isPassive(tree, at);
  const to = infinitive(tree, at);

  // «declined to say whether», «went on to accuse»: two words of speech that make one cue.
  const inner = to === undefined ? undefined : cues.find((c) => c.at === to && c.values.some((v) => v.pos === 'v'));
  const asks = has(cue, 'v', 'to');
  if (inner && !passive && childrenBy(tree, at, 'obj').length === 0) {
    const said = verbal(tree, inner, cues, absorbed);
    if (said && said.content.length > 0) {
      absorbed.add(inner.at);
      const sense = asks?.sense === 'refuse' ? 'refuse' : said.sense;
      return {
        ...said,
        head: at,
        sense,
        source: sourceOf(tree, at),
        cue: [...cueWords(tree, at, cue.last), [to! - 1, to!], ...said.cue],
      };
    }
  }
  const clause = has(cue, 'v', 'clause', 'any');
  if (clause) {
    const content = clauseOf(tree, at, cue.last);
    if (content.length > 0) {
      const source = sourceOf(tree, at);
      return draw(clause, trimmed(tree, without(content, source)), [], source);
    }
    // «denied shelling the camp», «admitted beating them»
    const doing = childrenBy(tree, at, 'xcomp', 'obj', 'advcl').find(
      (c) => c === cue.last + 1 && tree.words[c]!.xpos === 'VBG',
    );
    if (doing !== undefined && /^(?:say|deny|know|think)$/.test(clause.sense))
      return draw(clause, [reach(tree, doing)]);
  }
  const name = has(cue, 'v', 'name');
  if (name) {
    const object = childrenBy(tree, at, 'obj', 'nsubj:pass')[0];
    const called = childrenBy(tree, at, 'xcomp', 'obl', 'ccomp', 'obj', 'advcl').find(
      (c) =>
        c > at &&
        c !== object &&
        (relationOf(tree, c) !== 'obl' ||
          childrenBy(tree, c, 'case').some((m) => tree.words[m]!.form.toLowerCase() === 'as')),
    );
    if (object !== undefined && called !== undefined)
      return draw(
        name,
        [reach(tree, object), reach(tree, called)].sort((a, b) => a[0] - b[0]),
      );
    const small = childrenBy(tree, at, 'ccomp').find((c) => c > at) ?? (CALLS.test(name.lemma) ? object : undefined);
    if (small !== undefined && small > at && tree.words[cue.last + 1]?.form.toLowerCase() !== 'for')
      return draw(name, [reach(tree, small)]);
  }
  if (asks && to !== undefined) {
    const object =
      asks.sense === 'ask' || asks.sense === 'order' ? childrenBy(tree, at, 'obj', 'iobj').filter((c) => c > at) : [];
    const subject = passive ? childrenBy(tree, at, 'nsubj:pass') : [];
    const content = [...subject, ...object, to].map((c) => reach(tree, c));
    if (asks.sense === 'seem') {
      const about = childrenBy(tree, at, 'nsubj').map((c) => reach(tree, c));
      return draw(asks, [...about, reach(tree, to)], [], []);
    }
    if (!passive) return draw(asks, content);
  }
  const raised = has(cue, 'v', 'passive');
  if (raised && passive && to !== undefined) {
    const subject = childrenBy(tree, at, 'nsubj:pass').map((c) => reach(tree, c));
    return draw(raised, [...subject, reach(tree, to)], [], sourceOf(tree, at));
  }
  const about = cue.values.filter((v) => v.pos === 'v' && v.frame === 'about');
  for (const value of about) {
    const found = behind(tree, cue.last, value.preps) ?? behind(tree, at, value.preps);
    if (found) return draw(value, [found.content], [[found.prep, found.prep]]);
  }
  const shown = has(cue, 'v', 'shown');
  if (shown) {
    const subject = childrenBy(tree, at, 'nsubj')[0];
    const document =
      subject !== undefined && cues.some((c) => c.at === subject && c.values.some((v) => v.frame === 'document'));
    const content = document ? objectOf(tree, at) : [];
    if (content.length > 0) return draw(shown, content);
  }
  const light = has(cue, 'v', 'light');
  if (light) {
    const object = childrenBy(tree, at, 'obj').find((c) =>
      cues.some((o) => o.at === c && o.values.some((v) => v.pos === 'n')),
    );
    if (object !== undefined) {
      const what = childrenBy(tree, object, 'acl', 'ccomp', 'nmod').find((c) => c > object);
      if (what !== undefined) {
        absorbed.add(object);
        const prep = childrenBy(tree, what, 'case').find((c) => LIGHT_ABOUT.test(tree.words[c]!.form.toLowerCase()));
        const [from, end] = reach(tree, what);
        const start = prep === undefined ? from : prep + 1;
        return draw(light, [[start, end]], [without([reach(tree, object)], [[from, end]])[0] ?? [object, object]]);
      }
    }
  }
  const object = has(cue, 'v', 'any', 'object');
  if (object) {
    const content = objectOf(tree, at);
    const source = sourceOf(tree, at);
    if (content.length > 0 && (source.length > 0 || passive)) return draw(object, content, [], source);
  }
  return undefined;
};

const nominal = (tree: Tree, cue: Cue): Drawn | undefined => {
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
    const that = childrenBy(tree, at, 'acl', 'ccomp').find(
      (c) => c > at && childrenBy(tree, c, 'mark').some((m) => tree.words[m]!.form.toLowerCase() === 'that'),
    );
    if (that !== undefined) return draw(says, reach(tree, that));
  }
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

const adjectival = (tree: Tree, cue: Cue): Drawn | undefined => {
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
const prepositional = (tree: Tree, cue: Cue, value: CueWord): Drawn | undefined => {
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

const SPEECH = new Set(['say', 'speak', 'ask', 'think']);
// Fewer words are no clause.
const CLAUSE = 4;

/**
 * What is left where a parser has hung the clause elsewhere: what stands behind «X said», or before «…, X said» and
 * «…, said X».
 */
const remainder = (tree: Tree, source: readonly Range[], cue: Cue): Range[] => {
  const [who] = source;
  if (who === undefined) return [];
  const last = tree.words.length - 1;
  const signs = (i: number): boolean => tree.words[i]?.upos === 'PUNCT';
  const inverted = who[0] > cue.last;
  const after = Math.max(cue.last, inverted ? who[1] : cue.last) + 1;
  const before = Math.min(who[0], cue.at) - 1;
  // «told reporters that»
  let from = after;
  while (from <= last && from - after < 8 && tree.words[from]!.form.toLowerCase() !== 'that') from++;
  if (from > last || tree.words[from]!.form.toLowerCase() !== 'that' || inverted) from = after;
  const opens = /^(?:NOUN|PROPN|PRON|DET|NUM|ADJ|SCONJ|VERB)$/.test(tree.words[from]?.upos ?? '');
  const behind: Range[] = !inverted && opens && last - from >= CLAUSE ? trimmed(tree, [[from, last]]) : [];
  const ahead: Range[] = signs(before) && before >= CLAUSE ? trimmed(tree, [[0, before]]) : [];
  return behind.length > 0 && !(ahead.length > 0 && last - from < CLAUSE * 2) ? behind : ahead;
};

/** All attributions of a sentence whose content stands in it; and the cues whose content does not. */
export const drawnInEnglish = (
  words: Words,
  sentence: Sentence,
  tree: Tree,
  lexicon: Lexicons,
): { drawn: Drawn[]; bare: Drawn[] } => {
  const cues = cuesIn(words, sentence, tree, lexicon);
  const absorbed = new Set<number>();
  const drawn: Drawn[] = [];
  const bare: Drawn[] = [];
  for (const cue of cues) {
    if (absorbed.has(cue.at)) continue;
    const source = cue.values.find((v) => v.pos === 'p');
    const upos = tree.words[cue.at]!.upos;
    const found =
      (source && prepositional(tree, cue, source)) ??
      (upos === 'VERB'
        ? verbal(tree, cue, cues, absorbed)
        : upos === 'NOUN'
          ? nominal(tree, cue)
          : upos === 'ADJ'
            ? adjectival(tree, cue)
            : undefined);
    if (found) {
      drawn.push(found);
      continue;
    }
    const speaks =
      upos === 'VERB' && cue.values.find((v) => v.pos === 'v' && v.frame === 'clause' && SPEECH.has(v.sense));
    if (speaks) {
      const aside = isAside(tree, cue.at);
      const own = sourceOf(tree, cue.at);
      const who = own.length > 0 || !aside ? own : (drawn.findLast((d) => d.sense === 'say')?.source ?? []);
      if (who.length > 0)
        bare.push({
          aside,
          head: cue.at,
          source: who,
          cue: cueWords(tree, cue.at, cue.last),
          content: speaks.sense === 'say' ? remainder(tree, who, cue) : [],
          sense: speaks.sense,
          frame: speaks.frame,
          lemma: speaks.lemma,
        });
    }
  }
  return { drawn: drawn.filter((d) => !absorbed.has(d.head)), bare };
};
