/** `--check [NAME…]` and `--show NAME`: what the authors of annotations run. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, type Span } from '../src/model/index.ts';
import { loadReports, type Marked, namesIn, REPORTS, type Vocabulary } from './annotate/index.ts';

/** Every annotation there is, first and second: sealed ones too, since a check opens nothing to the reader. */
export const checkReports = (names: readonly string[], vocabulary: Vocabulary): string => {
  const second = path.join(REPORTS, 'second');
  const wanted = (all: readonly string[]): readonly string[] =>
    names.length === 0 ? all : all.filter((name) => names.includes(name));
  const first = [...namesIn(REPORTS, 'open'), ...namesIn(REPORTS, 'sealed')].sort();
  const unknown = names.filter((name) => !first.includes(name));
  if (unknown.length > 0)
    throw new Failure('no-report', `There is no annotation evaluation/reports/${unknown[0]}.yaml.`);
  const mine = loadReports(wanted(first), vocabulary);
  const theirs = existsSync(second)
    ? loadReports(wanted(namesIn(second, 'open')), vocabulary, second, REPORTS)
    : undefined;
  const faults = [...mine.faults, ...(theirs?.faults ?? [])];
  if (faults.length > 0) throw new Failure('bad-annotation', faults.join('\n'));
  const claims = mine.reports.reduce((sum, report) => sum + report.claims.length, 0);
  return `${mine.reports.length} reports with ${claims} claims, and ${theirs?.reports.length ?? 0} annotated a second time: no fault.`;
};

/** An annotation, or a reading, line by line. */
export const shown = ({ text, parts, issued, mentions, claims }: Marked): string => {
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  const named = (label: string, ids: readonly string[]): string =>
    ids.length === 0 ? '' : `  ${label}: ${ids.map((id) => words(byId.get(id) ?? { start: 0, end: 0 })).join(' + ')}`;
  const lines = [
    ...parts.map((part) => `${part.kind}\t${words(part).slice(0, 70)}`),
    `issued ${issued.earliest ?? ''}..${issued.latest ?? ''}`,
    ...mentions.map(
      ({ kind, actor, place, time, quantity, ...span }) =>
        `${kind}\t${words(span)}\t${actor ?? place?.id ?? (time ? `${time.earliest ?? ''}..${time.latest ?? ''}` : quantity ? `${quantity.low}–${quantity.high ?? ''}` : '')}`,
    ),
    ...claims.map((claim) =>
      [
        `${claim.type} ${claim.change ?? ''}\t«${words(claim.trigger)}» ${claim.modality} ${claim.status ?? ''}${claim.background ? ' background' : ''}${claim.same ? ` same ${claim.same}` : ''}`,
        `  in: ${words(claim.quote)}`,
        named('agents', claim.agents),
        named('targets', claim.targets),
        named('instruments', claim.instruments),
        named('places', claim.places),
        named('from', claim.origin),
        named('to', claim.destination),
        `  time: ${claim.time.earliest ?? ''}..${claim.time.latest ?? ''} ${claim.time.basis}`,
        ...claim.toll.map(({ harm, low, high, ...span }) => `  ${harm} ${low}–${high ?? ''} «${words(span)}»`),
        named(
          'speakers',
          claim.speakers.map(({ mention }) => mention),
        ),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
  ];
  return lines.join('\n');
};
