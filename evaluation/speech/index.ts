/** Tricky sentences of our own: who says it, how sure, how far along, told as so or as not so. Half of them set aside. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReaderData } from '../../src/read/index.ts';
import { createSpeech } from '../../src/read/index.ts';

export type SpeechRow = {
  readonly text: string;
  readonly trigger: { readonly start: number; readonly end: number };
  readonly speaker?: string;
  readonly modality: string;
  readonly status?: string;
  readonly negated: boolean;
};

export type SpeechVerdict = {
  readonly row: SpeechRow;
  readonly found: Omit<SpeechRow, 'text' | 'trigger'>;
  readonly right: Readonly<Record<'speaker' | 'modality' | 'status' | 'negated', boolean>>;
};

export const SPEECH_FILES = ['en.known', 'en.aside', 'ar.known', 'ar.aside'] as const;

/** Rows of one file: sentence with its [trigger], speaker (`-` the report's own voice), modality, status, `-` where it did not happen. */
export const speechRows = (name: (typeof SPEECH_FILES)[number]): SpeechRow[] =>
  readFileSync(path.join(import.meta.dirname, `${name}.tsv`), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [sentence = '', speaker = '-', modality = '', status = '', polarity = ''] = line.split('\t');
      const start = sentence.indexOf('[');
      return {
        text: sentence.replace(/[[\]]/g, ''),
        trigger: { start, end: sentence.indexOf(']') - 1 },
        ...(speaker !== '-' && { speaker }),
        modality,
        ...(status !== '' && { status }),
        negated: polarity === '-',
      };
    });

/** Whether two ways to name the speaker are the same words, one perhaps longer by an apposition. */
const sameWords = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && (a.includes(b) || b.includes(a)));

export const judgeSpeech = (data: ReaderData, rows: readonly SpeechRow[]): SpeechVerdict[] => {
  const speech = createSpeech(data);
  return rows.map((row) => {
    const { stance, speakers } = speech(row.text).told(row.trigger);
    const [first] = speakers;
    const found = {
      ...(first && { speaker: row.text.slice(first.start, first.end) }),
      modality: stance.modality,
      ...(stance.status && { status: stance.status }),
      negated: stance.negated,
    };
    return {
      row,
      found,
      right: {
        speaker: sameWords(row.speaker, found.speaker),
        modality: row.modality === found.modality,
        status: row.status === found.status,
        negated: row.negated === found.negated,
      },
    };
  });
};

export const isRight = ({ right }: SpeechVerdict): boolean => Object.values(right).every(Boolean);
