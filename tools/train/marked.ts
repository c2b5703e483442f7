/** Texts in which somebody marked names, and running text, as the namer's learner wants them. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type MarkedSentence,
  type NamedSpan,
  readConllu,
  sentencesOf,
  spaceAfter,
  tokenise,
  type UdSentence,
} from '../../src/language/index.ts';
import { Failure, type Language } from '../../src/model/index.ts';
import type { createSights } from '../../src/read/index.ts';
import { PERMITTED, type Permitted } from './sources.ts';

const RE3D = {
  language: 'en',
  licence: 'OGL, public domain, CC BY and CC BY-SA, by line; its CC BY-NC lines (BBC Online) are left out',
  source: 'https://github.com/dstl/re3d',
} as const;
const ECB = {
  language: 'en',
  licence: 'CC BY 3.0',
  source: 'https://github.com/AlonEirew/cross-doc-event-coref',
} as const;
const EVENTS = { language: 'ar', licence: 'MIT', source: 'https://github.com/openeventdata/arabic_event_gsr' } as const;
const WOJOOD = { language: 'ar', licence: 'MIT', source: 'https://github.com/SinaLab/ArabicNER' } as const;

/** Files that names may be learned from, by name: the treebanks, and these. */
export const PERMITTED_NAMES: Readonly<Record<string, Permitted>> = {
  ...PERMITTED,
  're3d.train.jsonl': { ...RE3D, title: 're3d, train' },
  're3d.dev.jsonl': { ...RE3D, title: 're3d, development' },
  'ecb.docs.train.jsonl': { ...ECB, title: 'ECB+, its texts' },
  'ecb.docs.dev.jsonl': { ...ECB, title: 'ECB+, its texts' },
  'gsr.en.dev.jsonl': {
    language: 'en',
    title: 'PLOVER gold sentences, their texts',
    licence: 'CC BY-SA 4.0',
    source: 'https://github.com/openeventdata/PLOVER',
  },
  'anercorp.train.jsonl': {
    language: 'ar',
    title: 'ANERcorp, train',
    licence: 'CC BY-SA 4.0',
    source: 'https://github.com/manelAffi/Random-Bi-GRU-CRF-for-ANER-Task-AnerCorp',
  },
  'wojood.train.jsonl': { ...WOJOOD, title: 'Wojood, sample, train' },
  'wojood.val.jsonl': { ...WOJOOD, title: 'Wojood, sample, validation' },
  'gsr.ar.assault.dev.jsonl': { ...EVENTS, title: 'Arabic events, assault, the texts' },
  'gsr.ar.protest.dev.jsonl': { ...EVENTS, title: 'Arabic events, protest, the texts' },
};

// Never learned from, whatever file they stand in.
const NOT_COMMERCIAL = 'BBC Online';

export type MarkedText = {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly { readonly start: number; readonly end: number; readonly type: string }[];
};

export type NameSource = Permitted & {
  readonly file: string;
  readonly sha256: string;
  readonly texts: readonly MarkedText[];
  /** All of the file, with what must not be learned from: for measuring alone. */
  readonly all: readonly MarkedText[];
};

/** Text and entities of a sentence of GUM: `Entity=(1-person-…` opens, `1)` closes. Open ones go on to the next sentence no further. */
export const markedUd = ({ words, ranges }: UdSentence, id: string): MarkedText => {
  const inner = new Set(ranges.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, k) => first + k)));
  let text = '';
  const gold: { start: number; end: number; type: string }[] = [];
  let open: { readonly entity: string; readonly type: string; readonly start: number }[] = [];
  for (const word of words) {
    const start = text.length;
    text += word.form;
    const end = text.length;
    if (!inner.has(word.id) && spaceAfter(word)) text += ' ';
    const [, entities = ''] = /(?:^|\|)Entity=([^|]*)/.exec(word.misc ?? '') ?? [];
    for (const [, opened, closed, ended] of entities.matchAll(/\(([^()]*)(\))?|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const [entity = '', type = ''] = opened.split('-');
        if (closed) gold.push({ start, end, type });
        else open.push({ entity, type, start });
        continue;
      }
      const last = open.findLast(({ entity }) => entity === ended);
      if (last === undefined) continue;
      open = open.filter((other) => other !== last);
      gold.push({ start: last.start, end, type: last.type });
    }
  }
  return { id, text, gold };
};

const lineOf = (line: string): MarkedText & { readonly source?: string } => {
  const { id, text, gold, source } = JSON.parse(line) as Record<string, unknown>;
  const spans = Array.isArray(gold) ? (gold as MarkedText['gold']).filter(({ start, end }) => end > start) : [];
  return { id: String(id), text: String(text), gold: spans, ...(typeof source === 'string' && { source }) };
};

/**
 * A file out of `folder`, its `dev/` or its `treebanks/`.
 * @throws Failure where it is not permitted or not there
 */
export const readMarked = async (folder: string, file: string, language: Language): Promise<NameSource> => {
  const permitted = PERMITTED_NAMES[file];
  if (permitted === undefined || permitted.language !== language)
    throw new Failure(
      'not-permitted',
      `${file} may not be learned from: names in «${language}» come from ${Object.keys(PERMITTED_NAMES)
        .filter((name) => PERMITTED_NAMES[name]!.language === language)
        .join(', ')} alone.`,
    );
  const found = ['', 'dev', 'treebanks'].map((at) => path.join(folder, at, file)).find((at) => existsSync(at));
  if (found === undefined) throw new Failure('no-file', `${file} is not in ${folder}, its dev/ or its treebanks/.`);
  const content = await readFile(found, 'utf8');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const all: readonly (MarkedText & { readonly source?: string })[] = file.endsWith('.conllu')
    ? readConllu(content).map((sentence, at) => markedUd(sentence, `${file}:${at}`))
    : content.split('\n').filter(Boolean).map(lineOf);
  return { ...permitted, file, sha256, texts: all.filter(({ source }) => source !== NOT_COMMERCIAL), all };
};

/** Words of running text, sentence by sentence. */
export const runningText = (texts: readonly MarkedText[]): string[][] =>
  texts.flatMap(({ text }) => {
    const tokens = tokenise(text);
    return sentencesOf(text, tokens).map(([first, after]) =>
      tokens.slice(first, after).map(({ start, end }) => text.slice(start, end)),
    );
  });

type Sights = ReturnType<typeof createSights>;

/** Sentences with their names; of names that overlap the longest is kept, and a name takes all words that it touches. */
export const markedSentences = (
  texts: readonly MarkedText[],
  kinds: readonly string[],
  language: Language,
  sights: Sights,
): MarkedSentence[] =>
  texts.flatMap(({ text, gold }) => {
    const longest = gold.filter(({ type }) => kinds.includes(type)).sort((a, b) => b.end - b.start - (a.end - a.start));
    return sights(text, language).map(({ tokens, words }): MarkedSentence => {
      const names: NamedSpan[] = [];
      for (const { start, end, type } of longest) {
        const first = tokens.findIndex((token) => token.end > start && token.start < end);
        if (first < 0) continue;
        let after = first;
        while (after < tokens.length && tokens[after]!.start < end) after++;
        if (!names.some((name) => name.first < after && first < name.after)) names.push({ kind: type, first, after });
      }
      return { words, names: names.sort((a, b) => a.first - b.first) };
    });
  });
