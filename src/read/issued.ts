/**
 * When a report was issued, as bounds. A page's own date is when the page was seen or printed, not when its news was
 * written: it closes the interval at the top, and the latest day that the text itself tells of closes it below. Only a
 * date that was given with the report, a dateline, a day right under the headline or a label («Published …») settles it.
 */
import type { Issued, Part, Report } from '../model/index.ts';
import type { FoundTime } from './times/index.ts';

type Basis = Issued['basis'][number];

export type IssuedTools = {
  /** Whether a line stands with a label such as «Published». */
  readonly labelled: (part: Part) => boolean;
};

/**
 * @param times absolute times of the whole report
 * @param partOf index of the part that a time stands in
 */
export const issuedOf = (
  report: Report,
  parts: readonly Part[],
  times: readonly FoundTime[],
  partOf: (time: FoundTime) => number,
  tools: IssuedTools,
): Issued => {
  const given = report.date?.slice(0, 10);
  if (given !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(given)) {
    return { earliest: given, latest: given, basis: [{ kind: 'given' }] };
  }
  const inKind = (...kinds: Part['kind'][]): FoundTime[] =>
    times.filter((time) => kinds.includes(parts[partOf(time)]!.kind) && time.value.latest !== undefined);
  const page = inKind('page-date', 'byline');
  const published = page.find((time) => tools.labelled(parts[partOf(time)]!) && time.value.precision === 'day');
  if (published) {
    return {
      earliest: published.value.earliest!,
      latest: published.value.latest!,
      basis: [{ kind: 'dateline', start: published.start, end: published.end }],
    };
  }
  // A day alone right under the headline, or beside the writer's name there, is the item's own; one above it is the page's.
  const own = page.find((time) => time.value.precision === 'day' && isUnderHeadline(parts, partOf(time)));
  if (own) {
    return {
      earliest: own.value.earliest!,
      latest: own.value.latest!,
      basis: [{ kind: 'page-date', start: own.start, end: own.end }],
    };
  }
  const under = inKind('dateline').find((time) => time.value.precision === 'day');
  if (under) {
    return {
      earliest: under.value.earliest!,
      latest: under.value.latest!,
      basis: [{ kind: 'dateline', start: under.start, end: under.end }],
    };
  }
  // A dateline is a day in the first words of the text: «BEIRUT, 12 May 2024 –»; in a wire without a headline, of its
  // first paragraph whatever that was taken for.
  const firstBody = parts.findIndex((part) => part.kind === 'body');
  const opening = (part: number): boolean =>
    part === firstBody ||
    (/^(?:headline|heading|standfirst)$/.test(parts[part]!.kind) && (firstBody < 0 || part < firstBody));
  const dateline = times.find(
    (time) =>
      opening(partOf(time)) && time.value.precision === 'day' && isDateline(report.text, parts[partOf(time)]!, time),
  );
  if (dateline) {
    return {
      earliest: dateline.value.earliest!,
      latest: dateline.value.latest!,
      basis: [{ kind: 'dateline', start: dateline.start, end: dateline.end }],
    };
  }
  const pageDate = page.find((time) => time.value.precision === 'day') ?? page[0];
  const latest = pageDate?.value.latest;
  const told = inKind('headline', 'key-point', 'standfirst', 'body', 'quote', 'heading').filter(
    (time) => latest === undefined || time.value.earliest! <= latest,
  );
  const last = told.reduce<FoundTime | undefined>(
    (best, time) => (best === undefined || time.value.earliest! > best.value.earliest! ? time : best),
    undefined,
  );
  const basis: Basis[] = [];
  if (pageDate) basis.push({ kind: 'page-date', start: pageDate.start, end: pageDate.end });
  if (last) basis.push({ kind: 'latest-mentioned-date', start: last.start, end: last.end });
  return {
    ...(last ? { earliest: last.value.earliest! } : {}),
    ...(latest === undefined ? {} : { latest }),
    basis,
  };
};

const isUnderHeadline = (parts: readonly Part[], at: number): boolean => {
  for (let i = at - 1; i >= 0; i--) {
    const { kind } = parts[i]!;
    if (kind === 'headline') return true;
    if (!/^(?:standfirst|byline|chrome|page-date)$/.test(kind)) return false;
  }
  return false;
};

/** The day stands before a dash within the paragraph's first words, or in brackets there. */
const isDateline = (text: string, part: Part, time: FoundTime): boolean => {
  if (time.start - part.start > 60) return false;
  const after = text.slice(time.end, time.end + 90);
  const before = text.slice(part.start, time.start);
  return !/[.!?؟]/.test(before) && /^\s*(?:\([^)]{1,70}\)\s*)?[)\]]?\s*(?:--|[-–—:])\s/u.test(after);
};
