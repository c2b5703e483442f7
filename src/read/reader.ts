/** Report → Reading: one line per step. Pure and synchronous; the same report and data give the same Reading for ever. */
import { fold, languageByScript } from '../language/index.ts';
import { Failure, type Gap, type Language, type Part, type Reading, type Report, readingIdOf } from '../model/index.ts';
import { attributionsOf } from './attributions/index.ts';
import { claimsOf } from './claims/index.ts';
import type { ReaderData } from './data.ts';
import { issuedOf } from './issued.ts';
import { compileLexicon, type Lexicons } from './lexicon/index.ts';
import { compileNames, compilePatrons, compileSights, mentionsOf, plainMention } from './mentions/index.ts';
import { compileNamers } from './namers.ts';
import { type PartTools, partsOf } from './parts/index.ts';
import { compilePlaces } from './places/index.ts';
import { recased } from './recase.ts';
import { compileSources } from './sources.ts';
import { compileSyntax } from './syntax.ts';
import { holds, wordsOfParts } from './text.ts';
import { absoluteTimes, compileTimes, timesOf } from './times/index.ts';

/** Longest text that is read as one report, in UTF-16 code units: a long book. More is a mistake, and says so. */
export const MOST_TEXT = 2_000_000;

/** `marsad VERSION data HASH`: which reader with which knowledge made a Reading. */
export const readerName = (data: Pick<ReaderData, 'version' | 'hash'>): string =>
  `marsad ${data.version} data ${data.hash.slice(0, 12)}`;

/**
 * A reader out of its data. Compiling takes a moment; make one and keep it.
 * @returns a pure function Report → Reading; throws Failure `text-empty` or `text-too-long` for what is no report
 */
export const createReader = (data: ReaderData): ((report: Report) => Reading) => {
  const lexicons: Record<Language, Lexicons> = {
    en: compileLexicon('en', data.lexicons.en),
    ar: compileLexicon('ar', data.lexicons.ar),
  };
  const times = compileTimes(lexicons, data.lexicons);
  const places = compilePlaces(data);
  const names = compileNames(data, places);
  const patrons = compilePatrons(data.actors);
  const sources = compileSources(data.sources);
  const syntaxOf = compileSyntax(data.models);
  const marksOf = compileNamers(data.models, compileSights(lexicons, names));
  const reader = readerName(data);

  /** A line that is nothing but a date, a label before it or a clock time after it left aside. */
  const isDate = (text: string, language: Language): boolean => {
    const part: Part = { kind: 'page-date', start: 0, end: text.length, language };
    const words = wordsOfParts(text, [part]);
    const sentence = words.sentences[0];
    if (!sentence || sentence.after > 16) return false;
    const found = absoluteTimes(words, sentence, times[language]);
    if (found.length === 0) return false;
    const rest = words.tokens.filter((t, i) => t.kind === 'word' && !holds(found, i));
    const line = rest.map((t) => t.norm).join(' ');
    return (
      rest.every((t) => /^(?:gmt|utc|am|pm|a|at|ص|م|الساعه)$/.test(t.norm)) ||
      lexicons[language].chrome.get(line).some((e) => e.kind === 'date-label') ||
      dateWords(
        rest.map((t) => t.norm),
        lexicons[language],
      )
    );
  };
  /** A place or an outlet, a dash or comma, and a day: what stands under a headline and says when and where it was written. */
  const isDateline = (text: string, language: Language): boolean => {
    const words = wordsOfParts(text, [{ kind: 'dateline', start: 0, end: text.length, language }]);
    const sentence = words.sentences[0];
    if (!sentence) return false;
    const found = absoluteTimes(words, sentence, times[language]).filter((time) => time.value.precision === 'day');
    const mark = /[-–—,،:|(/]/.test(words.tokens[(found[0]?.first ?? 0) - 1]?.norm ?? '');
    const before = words.tokens.filter((t, i) => t.kind === 'word' && i < (found[0]?.first ?? 0)).length;
    return found.length === 1 && mark && before <= 4 && words.tokens.length - found[0]!.after <= 6;
  };
  const partTools: PartTools = { lexicons, isDate, isDateline, isSource: (text) => sources.of(text) !== undefined };

  return (report) => {
    const { text } = report;
    if (text.trim() === '') throw new Failure('text-empty', 'There is no text to read.');
    if (text.length > MOST_TEXT) {
      throw new Failure(
        'text-too-long',
        `The text has ${text.length} characters; one report has at most ${MOST_TEXT}. Split it.`,
      );
    }
    const language = report.language ?? languageByScript(text);
    const parts = partsOf(report, language, partTools);
    const words = recased(wordsOfParts(text, parts), parts, lexicons.en, names);
    const syntax = syntaxOf(words);
    const absolute = words.sentences.map((sentence) => absoluteTimes(words, sentence, times[sentence.language]));
    const issued = issuedOf(report, parts, absolute.flat(), (time) => words.sentences[time.sentence]!.part, {
      labelled: (part) => startsWithLabel(text, part, lexicons),
    });
    const allTimes = timesOf(words, absolute, issued, times);
    const attributions = attributionsOf(words, { lexicons, syntax, speaking: true });
    const { found, gaps: mentionGaps } = mentionsOf(words, parts, allTimes, {
      lexicons,
      names,
      places,
      patrons,
      syntax,
      marks: marksOf(words, syntax),
      attributions,
    });
    const { claims, gaps: claimGaps } = claimsOf(words, parts, found, issued, {
      lexicons,
      places,
      syntax,
      attributions,
    });
    const headline = parts.find((part) => part.kind === 'headline');
    const credit = parts.filter((part) => part.kind === 'credit').map((part) => text.slice(part.start, part.end));
    const publisher =
      report.publisher ??
      credit.map((line) => sources.inCredit(line)).find((id) => id !== undefined) ??
      sources.ofAddress(report.url);
    const agencies = credit.some((line) => sources.isAgencies(line, lexicons));
    return {
      id: report.id,
      readingId: readingIdOf(report.id, reader),
      reader,
      report: {
        text,
        language,
        direction: language === 'ar' ? 'rtl' : 'ltr',
        ...(headline ? { title: { start: headline.start, end: headline.end } } : {}),
        ...(publisher ? { publisher } : {}),
        ...(agencies ? { agencies: true as const } : {}),
        issued,
        parts,
      },
      sentences: words.sentences.map(({ start, end, part }) => ({ start, end, part })),
      mentions: found.map(plainMention),
      claims,
      gaps: inOrder([...mentionGaps, ...claimGaps]),
    };
  };
};

const inOrder = (gaps: readonly Gap[]): Gap[] => [...gaps].sort((a, b) => a.start - b.start || a.end - b.end);

const dateWords = (rest: readonly string[], lexicon: Lexicons): boolean => {
  const label = rest.filter((_, i) =>
    lexicon.chrome.get(rest.slice(0, i + 1).join(' ')).some((e) => e.kind === 'date-label'),
  ).length;
  return label > 0 && rest.length - label <= 3;
};

const startsWithLabel = (text: string, part: Part, lexicons: Readonly<Record<Language, Lexicons>>): boolean => {
  const lead = fold(text.slice(part.start, Math.min(part.end, part.start + 40))).split(/[\s:：-]+/);
  return lead.some((_, i) =>
    lexicons[part.language].chrome.get(lead.slice(0, i + 1).join(' ')).some((e) => e.kind === 'date-label'),
  );
};
