/**
 * A Reading for a person at a terminal: the frame of the report, each claim with its words and who says so, and what was
 * not understood. Colour only helps; every word stands without it.
 */
import { styleText } from 'node:util';
import type { Claim, EventType, Interval, Mention, Reading, Source, Span } from '../marsad/index.ts';

export type PrintOptions = { readonly name: string; readonly columns: number; readonly colour: boolean };
export type PrintKnowledge = { readonly ontology: readonly EventType[]; readonly sources: readonly Source[] };

type Style = Parameters<typeof styleText>[0];

const MOST_COLUMNS = 110;
const LABEL = 11;

/** First strong isolate … pop: a quote in the other direction does not turn its line around. */
const isolated = (text: string): string => (/[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Words broken to lines of at most `width` characters. Styles are put on afterwards, so lengths are those seen. */
const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const day = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

const when = (time: Partial<Interval>): string => {
  const { earliest, latest } = time;
  if (earliest === undefined && latest === undefined) return 'not known';
  if (earliest === undefined) return `by ${day(latest!)}`;
  if (latest === undefined) return `since ${day(earliest)}`;
  return earliest === latest ? day(earliest) : `${day(earliest)} – ${day(latest)}`;
};

const BASIS = {
  given: 'given',
  dateline: 'dateline',
  'page-date': 'date of the page',
  'latest-mentioned-date': 'latest date it mentions',
} as const;
// The same bounds and words as on the site's method page.
const SURE = (confidence: number): string =>
  confidence >= 0.9
    ? 'very likely'
    : confidence >= 0.7
      ? 'likely'
      : confidence >= 0.5
        ? 'more likely than not'
        : confidence >= 0.3
          ? 'unsure'
          : 'doubtful';
const range = (low: number, high: number | undefined): string =>
  high === undefined ? `at least ${low}` : high === low ? String(low) : `${low}–${high}`;

/** The whole page as one text, lines of at most `columns` characters, without a line end at its end. */
export const printReading = (reading: Reading, knowledge: PrintKnowledge, options: PrintOptions): string => {
  const { text } = reading.report;
  const width = Math.max(40, Math.min(options.columns, MOST_COLUMNS));
  const paint = (style: Style, words: string): string => (options.colour ? styleText(style, words) : words);
  const words = (span: Span): string => oneLine(text.slice(span.start, span.end));
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]));
  const labels = new Map(knowledge.ontology.map((type) => [type.id, type.label.en]));
  const out: string[] = [];

  const named = (mention: Mention): string => {
    const said = isolated(words(mention));
    const link = mention.same ? mentions.get(mention.same) : undefined;
    const place = mention.place?.name.en;
    const meant =
      place && mention.kind === 'place' && !said.toLowerCase().includes(place.toLowerCase())
        ? place
        : link
          ? isolated(words(link))
          : undefined;
    return meant && meant !== said ? `${said} (${meant})` : said;
  };
  const list = (ids: readonly string[]): string =>
    ids.flatMap((id) => (mentions.has(id) ? [named(mentions.get(id)!)] : [])).join(', ');
  const row = (label: string, value: string, style?: Style): void => {
    if (value === '') return;
    wrap(value, width - 4 - LABEL).forEach((line, i) => {
      out.push(`    ${paint('dim', (i === 0 ? label : '').padEnd(LABEL))}${style ? paint(style, line) : line}`);
    });
  };

  const { report } = reading;
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const counts = [
    report.language === 'ar' ? 'Arabic' : 'English',
    count(reading.claims.filter((c) => !c.same).length, 'claim'),
    count(reading.gaps.length, 'gap'),
  ].join(' · ');
  out.push(paint('dim', `${options.name}  ${counts}`));
  if (report.title) for (const line of wrap(words(report.title), width)) out.push(paint('bold', line));
  const publisher = knowledge.sources.find((source) => source.id === report.publisher)?.names.en;
  const frame: [string, string][] = [
    [
      'publisher',
      [publisher ?? report.publisher ?? '', report.agencies ? 'with agencies' : ''].filter(Boolean).join(', '),
    ],
    [
      'issued',
      `${when(report.issued)}${report.issued.basis.length ? `  (${report.issued.basis.map((b) => (b.start === undefined ? BASIS[b.kind] : `${BASIS[b.kind]}: ${isolated(words(b as Span))}`)).join('; ')})` : ''}`,
    ],
    ...report.parts.flatMap((part): [string, string][] =>
      part.kind === 'caption'
        ? [['caption', `${isolated(words(part))}${part.archive ? '  (archive picture)' : ''}`]]
        : [],
    ),
    ...report.parts.flatMap((part): [string, string][] => (part.kind === 'credit' ? [['credit', words(part)]] : [])),
  ];
  for (const [label, value] of frame) row(label, value);

  const told = new Map<string, Claim[]>();
  for (const claim of reading.claims) if (claim.same) told.set(claim.same, [...(told.get(claim.same) ?? []), claim]);
  const partOf = (claim: Claim): string =>
    report.parts.find((part) => part.start <= claim.trigger.start && claim.trigger.end <= part.end)?.kind ?? 'body';

  for (const claim of reading.claims) {
    if (claim.same) continue;
    const kind = [labels.get(claim.type) ?? claim.type, claim.change].filter(Boolean).join(', ');
    const tone: Style =
      claim.modality === 'asserted'
        ? 'green'
        : claim.modality === 'denied' || claim.modality === 'cancelled'
          ? 'red'
          : 'yellow';
    out.push('');
    out.push(
      `${paint('dim', claim.id.padEnd(4))}${paint('bold', kind)}  ${paint(tone, claim.modality)}${claim.status ? `, ${claim.status}` : ''}${claim.background ? ', background' : ''}  ${paint('dim', `${SURE(claim.confidence)} ${claim.confidence.toFixed(2)}`)}`,
    );
    for (const line of wrap(`“${isolated(words(claim.quote))}”`, width - 4)) {
      const trigger = words(claim.trigger);
      out.push(
        `    ${options.colour && line.includes(trigger) ? line.replace(trigger, () => styleText(['underline'], trigger)) : line}`,
      );
    }
    row(
      'says',
      claim.speakers.length
        ? claim.speakers.map((s) => `${named(mentions.get(s.mention)!)} (${isolated(words(s.cue))})`).join(' ← ')
        : `the report itself${publisher ? `, ${publisher}` : ''}`,
      'cyan',
    );
    row('who', list(claim.agents));
    row('to whom', list(claim.targets));
    row('with', list(claim.instruments));
    const from = claim.placesFrom && claim.placesFrom !== 'clause' ? `  (from the ${claim.placesFrom})` : '';
    row('where', claim.places.length ? `${list(claim.places)}${from}` : '');
    row('from', list(claim.origin));
    row('to', list(claim.destination));
    row(
      'when',
      `${when(claim.time)}${claim.time.basis === 'report' ? '  (no time stated: the report’s)' : claim.time.basis === 'implied' ? '  (implied)' : ''}`,
    );
    for (const toll of claim.toll) {
      const including = (toll.including ?? [])
        .map((part) => `, of them ${range(part.low, part.high)} ${part.who ? named(mentions.get(part.who)!) : ''}`)
        .join('');
      row(
        toll.harm,
        `${range(toll.low, toll.high)} ${toll.who ? named(mentions.get(toll.who)!) : ''}${including}`.trim(),
      );
    }
    for (const id of claim.cause ?? []) {
      const cause = reading.claims.find((each) => each.id === id);
      if (cause) row('because of', `${id}: “${isolated(words(cause.quote))}”`);
    }
    if (claim.purpose) row('purpose', isolated(words(claim.purpose)));
    const again = told.get(claim.id);
    if (again) row('told again', [...new Set(again.map(partOf))].join(', '));
  }

  if (reading.gaps.length) {
    out.push('', paint('bold', 'Not understood'));
    for (const gap of reading.gaps) row(gap.kind.split('-')[0]!, `${isolated(words(gap))}: ${gap.reason}`);
  }
  return out.join('\n');
};
