/**
 * A protected facility with the name that stands beside its noun: «Fayruz checkpoint», «حاجز الفيروز». A reader may
 * have taken the noun alone for the mention; what it does not know the name of must not go out for that.
 */
import { tokenise } from '../../language/index.ts';
import type { Span } from '../../model/index.ts';

/** The longest name, in words, that is looked for on either side. */
const MOST = 4;
const ARABIC = /^\p{Script=Arabic}/u;
const DEFINITE = /^(?:وال|فال|ال)/u;
const LINK = /^(?:of|named|called)$/;

const lineAround = (text: string, { start, end }: Span): Span => {
  const after = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: after < 0 ? text.length : after };
};

/**
 * The span of a facility's mention, wider by capitalised words before it and after it (after «of», too) in Latin letters.
 * In Arabic: by the definite words after a noun without article, which are what it belongs to or is called. A name there
 * without an article cannot be told from a verb and is left to the reader.
 */
export const withNameBeside = (text: string, mention: Span): Span => {
  const line = lineAround(text, mention);
  const tokens = tokenise(text, line.start, line.end);
  const first = tokens.findIndex((token) => token.start >= mention.start);
  const after = tokens.findIndex((token) => token.start >= mention.end);
  const behind = after < 0 ? [] : tokens.slice(after, after + MOST);
  const head = tokens[first];
  if (!head) return mention;
  let { start, end } = mention;
  if (ARABIC.test(head.norm)) {
    if (DEFINITE.test(head.norm)) return mention;
    for (const token of behind) {
      if (token.kind !== 'word' || !/^ال/u.test(token.norm)) break;
      end = token.end;
    }
    return { start, end };
  }
  for (let at = first - 1; at >= Math.max(0, first - MOST); at -= 1) {
    const token = tokens[at]!;
    if (!token.capital) break;
    start = token.start;
  }
  for (const [at, token] of behind.entries()) {
    if (at === 0 && LINK.test(token.norm)) continue;
    if (!token.capital) break;
    end = token.end;
  }
  return { start, end };
};
