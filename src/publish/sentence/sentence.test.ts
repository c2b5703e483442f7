/** Sentences as they are read, by the tables that ship. */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../language/index.ts';
import { gateKnowledge, loadReaderData, loadSentenceTables } from '../../load/index.ts';
import { both, type Case, en, HEZBOLLAH, ISRAEL, recordOf, SDF, type Spec, said } from './cast.test-help.ts';
import { phrasebookOf, sentenceOf } from './index.ts';
import { FIELD } from './rows-field.test-help.ts';
import { OTHERS } from './rows-others.test-help.ts';
import { POSTURE } from './rows-posture.test-help.ts';
import { VIOLENCE } from './rows-violence.test-help.ts';
import { WHOLE } from './rows-whole.test-help.ts';
import { CHANGES, MODALITIES } from './values.test-help.ts';

const tables = await loadSentenceTables();
const knowledge = gateKnowledge(await loadReaderData(), [], true, tables);
const vocabulary = { book: phrasebookOf(tables, knowledge.peoples), named: knowledge.named ?? (() => undefined) };
const say = (type: string, spec: Spec = {}) => sentenceOf(recordOf(type, spec), vocabulary);

const whole = (language: 'en' | 'ar', text: string): string => {
  if (text.startsWith('=')) return text.slice(1);
  return language === 'en'
    ? `The Syrian Observatory for Human Rights says that ${text}.`
    : `بحسب المرصد السوري لحقوق الإنسان، ${text}.`;
};

const CASES: readonly Case[] = [...VIOLENCE, ...POSTURE, ...OTHERS, ...FIELD, ...WHOLE];

const TYPES = readdirSync(new URL('../../../data/ontology/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

describe('a record in one sentence of each language', () => {
  it.each(CASES)('%s %#', (type, given, english, arabic) => {
    expect(say(type, given)).toEqual({ en: whole('en', english), ar: whole('ar', arabic) });
  });

  it('is tried for at least 120 records, and for every type of the code book', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(120);
    const tried = new Set(CASES.map(([type]) => type));
    expect(TYPES.filter((type) => !tried.has(type))).toEqual([]);
  });
});

describe('a headline', () => {
  const headline = (type: string, spec: Spec) => sentenceOf(recordOf(type, spec), vocabulary, 'headline');
  it('leaves out who says so and when, but not who denies or calls', () => {
    expect(headline('violence.airstrike', { a: [ISRAEL], by: [said(ISRAEL)], day: '2024-05-03' })).toEqual({
      en: 'Israel carried out an airstrike in Al-Bukamal',
      ar: 'شنّت إسرائيل غارة جوية في البوكمال',
    });
    expect(headline('violence.airstrike', { a: [ISRAEL], m: 'denied', by: [said(SDF)] })).toEqual({
      en: 'The Syrian Democratic Forces deny that Israel carried out an airstrike in Al-Bukamal',
      ar: 'تنفي قوات سوريا الديمقراطية شنّ إسرائيل غارة جوية في البوكمال',
    });
    expect(headline('violence.airstrike', { m: 'threatened' }).en).toBe(
      'There is a threat of an airstrike in Al-Bukamal',
    );
  });
});

describe('every type in every modality and change', () => {
  const casts: readonly Spec[] = [
    {},
    { a: [SDF] },
    { t: [ISRAEL] },
    { a: [HEZBOLLAH], t: [en('civilians')], f: [both('base', 'قاعدة')] },
  ];
  it.each(TYPES)('%s makes a whole sentence', (type) => {
    for (const cast of casts)
      for (const m of MODALITIES)
        for (const c of [undefined, ...CHANGES]) {
          const given = { ...cast, m, ...(c ? { c } : {}) };
          const { en: english, ar: arabic } = say(type, given);
          const told = JSON.stringify({ type, m, c, english, arabic });
          expect(english, told).toMatch(/^\p{Lu}[^{}()[\]<>|@~]*\.$/u);
          expect(arabic, told).not.toMatch(/[A-Za-z{}()[\]<>|@~/]/u);
          expect(english + arabic, told).not.toMatch(/ {2}| [.,;،؛]|undefined|new type|نوع جديد/);
          // No word twice in a row, no preposition without what it leads to, no verb without its doer.
          expect(english, told).not.toMatch(/\b(\w+) \1\b|\b(?:of|by|to|for|that|in|with)[.;]/);
          expect(fold(arabic), told).not.toMatch(/(?:^| )(\S+) \1(?: |$)|(?: على| في| الي| من| مع| بين)[.؛]/u);
        }
  });
});

describe('names', () => {
  it('that try to break out are isolated', () => {
    const { ar: arabic } = say('violence.attack', { a: [en('Evil\u2069\u202e name')] });
    expect(arabic).toContain('\u2068Evil name\u2069');
  });
});
