/** One person without a number: «a soldier was killed», «the killing of the mayor», قُتل جندي, بينهم طفل. */
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';
import type { HarmSignal, Signals } from './signals.ts';

/** Persons counted: tokens, place in the text, number. */
export type One = {
  readonly first: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high?: number;
  readonly who?: string;
};

const ARTICLE = /^(?:an?|another)$/;
const AUXILIARY = /^(?:was|is|has|had|been|be|being|also|later|reportedly|allegedly|who|were)$/;
// Heads that mean more than one person though they are singular.
const COLLECTIVE =
  /^(?:group|militia|force|faction|army|police|brigade|battalion|unit|gang|people|family|authority|government|ministry|troop|warplane|helicopter|jet|fighter jet|aircraft|other|victim|element|ميليشيا|مجموعه|فصيل|قوه|جيش|شرطه|كتيبه|لواء|طايره|طيران|مروحيه|عايله|اهالي|سلطه|عنصر)$/;

/** English: no plural; a head that is written as its table lists it. */
export const isOne = (m: Found, words: Words, language: 'en' | 'ar'): boolean => {
  const head = words.tokens[language === 'en' ? m.after - 1 : m.first]?.norm ?? '';
  const lemma = foldedHead(m.head ?? '', language);
  if (COLLECTIVE.test(lemma)) return false;
  if (language === 'en') return lemma.endsWith(head) && head !== '';
  const bare = head.replace(/^[وفبل](?=..)/, '');
  return head === lemma || bare === lemma;
};

const foldedHead = (head: string, language: 'en' | 'ar'): string =>
  language === 'en'
    ? head.toLowerCase()
    : head
        .normalize('NFKD')
        .replace(/[\p{M}ـ]/gu, '')
        .replace(/ة/g, 'ه')
        .replace(/[أإآ]/g, 'ا')
        .replace(/ؤ/g, 'و')
        .replace(/[ئى]/g, 'ي');

/** Persons of a sentence that a word of harm stands right beside. */
export const singlesOf = (words: Words, sentence: Sentence, mentions: readonly Found[], signals: Signals): One[] => {
  const { tokens } = words;
  const { language } = sentence;
  const numbers = mentions.filter((m) => m.kind === 'quantity');
  const found: One[] = [];
  const norm = (i: number): string => (i >= sentence.first && i < sentence.after ? tokens[i]!.norm : '');
  const candidates = mentions.filter(
    (m) =>
      (m.kind === 'actor' && m.actor === undefined && m.head !== undefined && isOne(m, words, language)) ||
      m.kind === 'person',
  );
  for (const own of candidates) {
    // «Carlos Valencia»: a surname that is a town too goes with the given name before it.
    const surname =
      own.kind === 'person' ? mentions.find((p) => p.kind === 'place' && p.first === own.after) : undefined;
    const m = surname ? { ...own, after: surname.after, end: surname.end } : own;
    if (numbers.some((n) => n.counts === m.id || (n.first < m.after && n.after > m.first))) continue;
    if (found.some((one) => one.first < m.after && one.after > m.first)) continue;
    const article = ARTICLE.test(norm(m.first - 1));
    const part = /^(?:including|و?بين(?:هم|هما|هن|ها)|و?من(?:هم|هما|هن)|ضمنهم)$/.test(
      norm(m.first - (article ? 2 : 1)),
    );
    // «a man and a woman were killed», قُتل رجل وامرأة: joined to one that was counted.
    const last = found.at(-1);
    const joined =
      last !== undefined &&
      (language === 'en'
        ? article && norm(m.first - 2) === 'and' && last.after === m.first - 2
        : last.after === m.first && norm(m.first).startsWith('و'));
    if (!part && !joined && !harmBeside(m, signals.harms, norm, language, article)) continue;
    const first = article ? m.first - 1 : m.first;
    found.push({
      first,
      after: m.after,
      start: article ? tokens[first]!.start : m.start,
      end: m.end,
      low: 1,
      high: 1,
      who: m.id,
    });
  }
  // مقتل شخص وإصابة آخر: «another» stands for the person.
  for (const harm of signals.harms) {
    if (language === 'ar' && /^(?:اخر|اخري)$/.test(norm(harm.after))) {
      const token = tokens[harm.after]!;
      found.push({ first: harm.after, after: harm.after + 1, start: token.start, end: token.end, low: 1, high: 1 });
    }
  }
  return found;
};

const APPOSED = 10;
const TITLES = 4;

/** How many words between stand that may be titles: no verb's helper, no conjunction, no mark. */
const titles = (from: number, to: number, norm: (i: number) => string): number => {
  const first = norm(from) === 'of' ? from + 1 : from;
  if (to - first > TITLES) return 0;
  for (let i = first; i < to; i++)
    if (!/^[a-z]+$/.test(norm(i)) || /^(?:by|and|in|at|on|for|with|who|that|when|was|were)$/.test(norm(i))) return 0;
  return Math.max(0, to - first);
};

/** Right beside: verb before («killed a woman»), verb behind («the mayor was killed»), noun («the death of a man»). */
const harmBeside = (
  m: Found,
  harms: readonly HarmSignal[],
  norm: (i: number) => string,
  language: 'en' | 'ar',
  article: boolean,
): boolean =>
  harms.some((harm) => {
    if (language === 'ar') {
      // The verb stands before whom it was done to; a definite noun behind it may as well be who did it.
      return harm.after === m.first && (m.kind === 'person' || !/^[وفبل]?ال/.test(norm(m.first)));
    }
    const start = article || norm(m.first - 1) === 'the' ? m.first - 1 : m.first;
    if (harm.first < m.first) {
      // A name's titles stand between: «the murder of Colonel X», «killed Archbishop X».
      const gap = start - harm.after - (m.kind === 'person' ? titles(harm.after, start, norm) : 0);
      if (harm.pos === 'v') return gap === 0;
      return harm.pos === 'n' && gap === 1 && norm(harm.after) === 'of';
    }
    if (harm.pos !== 'v' || harm.form !== 'past') return false;
    let at = m.after;
    // «X, alias Y, was shot»
    if (norm(at) === ',') {
      let end = at + 1;
      while (end < at + APPOSED && /^[^.,;:]+$/.test(norm(end))) end++;
      if (norm(end) === ',') at = end + 1;
    }
    // «a man and a woman were killed»
    if (norm(at) === 'and' && /^(?:an?|another|the|his|her)$/.test(norm(at + 1))) at += 3;
    let passive = /^(?:die|perish|disappear)$/.test(harm.lemma);
    while (at < harm.first && AUXILIARY.test(norm(at))) {
      passive ||= /^(?:was|were|been|being|is)$/.test(norm(at));
      at++;
    }
    return at === harm.first && passive;
  });
