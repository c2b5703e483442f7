/** What an English verb of speech, thought or wish governs, by the frames that the table of cues gives it. */
import type { CueWord } from '../lexicon/index.ts';
import { childrenBy, type Range, reach, relationOf, type Tree, without } from '../tree.ts';
import { behind, type Cue, type Drawn, has, infinitive } from './en-cues.ts';
import { clauseOf, cueWords, isAside, isExpletive, sourceOf, trimmed } from './en-parts.ts';

const LIGHT_ABOUT = /^(?:of|for|about|on|to|with|against|at|over|from)$/;

const isPassive = (tree: Tree, word: number): boolean => childrenBy(tree, word, 'aux:pass', 'nsubj:pass').length > 0;

const BRINGS = /^(?:of|for|as|over|about|against|with|to|into)$/;
const BELONGS = /^(?:of|for|as|over|about|against|with|to|into|in|on|behind)$/;

/** What an object brings with it: «praised the army for holding on», «accused them of lying». */
const objectOf = (tree: Tree, word: number, denied = false): Range[] => {
  const objects = childrenBy(tree, word, 'obj', 'nsubj:pass').filter((c) => !isExpletive(tree, c));
  if (objects.length === 0) return [];
  const more = childrenBy(tree, word, 'obl', 'advcl', 'xcomp', 'ccomp').filter(
    (c) =>
      c > word &&
      relationOf(tree, c) !== 'nsubj' &&
      childrenBy(tree, c, 'case', 'mark').some((m) =>
        // «denied any involvement in the murder»: a parser hangs on the verb what belongs to the noun.
        (denied && objects.some((o) => tree.high[o] === tree.low[c]! - 1) ? BELONGS : BRINGS).test(
          tree.words[m]!.form.toLowerCase(),
        ),
      ),
  );
  // «footage showed soldiers beating a man»
  const doing = childrenBy(tree, word, 'xcomp', 'advcl').filter(
    (c) => c > word && tree.words[c]!.xpos === 'VBG' && objects.some((o) => tree.high[o] === tree.low[c]! - 1),
  );
  return [...objects, ...more, ...doing.filter((c) => !more.includes(c))]
    .map((c) => reach(tree, c))
    .sort((a, b) => a[0] - b[0]);
};

// These take an object and its name, also where a parser sees one noun.
const CALLS = /^(?:call|dub|label|brand|describe)$/;

export const verbal = (tree: Tree, cue: Cue, cues: readonly Cue[], absorbed: Set<number>): Drawn | undefined => {
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
  // «…; the army denies it»: what it denies stands before, it does not say it.
  const repeats = clause?.sense === 'deny' && relationOf(tree, at) === 'parataxis';
  if (clause && !repeats) {
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
  // «put the toll at twelve»: what is counted, where the count stands behind «at».
  const rated = has(cue, 'v', 'rate');
  if (rated) {
    const counted = childrenBy(tree, at, 'obj').find((c) => c > at);
    const count = tree.words.findIndex((word, i) => i > at && word.form.toLowerCase() === 'at');
    if (counted !== undefined && count > 0 && /^(?:NUM|ADV|ADJ|SYM)$/.test(tree.words[count + 1]?.upos ?? ''))
      return draw(rated, [reach(tree, counted)]);
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
    const content = objectOf(tree, at, object.sense === 'deny');
    const source = sourceOf(tree, at);
    if (content.length > 0 && (source.length > 0 || passive)) return draw(object, content, [], source);
  }
  return undefined;
};
