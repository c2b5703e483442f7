import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConllu, type UdSentence, writeSentence } from '../../src/language/index.ts';
import { scoreGoldTokens, scoreRawText, textOfTreebank } from './treebank.ts';

/** `form/UPOS/head/relation` with blanks between words; `a+b` are written as one. */
const sentences = (...lines: readonly string[]): UdSentence[] =>
  lines.map((line) => {
    const words: UdSentence['words'][number][] = [];
    const ranges: UdSentence['ranges'][number][] = [];
    for (const token of line.split(' ')) {
      const parts = token.split('+');
      if (parts.length > 1)
        ranges.push({
          first: words.length + 1,
          last: words.length + parts.length,
          form: parts.map((part) => part.split('/')[0]).join(''),
        });
      for (const part of parts) {
        const [form = '', upos = 'X', head = '0', deprel = 'root'] = part.split('/');
        words.push({ id: words.length + 1, form, lemma: form, upos, head: Number(head), deprel });
      }
    }
    return { comments: [], words, ranges };
  });

const GOLD = sentences(
  'They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct',
  'Do/AUX/3/aux+not/PART/3/advmod go/VERB/0/root',
);

describe('on gold tokens', () => {
  it('counts tags, heads and universal relations', () => {
    const predicted = sentences(
      'They/PRON/2/nsubj:pass left/NOUN/0/root ./PUNCT/1/punct',
      'Do/AUX/3/aux+not/PART/3/aux go/VERB/0/root',
    );
    const { tokens, upos, uas, las, lemma } = scoreGoldTokens(GOLD, predicted);
    expect(tokens).toBe(6);
    expect([upos, uas, las, lemma].map((score) => Math.round(score * 10) / 10)).toEqual([83.3, 83.3, 66.7, 100]);
  });

  it('refuses other tokens', () => {
    expect(() => scoreGoldTokens(GOLD, GOLD.slice(1))).toThrow('6 gold words, 3 predicted');
  });
});

describe('on raw text', () => {
  const rounded = (scores: object): Record<string, number> =>
    Object.fromEntries(Object.entries(scores).map(([key, value]) => [key, Math.round((value as number) * 10) / 10]));

  it('gives 100 for the same', () => {
    expect(new Set(Object.values(scoreRawText(GOLD, GOLD)).map(Math.round))).toEqual(new Set([100]));
    expect(rounded(scoreRawText(GOLD, GOLD))).toMatchObject({
      tokens: 100,
      words: 100,
      sentences: 100,
      upos: 100,
      las: 100,
    });
  });

  // Each row: what is wrong, the prediction, some of its scores.
  it.each([
    [
      'a sentence cut in two',
      sentences(
        'They/PRON/2/nsubj left/VERB/0/root',
        './PUNCT/0/root',
        'Do/AUX/3/aux+not/PART/3/advmod go/VERB/0/root',
      ),
      // One of 2 gold sentences, one of 3 found; the stop hangs elsewhere.
      { words: 100, sentences: 40, uas: 83.3, las: 83.3 },
    ],
    [
      'a word left whole',
      sentences('They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct', 'Donot/AUX/2/aux go/VERB/0/root'),
      // Same token, but neither of its words: 4 of 6 and of 5.
      { tokens: 100, words: 72.7, upos: 72.7 },
    ],
    [
      'words of one token cut elsewhere: those that are the same count',
      sentences(
        'They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct',
        'D/X/4/dep+o/X/4/dep+not/PART/4/advmod go/VERB/0/root',
      ),
      // Of 6 gold and 7 found words 5 are the same.
      { tokens: 100, words: 76.9, upos: 76.9, las: 76.9 },
    ],
    [
      'a token cut in two',
      sentences(
        'The/DET/2/det y/PRON/3/nsubj left/VERB/0/root ./PUNCT/3/punct',
        'Do/AUX/3/aux+not/PART/3/advmod go/VERB/0/root',
      ),
      // 4 of 5 gold and of 6 found tokens; 5 of 6 and of 7 words; the head of the stop is found again by its place.
      { tokens: 72.7, words: 76.9, las: 76.9 },
    ],
  ])('%s', (_, predicted, scores) => {
    expect(rounded(scoreRawText(GOLD, predicted))).toMatchObject(scores);
  });

  it('refuses another text, and tells where it differs', () => {
    expect(() => scoreRawText(GOLD, sentences('They/PRON went/VERB'))).toThrow('from character 4');
  });
});

describe('textOfTreebank', () => {
  it('puts blanks, joined words and paragraphs as the text had them', () => {
    const text = [
      '# newdoc id = a\n1-2\tDon’t\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\n2\tn’t\n3\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n4\t.',
      '1\tYes\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t.',
      '# newpar\n1\tو\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tعاد',
    ].join('\n\n');
    expect(textOfTreebank(readConllu(text))).toBe('Don’t go. Yes. \n\nوعاد ');
  });
});

const YARDSTICKS = path.join(import.meta.dirname, '../../../shared/yardsticks');
const present = existsSync(YARDSTICKS);
if (!present) console.log('No ../shared/yardsticks: the scorer of trees is not compared with theirs.');

describe.skipIf(!present)('our figures equal the yardstick’s', () => {
  it('on a treebank that was spoiled by rule', () => {
    const gold = readConllu(readFileSync(path.join(YARDSTICKS, 'treebanks/en_gum_open-dev.conllu'), 'utf8')).slice(
      0,
      200,
    );
    const predicted = gold.map((sentence, at) => ({
      ...sentence,
      words: sentence.words.map((word, i) => ({
        ...word,
        ...((at + i) % 5 === 0 && { upos: 'X' }),
        ...((at + i) % 4 === 0 && { head: i === 0 ? 0 : 1, deprel: 'dep' }),
        ...((at + i) % 7 === 0 && { lemma: 'x', deprel: 'nsubj:pass' }),
      })),
    }));
    const folder = mkdtempSync(path.join(tmpdir(), 'trees-'));
    const files = [gold, predicted].map((some, at) => {
      const file = path.join(folder, `${at}.conllu`);
      writeFileSync(file, some.map(writeSentence).join(''));
      return file;
    });
    const { stdout } = spawnSync(process.execPath, [path.join(YARDSTICKS, 'score/parse.mjs'), ...files], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const ours = scoreGoldTokens(gold, predicted);
    const printed = /tokens (\d+) UPOS ([\d.]+) lemma ([\d.]+) UAS ([\d.]+) LAS ([\d.]+)/.exec(stdout)!.slice(1);
    expect([ours.tokens.toString(), ...[ours.upos, ours.lemma, ours.uas, ours.las].map((x) => x.toFixed(2))]).toEqual(
      printed,
    );
  });
});
