/** A file of questions to a file of answers, line by line: order kept, memory flat (but where a set answers its lines together), a bad line answered by its error. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Failure } from '../src/model/index.ts';
import { idIn, lineOf } from './lines.ts';
import type { Context, EvaluationSet, Line } from './set.ts';

/** The answer to one line of text, or the line that says why there is none. */
export const answerTo = (set: EvaluationSet, text: string, context: Context): Line => {
  let id: Line = {};
  try {
    const line = lineOf(text);
    if (line.id !== undefined) id = { id: line.id };
    if (idIn(line) === undefined) throw new Failure('bad-line', '«id» is missing.');
    return { ...id, ...set.answer(line, context) };
  } catch (error) {
    // A page or a text that breaks one answer must not take the others with it; what broke stands in its line.
    const { message } = error as Error;
    return { ...id, error: { code: error instanceof Failure ? error.code : 'internal', message } };
  }
};

/** The answers to all lines of text: one by one, or together where the set asks for it; errors stand in their lines. */
export const answersTo = (set: EvaluationSet, texts: readonly string[], context: Context): Line[] => {
  const alone = texts.map((text) => answerTo(set, text, context));
  if (set.answerTogether === undefined) return alone;
  const good = alone.flatMap((answer, at) => (answer.error === undefined ? [at] : []));
  const together = set.answerTogether(
    good.map((at) => lineOf(texts[at]!)),
    context,
  );
  for (const [n, at] of good.entries()) alone[at] = { ...alone[at], ...together[n] };
  return alone;
};

/**
 * @returns how many lines were answered and how many were answered by an error.
 * @throws Failure `no-input` where the input is no file that can be read, `no-output` where the output cannot be written.
 */
export const runSet = async (
  set: EvaluationSet,
  context: Context,
  input: string,
  output: string,
): Promise<{ readonly answered: number; readonly failed: number }> => {
  if (!existsSync(input)) throw new Failure('no-input', `There is no file ${input}.`);
  const out = createWriteStream(output);
  await once(out, 'open').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('no-output', `${output} cannot be written: ${error.code}.`);
  });
  let answered = 0;
  let failed = 0;
  const waiting: string[] = [];
  const write = async (answer: Line): Promise<void> => {
    if (answer.error === undefined) answered += 1;
    else failed += 1;
    if (!out.write(`${JSON.stringify(answer)}\n`)) await once(out, 'drain');
  };
  try {
    for await (const text of createInterface({ input: createReadStream(input), crlfDelay: Infinity })) {
      if (text.trim() === '') continue;
      if (set.answerTogether === undefined) await write(answerTo(set, text, context));
      else waiting.push(text);
    }
    for (const answer of answersTo(set, waiting, context)) await write(answer);
  } catch (error) {
    throw new Failure('no-input', `${input} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'broken'}.`);
  } finally {
    out.end();
    await finished(out);
  }
  return { answered, failed };
};
