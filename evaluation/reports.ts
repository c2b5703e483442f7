/** The commands on our own annotated reports: `--reports`, `--robustness`, `--agreement`, `--check`, `--show`. evaluation/GUIDE.md tells them to people. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../src/model/index.ts';
import { loadReports, openReports, REPORTS, sealedIn, vocabularyOf } from './annotate/index.ts';
import { openContext } from './context.ts';
import { measurePace } from './pace.ts';
import { fitted, judgedIn, leftOut, tableOfReliability } from './reliability.ts';
import { checkReports, shown } from './reports-check.ts';
import { worstPage } from './reports-page.ts';
import { agreement, readAll, type Scored, tableOfGenres, tableOfReports } from './reports-score.ts';
import { robustnessOf, tableOfRobustness } from './robustness/index.ts';

const COMMANDS = ['--reports', '--reliability', '--pace', '--robustness', '--agreement', '--check', '--show'];
const USAGE =
  'npm run evaluate -- --reports [--sealed] [--write] [--html FILE], or --reliability [--fit], --pace, --robustness, --agreement, --check [NAME…], --show NAME [--second]';

/** npm runs scripts in the package's folder; paths are meant from where the user stands. */
const fromUser = (file: string): string => path.resolve(process.env.INIT_CWD ?? '.', file);

const ROOT = path.join(import.meta.dirname, '..');
const README = path.join(import.meta.dirname, 'README.md');

/** The tables between the marks `name` of evaluation/README.md. */
const keep = (name: string, tables: string): void => {
  const page = readFileSync(README, 'utf8');
  const marks = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!marks.test(page)) throw new Failure('no-mark', `evaluation/README.md has no marks «<!-- ${name} -->».`);
  writeFileSync(
    README,
    page.replace(marks, (_all, open: string, close: string) => `${open}${tables}\n${close}`),
  );
};

const tables = (scored: readonly Scored[]): string => `${tableOfReports(scored)}\n\n${tableOfGenres(scored)}`;

/** Whether `args` is one of these commands; if so it was carried out. */
export const reportsCommand = async (args: readonly string[]): Promise<boolean> => {
  const [command, ...rest] = args;
  if (command === undefined || !COMMANDS.includes(command)) return false;
  const context = await openContext();
  const vocabulary = vocabularyOf(context.data);
  const names = rest.filter((each) => !each.startsWith('--'));
  if (command === '--pace') {
    for (const { language, reports, perSecond } of await measurePace(context.data, vocabulary))
      console.log(`${language}: ${perSecond.toFixed(1)} reports of 500 words a second (${reports} reports)`);
  } else if (command === '--reliability') {
    const judged = judgedIn(openReports('open', vocabulary), context);
    const table = tableOfReliability(leftOut(judged));
    console.log(table);
    if (rest.includes('--fit')) console.log(JSON.stringify(fitted(judged), undefined, 2));
    if (rest.includes('--write')) keep('reliability', table);
  } else if (command === '--robustness') {
    const all = robustnessOf(openReports('open', vocabulary), context, context.data, vocabulary);
    console.log(tableOfRobustness(all));
    for (const { lost } of [...Object.values(all.swaps), all.twins]) if (lost.length > 0) console.log(lost.join('\n'));
    if (rest.includes('--write')) keep('robustness', tableOfRobustness(all));
  } else if (command === '--check') console.log(checkReports(names, vocabulary));
  else if (command === '--agreement') {
    const scored = agreement(vocabulary);
    console.log(tableOfReports(scored));
    if (rest.includes('--write')) keep('agreement', tableOfReports(scored));
  } else if (command === '--show') {
    const [name] = names;
    if (name === undefined) throw new Failure('usage', `Use: ${USAGE}`);
    const second = rest.includes('--second');
    // A second annotation is its author's own: it shows nothing of the first, nor of what the reader makes of a report.
    if (!second && sealedIn(REPORTS).has(name))
      throw new Failure('sealed', `${name} is sealed: only --check may open it.`);
    const folder = second ? path.join(REPORTS, 'second') : REPORTS;
    if (!existsSync(path.join(folder, `${name}.yaml`)))
      throw new Failure('no-report', `There is no annotation ${path.relative(ROOT, folder)}/${name}.yaml.`);
    const { reports, faults } = loadReports([name], vocabulary, folder, REPORTS);
    if (faults.length > 0) throw new Failure('bad-annotation', faults.join('\n'));
    console.log(shown(reports[0]!));
  } else {
    const share = rest.includes('--sealed') ? 'sealed' : 'open';
    const html = rest.indexOf('--html');
    const file = html === -1 ? undefined : rest[html + 1];
    if (html !== -1 && (file === undefined || file.startsWith('--'))) throw new Failure('usage', `Use: ${USAGE}`);
    if (file !== undefined && share === 'sealed')
      throw new Failure('sealed', 'The sealed reports are opened for their figures alone: no page of their faults.');
    const scored = readAll(openReports(share, vocabulary), context);
    console.log(tables(scored));
    if (rest.includes('--write')) keep(`reports ${share}`, tables(scored));
    if (file !== undefined) {
      writeFileSync(fromUser(file), worstPage(scored));
      console.log(`\nThe worst of them side by side: ${file}`);
    }
  }
  return true;
};
