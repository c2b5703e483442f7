/** What is withheld of one mention: which of its words name something, and which only describe. */
import { tokenise, wordsOf } from '../../language/index.ts';
import type { Mention, PlaceValue, Reading, Span } from '../../model/index.ts';
import type { HarmRules } from './rules.ts';

/** Mentions of a reading by id, and what coreference adds: one that is private makes all that say the same private. */
export type Mentions = {
  readonly byId: ReadonlyMap<string, Mention>;
  readonly root: (id: string) => string;
  readonly private: (id: string) => boolean;
  readonly actor: (id: string) => string | undefined;
  readonly place: (id: string) => PlaceValue | undefined;
};

const kept = new WeakMap<Reading, Mentions>();

/** A reading never changes, so what is found out about its mentions is kept with it. */
export const mentionsOf = (reading: Reading): Mentions => {
  const known = kept.get(reading) ?? mentionsIn(reading);
  kept.set(reading, known);
  return known;
};

const mentionsIn = (reading: Reading): Mentions => {
  const byId = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const root = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (let next = byId.get(at)?.same; next && !seen.has(next) && byId.has(next); next = byId.get(at)?.same) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  const privateRoots = new Set<string>();
  const actors = new Map<string, string>();
  const places = new Map<string, PlaceValue>();
  for (const mention of reading.mentions) {
    const at = root(mention.id);
    // A person whom neither the actor tables nor a role makes public counts as private.
    if (mention.private || (mention.kind === 'person' && !mention.actor && !mention.head && at === mention.id))
      privateRoots.add(at);
    if (mention.actor && !actors.has(at)) actors.set(at, mention.actor);
    if (mention.place && !places.has(at)) places.set(at, mention.place);
  }
  return {
    byId,
    root,
    private: (id) => privateRoots.has(root(id)),
    actor: (id) => byId.get(id)?.actor ?? actors.get(root(id)),
    place: (id) => byId.get(id)?.place ?? places.get(root(id)),
  };
};

const LATIN_LOWER = /^\p{Ll}/u;
const LATIN_UPPER = /\p{Lu}/u;
const ARABIC_PREFIX = /^(?:و|ف)?(?:لل|[بكل]?ال|[بكل](?=..))?/u;

const ARABIC_PRONOUN = /(?:هما|هم|هن|ها|ه|كم|نا)$/u;

/** Words that belong to the head noun in any of its forms: plural, with the article, with a preposition. */
const isHead = (word: string, heads: readonly string[]): boolean => {
  const bare = word.replace(ARABIC_PREFIX, '');
  return heads.some((head) => {
    const stem = head.replace(/^ال/u, '');
    return word === head || bare === stem || (stem.length > 3 && (word.startsWith(stem) || bare.startsWith(stem)));
  });
};

const lineAround = (text: string, span: Span): string => {
  const end = text.indexOf('\n', span.end);
  return text.slice(text.lastIndexOf('\n', span.start - 1) + 1, end < 0 ? undefined : end);
};

/** Every Word Begins Like This: there a capital does not tell a name. */
const isTitleCase = (line: string): boolean => {
  const long = line.match(/\p{Script=Latin}{4,}/gu) ?? [];
  return long.length > 2 && long.filter((word) => LATIN_UPPER.test(word[0]!)).length > long.length * 0.7;
};

/** The same word stands in lower case elsewhere in the text. */
const isCommon = (text: string, word: string): boolean =>
  new RegExp(`(?<!\\p{L})${word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?!\\p{L})`, 'u').test(text);

/**
 * Spans of the words in `span` that name: not its head, not a describing word, not `known` (other mentions inside it
 * that are public). In Latin script words in lower case describe, unless the whole line has no capital at all.
 */
export const namingSpans = (
  text: string,
  span: Span,
  head: string | undefined,
  rules: HarmRules,
  known: readonly Span[] = [],
): Span[] => {
  const heads = head ? wordsOf(head) : [];
  const line = lineAround(text, span);
  const cased = LATIN_UPPER.test(line);
  const headline = isTitleCase(line);
  const found: { start: number; end: number }[] = [];
  let bridge = true;
  for (const token of tokenise(text, span.start, span.end)) {
    if (token.kind === 'punctuation') {
      if (!/^[-‐‑'’–]$/u.test(text.slice(token.start, token.end))) bridge = false;
      continue;
    }
    const bare = token.norm.replace(ARABIC_PREFIX, '');
    const raw = text.slice(token.start, token.end);
    const lower = cased && LATIN_LOWER.test(raw);
    // «al», «bin», «de» between two words of a name belong to it.
    if (lower && raw.length <= 3 && !rules.describes(token.norm)) continue;
    const keeps =
      lower ||
      isHead(token.norm, heads) ||
      rules.describes(token.norm) ||
      rules.describes(bare) ||
      rules.describes(bare.replace(ARABIC_PRONOUN, '')) ||
      (headline && isCommon(text, raw)) ||
      known.some((other) => other.start <= token.start && token.end <= other.end);
    const last = found.at(-1);
    if (keeps) bridge = false;
    else if (last && bridge) last.end = token.end;
    else {
      found.push({ start: token.start, end: token.end });
      bridge = true;
    }
  }
  return found;
};
