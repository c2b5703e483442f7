/**
 * `marsad read --ndjson`: a streaming filter. One line in, one line out, in order and with the same id; a bad line becomes
 * an error line and the run goes on. Memory stays flat: one line is held at a time, and output waits for its reader.
 */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { additionsOf } from './folder.ts';

// A line longer than this is no report: it is passed over to its end without being held.
const MOST_LINE = 20 * 1024 * 1024;

type Line = { readonly text: string } | { readonly tooLong: true };

/** Lines of a stream, without their ends. */
export async function* linesOf(input: Readable): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  let tooLong = false;
  const take = (): Line => {
    const line: Line = tooLong ? { tooLong: true } : { text: pieces.join('').replace(/\r$/, '') };
    pieces = [];
    length = 0;
    tooLong = false;
    return line;
  };
  const hold = (piece: string): void => {
    length += piece.length;
    if (length > MOST_LINE) {
      tooLong = true;
      pieces = [];
    } else if (!tooLong) pieces.push(piece);
  };
  for await (const chunk of input) {
    const text = decoder.write(chunk as Buffer);
    let from = 0;
    for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      hold(text.slice(from, end));
      yield take();
      from = end + 1;
    }
    hold(text.slice(from));
  }
  hold(decoder.end());
  if (length > 0) yield take();
}

const STRINGS = ['text', 'html', 'url', 'lang', 'date', 'title'] as const;
type Given = { readonly id?: string } & { readonly [K in (typeof STRINGS)[number]]?: string };
type Problem = { readonly id?: string | number; readonly error: { readonly code: string; readonly message: string } };

const problem = (code: string, message: string, id?: unknown): Problem => ({
  ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
  error: { code, message },
});

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** One line → what it gives, or what is wrong with it. `null` is absent; unknown keys are ignored. */
const givenOf = (line: string): Given | Problem => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return problem('bad-json', 'The line is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('bad-json', 'The line is not a JSON object.');
  const given = value as Record<string, unknown>;
  const { id } = given;
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    return problem('bad-id', '«id» must be a text.');
  for (const key of STRINGS) {
    if (given[key] !== undefined && given[key] !== null && typeof given[key] !== 'string')
      return problem('bad-field', `«${key}» must be a text.`, id);
  }
  const text = Object.fromEntries(
    STRINGS.flatMap((key) => (typeof given[key] === 'string' ? [[key, given[key]]] : [])),
  );
  if (text.text === undefined && text.html === undefined) return problem('no-text', 'Give «text» or «html».', id);
  if (text.lang !== undefined && text.lang !== 'en' && text.lang !== 'ar')
    return problem('bad-lang', '«lang» is en or ar.', id);
  if (text.date !== undefined && (!ISO_DATE.test(text.date) || Number.isNaN(Date.parse(text.date.slice(0, 10))))) {
    return problem('bad-date', '«date» must be an ISO date or date-time, such as 2024-12-24.', id);
  }
  return { ...(id === undefined || id === null ? {} : { id: String(id) }), ...text };
};

/** Reads lines until the input ends. Exit code 0, or 1 where some lines failed. */
export const readLines = async (input: Readable, output: Writable): Promise<number> => {
  const [{ loadReaderData }, { articleOf, createReader, pageLabelsOf, sha256Hex, wordsOf }] = await Promise.all([
    import('../load/index.ts'),
    import('../marsad/index.ts'),
  ]);
  const data = await loadReaderData(undefined, additionsOf());
  const reader = createReader(data);
  const labels = pageLabelsOf(data.lexicons);
  let failed = 0;
  let closed = false;
  output.on('error', () => {
    closed = true; // the reader of our output went away: nothing is left to do
  });
  const answer = (line: string): unknown => {
    const given = givenOf(line);
    if ('error' in given) return given;
    const { id, html, url, lang, date, title } = given;
    try {
      const article = given.text === undefined ? articleOf(html ?? '', labels, url) : undefined;
      const words = article ? wordsOf(article) : { text: given.text ?? '', hints: [] };
      const language = lang ?? article?.language;
      return reader({
        id: id ?? sha256Hex(words.text),
        text: words.text,
        ...(words.hints.length ? { hints: words.hints } : {}),
        ...(language ? { language: language as 'en' | 'ar' } : {}),
        ...(url ? { url } : {}),
        ...((date ?? article?.date) ? { date: (date ?? article?.date)! } : {}),
        ...((title ?? article?.title) ? { title: (title ?? article?.title)! } : {}),
      });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return problem(
        error instanceof Error && error.name === 'Failure' ? (code ?? 'failed') : 'reader-failed',
        message,
        id,
      );
    }
  };
  for await (const line of linesOf(input)) {
    if (closed) break;
    if ('text' in line && line.text.trim() === '') continue;
    const result = 'text' in line ? answer(line.text) : problem('line-too-long', 'The line has more than 20 MB.');
    if (typeof result === 'object' && result !== null && 'error' in result) failed++;
    if (!output.write(`${JSON.stringify(result)}\n`) && !closed)
      await Promise.race([once(output, 'drain'), once(output, 'error')]).catch(() => {});
  }
  return failed > 0 ? 1 : 0;
};
