/**
 * A sentence → its clauses, without a tree: cut at commas and subordinators, joined again where a piece cannot stand
 * alone. The quote of a claim is its clause, so a cut too few is a longer quote, a cut too many a torn one.
 */
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { Signals } from './signals.ts';

export type Clause = { readonly first: number; readonly after: number; readonly start: number; readonly end: number };

export const inClause = (clause: Clause, m: Found): boolean => m.first >= clause.first && m.after <= clause.after;

const MARKS = new Set([',', '،', ';', '؛', ':', '—', '–', '(', ')', '"', '“', '”', '«', '»']);
// Words that open a clause and stay outside its quote …
const OPENERS_EN = new Set(
  'which who whom whose where when while whereas amid although though despite because as'.split(' '),
);
// … and Arabic ones.
const OPENERS_AR = new Set('الذي التي الذين اللذين حيث فيما بينما مما وسط رغم لكن كما'.split(' '));
const AUXILIARY = new Set('have has had was were is are been be will would may might could can did does do'.split(' '));
const CONTINUES = new Set('including and or especially particularly notably such as well'.split(' '));
const CONTINUES_AR = new Set(['بينها', 'منها', 'بما', 'خصوصا', 'لا', 'ولا', 'بينهم']);

const LEADS =
  /^(?:in|on|at|as|with|despite|after|before|during|according|for|by|since|over|amid|meanwhile|however|also)$/;

const opens = (words: Words, sentence: Sentence, i: number, signals: Signals): boolean => {
  const token = words.tokens[i]!;
  if (token.kind !== 'word' || i === sentence.first) return false;
  if (sentence.language === 'en') {
    if (!OPENERS_EN.has(token.norm)) return false;
    // «such as», «as well as», «as a precaution», «as many as» open nothing.
    if (token.norm === 'as')
      return (
        /^(?:the|he|she|it|they|its|their)$/.test(words.tokens[i + 1]?.norm ?? '') &&
        words.tokens[i - 1]?.norm !== 'well'
      );
    return true;
  }
  if (OPENERS_AR.has(token.norm) || OPENERS_AR.has(token.norm.replace(/^و/, ''))) return true;
  // A verb with و written to it opens a clause: long Arabic sentences are joined so.
  if (!token.norm.startsWith('و')) return false;
  return [...signals.triggers, ...signals.changes, ...signals.reporting, ...signals.harms].some(
    (s) => s.first === i && s.pos === 'v' && s.clitics.startsWith('و'),
  );
};

/** Clauses of a sentence, in order, none empty. */
export const clausesOf = (words: Words, sentence: Sentence, signals: Signals, mentions: readonly Found[]): Clause[] => {
  const { tokens } = words;
  type Piece = { first: number; after: number; mark: boolean };
  const pieces: Piece[] = [];
  let first = sentence.first;
  const cut = (at: number, next: number, mark: boolean): void => {
    if (at > first) pieces.push({ first, after: at, mark });
    first = next;
  };
  for (let i = sentence.first; i < sentence.after; i++) {
    const token = tokens[i]!;
    // The comma of «October 7, 2023» or of «13,000» cuts nothing.
    if (mentions.some((m) => m.first < i && i < m.after - 1)) continue;
    if (token.kind === 'punctuation' && MARKS.has(token.norm)) cut(i, i + 1, true);
    else if (opens(words, sentence, i, signals)) cut(i, i, false);
  }
  cut(sentence.after, sentence.after, true);

  const speaks = (piece: Piece): boolean =>
    [...signals.triggers, ...signals.changes, ...signals.judgements, ...signals.harms, ...signals.reporting].some(
      (s) => s.pos !== 'n' && s.first >= piece.first && s.after <= piece.after,
    );
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const head = tokens[piece.first]!.norm;
    const says = speaks(piece);
    const continues =
      CONTINUES.has(head) || CONTINUES_AR.has(head) || (sentence.language === 'ar' && !says && head.startsWith('و'));
    if (before && continues && !says) joined[joined.length - 1] = { ...before, after: piece.after };
    // «…, including X and Y, have resorted to»: a piece that begins with an auxiliary has its subject before it.
    else if (before && sentence.language === 'en' && AUXILIARY.has(head)) {
      let at = joined.length - 1;
      // Back over a list and its insertions to where the subject begins; an adverbial in front stays outside.
      const adverbial = (k: number): boolean => k === 0 && LEADS.test(tokens[joined[0]!.first]!.norm);
      while (at > 0 && !speaks(joined[at]!) && !speaks(joined[at - 1]!) && !adverbial(at - 1)) at--;
      joined.splice(at, joined.length - at, { first: joined[at]!.first, after: piece.after, mark: piece.mark });
    } else joined.push(piece);
  }
  return joined.flatMap(({ first: from, after }) => {
    let [a, b] = [from, after];
    const skipped = (i: number): boolean =>
      tokens[i]!.kind === 'punctuation' ||
      (i === a &&
        /^(?:and|but|amid|which|when|while|whereas|although|though|despite|because|وسط|فيما|بينما|حيث)$/.test(
          tokens[i]!.norm,
        ));
    while (a < b && skipped(a)) a++;
    while (b > a && tokens[b - 1]!.kind === 'punctuation' && !/^[)\]»”"%]$/.test(tokens[b - 1]!.norm)) b--;
    return a < b ? [{ first: a, after: b, start: tokens[a]!.start, end: tokens[b - 1]!.end }] : [];
  });
};
