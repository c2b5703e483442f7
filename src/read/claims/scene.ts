/** A sentence that may hold a claim, made ready once: its tree, what its words are, who is named in it. */
import { fold } from '../../language/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Syntax } from '../syntax.ts';
import type { Sentence, Words } from '../text.ts';
import { carrierOf, childrenBy, type Tree, treeOf } from '../tree.ts';
import { type Arguments, argumentsOf, type Grammar } from './arguments.ts';
import { isArmed } from './armed.ts';
import { mended } from './mended.ts';

export type Scene = {
  readonly words: Words;
  readonly sentence: Sentence;
  readonly mentions: readonly Found[];
  readonly lexicon: Lexicons;
  readonly tree: Tree;
  /** Arguments of the word that carries a token. */
  readonly argumentsAt: (token: number) => Arguments | undefined;
  /** The mention that a word of the tree heads; «dozens of fighters» is the fighters. */
  readonly mentionOf: (word: number) => Found | undefined;
  /** What a word of the tree is: kinds of its mention, classes of its noun. */
  readonly kindsOf: (word: number) => ReadonlySet<string>;
  /** The same of the word that carries a token. */
  readonly kindsAt: (token: number) => ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

// Nouns that only measure what follows them: grammar, not vocabulary of conflict.
const MEASURES = new Set(
  'number dozen salvo barrage volley wave swarm round dozens hundred hundreds thousand thousands scores most some many part several quantity amount range rest majority series group activity operation process level one each half all any عدد عشرات ميات الاف بعض معظم غالبيه جميع كل احد احدي كافه سلسله كميه مجموعه نشاط عمليه عمليات اغلب رشقه صليه دفعه وابل سرب موجه نصف عددا كميات'.split(
    ' ',
  ),
);

const RANK: Readonly<Record<string, number>> = {
  actor: 0,
  facility: 0,
  person: 0,
  weapon: 1,
  place: 2,
  nationality: 3,
};

// Actors that fly: told as who strikes, and as what is shot down.
const AIRCRAFT = /^(?:طائرة|مقاتلة|مروحية|warplane|helicopter|fighter jet|jet|aircraft)$/;

/** Kinds that a mention has for the needs of triggers.tsv. */
export const kindsOfMention = (m: Found): string[] => {
  const of = m.of_ ?? '';
  switch (m.kind) {
    case 'actor':
      if (isArmed(m)) return ['actor', 'armed', 'people', ...(AIRCRAFT.test(m.head ?? '') ? ['aircraft'] : [])];
      if (of === 'civilian') return ['actor', 'civilian', 'people'];
      return ['actor', 'official'];
    case 'person':
      return ['actor', 'person', 'official', 'people'];
    case 'place':
      return of === 'country' ? ['place', 'state', 'actor'] : ['place'];
    case 'nationality':
      return ['actor', 'state'];
    case 'weapon':
      return ['weapon', of];
    case 'facility':
      return ['facility', of];
    case 'quantity':
      return m.quantity?.unit === 'person' ? ['people'] : [];
    default:
      return [];
  }
};

/** @param syntax the sentence with its tree */
export const sceneOf = (
  words: Words,
  sentence: Sentence,
  mentions: readonly Found[],
  lexicon: Lexicons,
  syntax: Syntax,
): Scene => {
  const tree = treeOf(sentence.language === 'ar' ? mended(syntax, mentions, words, lexicon) : syntax);
  const { language } = sentence;
  const norm = (word: number): string => fold(tree.words[word]!.form);
  const light = new Set<number>();
  const suffering = new Set<number>();
  const hitting = new Set<number>();
  const classes = new Map<number, Set<string>>();
  const note = (first: number, after: number, kind: string): void => {
    for (let i = first; i < after; i++) classes.set(i, (classes.get(i) ?? new Set()).add(kind));
  };
  for (let i = sentence.first; i < sentence.after; i++) {
    const noun = lexicon.indicators.at(words.tokens, i, language);
    if (noun) for (const { type } of noun.values) note(noun.first, noun.after, type.slice(type.indexOf('.') + 1));
    const thing = lexicon.things.at(words.tokens, i, language);
    if (thing) for (const { class: kind } of thing.values) note(thing.first, thing.after, kind);
    const support = lexicon.support.at(words.tokens, i, language);
    if (support) light.add(i);
    if (support?.values[0]?.subject) suffering.add(i);
    const trigger = lexicon.triggers.at(words.tokens, i, language);
    if (trigger?.values.some((value) => value.pos === 'v' && value.sense === 'hit')) hitting.add(i);
  }
  const grammar: Grammar = {
    language,
    isLight: (word) => light.has(tree.words[word]!.token),
    suffers: (word) => suffering.has(tree.words[word]!.token),
    hits: (word) => hitting.has(tree.words[word]!.token),
  };
  const byToken = (token: number): Found | undefined =>
    mentions
      .filter((m) => m.first <= token && token < m.after && m.kind in RANK)
      .sort((a, b) => RANK[a.kind]! - RANK[b.kind]! || b.after - b.first - (a.after - a.first))[0];
  const mentionOf = (word: number, depth = 0): Found | undefined => {
    const own = byToken(tree.words[word]!.token);
    if (own || depth > 2) return own;
    const counted = mentions.find(
      (m) => m.kind === 'quantity' && m.first <= tree.words[word]!.token && tree.words[word]!.token < m.after,
    );
    // «rocket launchers», منصات الصواريخ: a thing is of the kind of what it is for.
    const part = childrenBy(tree, word, 'compound').map((child) => byToken(tree.words[child]!.token));
    const weapon = part.find((found) => found?.kind === 'weapon');
    if (weapon) return weapon;
    const measured = counted !== undefined || MEASURES.has(norm(word)) || MEASURES.has(fold(tree.words[word]!.lemma));
    if (!measured) return undefined;
    for (const child of childrenBy(tree, word, 'nmod', 'obl')) {
      const found = mentionOf(child, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  const kindsAt = (token: number): ReadonlySet<string> => classes.get(token) ?? NONE;
  const kept = new Map<number, ReadonlySet<string>>();
  const kindsOf = (word: number): ReadonlySet<string> => {
    const known = kept.get(word);
    if (known) return known;
    const mention = mentionOf(word);
    const found = new Set<string>([...(mention ? kindsOfMention(mention) : []), ...kindsAt(tree.words[word]!.token)]);
    if (MEASURES.has(norm(word)) || found.size === 0) {
      for (const child of childrenBy(tree, word, 'nmod'))
        if (MEASURES.has(norm(word))) for (const kind of kindsAt(tree.words[child]!.token)) found.add(kind);
    }
    kept.set(word, found);
    return found;
  };
  const taken = new Map<number, Arguments>();
  const argumentsAt = (token: number): Arguments | undefined => {
    const word = carrierOf(tree, token);
    if (word === undefined) return undefined;
    const known = taken.get(word) ?? argumentsOf(tree, word, grammar);
    taken.set(word, known);
    return known;
  };
  return {
    words,
    sentence,
    mentions,
    lexicon,
    tree,
    argumentsAt,
    mentionOf: (word) => mentionOf(word),
    kindsOf,
    kindsAt,
  };
};
