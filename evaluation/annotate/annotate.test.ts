/** Annotations: what compiles, what a fault says and where, and what our own reports must keep. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContext } from '../context.ts';
import { compile, GENRES, loadReports, namesIn, REPORTS, sealedIn, vocabularyOf } from './index.ts';

const vocabulary = vocabularyOf((await openContext()).data);

const EN =
  'Raid on the depot\n\nRaqqa, 3 May 2024\n\nWarplanes struck a depot near Raqqa on Monday and killed seven men, two guards among them, the army said. Nobody claimed it. The army moved on.\n';
const HEAD = `language: en
genre: agency
countries: [SY]
sources: [ours]
parts: headline dateline body
issued: 2024-05-03 by dateline
`;
const BODY = `actors: {army: syrian-army, Warplanes: '-'}
places: {Raqqa: 'town Raqqa, SY'}
times: {Monday: 2024-04-29}
read:
  - at: Warplanes struck
    speakers: the army / said
    claims:
      - violence.airstrike: struck
        quote: Warplanes … Monday
        agents: Warplanes
        targets: a depot
        places: Raqqa
        time: Monday
        toll: killed 7 seven men > 2 two guards
`;

const compiled = (yaml: string, text = EN) => compile('x', 'x.yaml', yaml, text, vocabulary);

describe('an annotation', () => {
  const { annotated, faults } = compiled(HEAD + BODY);
  const words = ({ start, end }: { start: number; end: number }): string => EN.slice(start, end);
  const mention = (id: string) => annotated!.mentions.find((each) => each.id === id)!;

  test('compiles to spans that are its words', () => {
    expect(faults).toEqual([]);
    const [claim] = annotated!.claims;
    expect(words(claim!.quote)).toBe('Warplanes struck a depot near Raqqa on Monday');
    expect(words(claim!.trigger)).toBe('struck');
    expect([...claim!.agents, ...claim!.targets].map(mention).map(words)).toEqual(['Warplanes', 'a depot']);
    expect(claim).toMatchObject({ modality: 'asserted', background: false, placesFrom: 'clause' });
    expect(claim!.time).toMatchObject({ earliest: '2024-04-29', latest: '2024-04-29', basis: 'implied' });
    expect(claim!.toll).toMatchObject([{ harm: 'killed', low: 7, high: 7, including: [{ low: 2, high: 2 }] }]);
    expect(words(claim!.speakers[0]!.cue)).toBe('said');
  });

  test('marks every place where listed words stand, with their value', () => {
    const places = annotated!.mentions.filter(({ kind }) => kind === 'place');
    expect(places.map(words)).toEqual(['Raqqa', 'Raqqa']);
    expect(new Set(places.map(({ place }) => place?.name.ar))).toEqual(new Set(['الرقة']));
    expect(annotated!.mentions.filter(({ actor }) => actor === 'syrian-army')).toHaveLength(2);
  });

  test('finds an Arabic name behind the letters that are written together with it', () => {
    const text = 'قصفت الطائرات بلدة منبج وبمنبج ثكنة.\n';
    const yaml = `language: ar\ngenre: agency\ncountries: [SY]\nsources: [ours]\nparts: body\nissued: unknown\nplaces: {منبج: 'town Manbij, SY'}\n`;
    const { annotated } = compiled(yaml, text);
    expect(annotated!.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['منبج', 'منبج']);
  });
});

describe('faults, each one line with file and line', () => {
  test.each([
    [
      'words that are not there',
      HEAD + BODY.replace('trigger', '').replace('struck\n        quote', 'bombed\n        quote'),
      'x.yaml:14: «bombed» is not in the text.',
    ],
    [
      'words that are there twice',
      (HEAD + BODY)
        .replace('quote: Warplanes … Monday\n        ', '')
        .replace('at: Warplanes struck', 'at: Raid on')
        .replace('airstrike: struck', 'airstrike: Raid'),
      'x.yaml:17: «Raqqa» stands 2 times there: write more of it, or «Raqqa #2».',
    ],
    [
      'an unknown type',
      HEAD + BODY.replace('airstrike', 'air-raid'),
      'x.yaml:14: data/ontology has no type «violence.air-raid».',
    ],
    [
      'posture without a change',
      HEAD + BODY.replace('violence.airstrike', 'posture.facility'),
      'x.yaml:14: posture.facility needs a change after it: «posture.facility ended».',
    ],
    [
      'an unknown actor',
      HEAD + BODY.replace('syrian-army', 'the-army'),
      'x.yaml:7: data/actors knows no «the-army»: write an id of its first column, or «-».',
    ],
    [
      'an unknown place',
      HEAD + BODY.replace('town Raqqa, SY', 'Qwzyburg, SY'),
      'x.yaml:8: data/places knows no «Qwzyburg, SY»: write its English name there with its country, such as «Homs, SY», or «-».',
    ],
    [
      'a toll without words',
      HEAD + BODY.replace('killed 7 seven men > 2 two guards', 'killed many'),
      'x.yaml:20: «killed many» is no toll: write «killed 7 seven people > 2 two children».',
    ],
    [
      'parts that do not fit',
      (HEAD + BODY).replace('headline dateline body', 'headline body'),
      'x.yaml:5: The text has 3 lines that are not empty, «parts» names 2.',
    ],
    [
      'a part that there is not',
      (HEAD + BODY).replace('headline dateline body', 'title dateline body'),
      'x.yaml:5: parts: «title» is no part; they are: ',
    ],
    [
      'a field that there is not',
      `${HEAD + BODY}        colour: red\n`,
      'x.yaml:14: read.0.claims.0: Unrecognized key: "colour"',
    ],
    [
      'a modality that there is not',
      `${HEAD + BODY}        as: maybe\n`,
      'x.yaml:21: «maybe» is no modality, no status and not «background».',
    ],
    [
      'a claim that another does not name',
      `${HEAD + BODY}        same: other\n`,
      'x.yaml:21: No claim has the id «other».',
    ],
    ['YAML that is none', `${HEAD}actors: {a: b\n`, 'x.yaml:8: '],
  ])('%s', (_what, yaml, line) => {
    const { faults, annotated } = compiled(yaml);
    expect(annotated).toBeUndefined();
    expect(faults[0]).toContain(line);
    for (const fault of faults) expect(fault).not.toContain('\n');
  });
});

describe('our own reports', () => {
  const names = [...namesIn(REPORTS, 'open'), ...namesIn(REPORTS, 'sealed')];
  const { reports, faults } = loadReports(names, vocabulary);

  test('are without fault, half in each language, at least one of each genre in each', () => {
    expect(faults).toEqual([]);
    for (const language of ['en', 'ar']) {
      const own = reports.filter((report) => report.language === language);
      expect(own).toHaveLength(22);
      expect(own.every(({ name }) => name.startsWith(`${language}-`))).toBe(true);
      expect(new Set(own.map(({ genre }) => genre))).toEqual(new Set(GENRES));
    }
  });

  test('four of them tell of no conflict, and have no claim', () => {
    const quiet = reports.filter(({ genre }) => genre === 'quiet');
    expect(quiet).toHaveLength(4);
    for (const report of reports) expect(report.claims.length === 0).toBe(report.genre === 'quiet');
  });

  test('four pairs are twins of each other', () => {
    const twins = reports.filter(({ twin }) => twin !== undefined);
    expect(twins).toHaveLength(8);
    for (const { name, language, twin } of twins) {
      const other = reports.find((report) => report.name === twin);
      expect(other?.twin).toBe(name);
      expect(other?.language).not.toBe(language);
    }
  });

  test.each(reports)('$name is 80 to 400 words long, and without signs that nobody sees', ({ text }) => {
    const words = text.split(/\s+/).filter(Boolean).length;
    expect(words).toBeGreaterThanOrEqual(80);
    expect(words).toBeLessThanOrEqual(400);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('a third is sealed, and stays out of the open share', () => {
    const sealed = sealedIn(REPORTS);
    expect(sealed.size).toBe(15);
    for (const name of sealed) expect(readFileSync(path.join(REPORTS, `${name}.yaml`), 'utf8')).not.toContain('twin:');
    expect(namesIn(REPORTS, 'open').filter((name) => sealed.has(name))).toEqual([]);
    expect(new Set(namesIn(REPORTS, 'sealed'))).toEqual(sealed);
  });
});
