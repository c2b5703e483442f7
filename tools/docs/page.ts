/** A Markdown page taken apart: headings, code blocks, links, and the commands that its code names. */

export type Page = { readonly file: string; readonly text: string };

export type CodeBlock = {
  readonly language: string;
  readonly code: string;
  /** A comment `<!-- checked -->` stands on the line before it. */
  readonly checked: boolean;
};

const FENCE = /(<!-- checked -->\n)?^```([\w-]*)\n([\s\S]*?)^```$/gm;

export const blocksOf = ({ text }: Page): CodeBlock[] =>
  [...text.matchAll(FENCE)].map(([, mark, language = '', code = '']) => ({
    language,
    code,
    checked: mark !== undefined,
  }));

const proseOf = ({ text }: Page): string => text.replace(FENCE, '');

/** Levels of the headings, in order. */
export const headingsOf = (page: Page): number[] =>
  [...proseOf(page).matchAll(/^(#{1,6}) /gm)].map(([, marks = '']) => marks.length);

/** Addresses of links and pictures, without those of the web and of this page. */
export const relativeLinksOf = (page: Page): string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
    .map(([, link, attribute]) => link ?? attribute ?? '')
    .filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    .map((link) => link.replace(/#.*$/, ''));

/** Everything that stands as code: blocks, and words between backticks. */
const codeOf = (page: Page): string[] => [
  ...blocksOf(page).flatMap(({ code }) => code.split('\n')),
  ...[...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
];

/** Scripts of package.json that the page's code runs. */
export const scriptsIn = (page: Page): string[] =>
  codeOf(page).flatMap((code) => [
    ...[...code.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, script = '']) => script),
    ...[...code.matchAll(/\bnpm (start|test)\b/g)].map(([, script = '']) => script),
  ]);

/** Sub-commands of marsad that the page's code runs. */
export const commandsIn = (page: Page): string[] =>
  codeOf(page).flatMap((code) => [...code.matchAll(/(?:^|\s)marsad ([a-z]+)\b/g)].map(([, command = '']) => command));

/** The commands that `marsad --help` lists. */
export const commandsOfHelp = (help: string): string[] => {
  const listed = help.slice(help.search(/^Commands:/m));
  return [...listed.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, command = '']) => command).filter((name) => name !== 'help');
};
