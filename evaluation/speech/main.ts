/** `npx tsx evaluation/speech/main.ts [--faults]`: how many of our tricky sentences are read right; `--faults` lists the known ones that are not. */
import { loadReaderData } from '../../src/load/index.ts';
import { isRight, judgeSpeech, SPEECH_FILES, speechRows } from './index.ts';

const data = await loadReaderData();
const faults = process.argv.includes('--faults');
for (const file of SPEECH_FILES) {
  const verdicts = judgeSpeech(data, speechRows(file));
  const share = (of: (v: (typeof verdicts)[number]) => boolean): string =>
    ((100 * verdicts.filter(of).length) / verdicts.length).toFixed(1);
  console.log(
    `${file}\t${verdicts.length} sentences\tall right ${share(isRight)}\tspeaker ${share((v) => v.right.speaker)}\tmodality ${share((v) => v.right.modality)}\tstatus ${share((v) => v.right.status)}\tpolarity ${share((v) => v.right.negated)}`,
  );
  if (!faults || file.endsWith('aside')) continue;
  for (const { row, found, right } of verdicts.filter((v) => !isRight(v))) {
    const wrong = (Object.keys(right) as (keyof typeof right)[])
      .filter((key) => !right[key])
      .map((key) => `${key}: ${String(row[key] ?? '-')} not ${String(found[key] ?? '-')}`);
    console.log(
      `  ${row.text.slice(0, row.trigger.start)}[${row.text.slice(row.trigger.start, row.trigger.end)}]${row.text.slice(row.trigger.end)}\n    ${wrong.join('; ')}`,
    );
  }
}
