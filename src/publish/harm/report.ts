/** Held report → the report as it may be shown. */
import type { Claim, EventRecord, Language, Span, Terms } from '../../model/index.ts';
import { drawMap } from '../map/index.ts';
import { sentenceOfClaim } from '../sentence/index.ts';
import type { HeldReport, PublicClaim, PublicReport, Run } from '../types.ts';
import { captureOf, correctionsOf } from './changes.ts';
import { type Opened, publicClaim, publisherOf, wordsAt } from './claims.ts';
import { delayedClaims, openReports, type WithheldCache } from './open.ts';
import { BUNDLED, type Gate, isReleased, recordsByClaim } from './release.ts';
import { cutQuotes, cutRuns } from './runs.ts';
import { safeAddress, scrub } from './scrub.ts';
import { stamp } from './stamp.ts';
import { WITHHELD } from './veil.ts';

/**
 * Words a minute. English: 238, silent reading of non-fiction by adults (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
 * Arabic: an estimate, a quarter lower, as Arabic says the same in fewer and longer words; not measured.
 */
const RATE: Readonly<Record<Language, number>> = { en: 238, ar: 180 };

/** Terms under which a report's words may be shown; an unknown source's are `quotes`. */
export const termsOf = (held: HeldReport, gate: Gate): Terms => {
  const id = held.report.publisher ?? held.reading.report.publisher;
  return (held.source ?? (id ? gate.knowledge.sourceOf(id) : undefined))?.terms ?? 'quotes';
};

/** What of a report this view may see: its claims, each with its record, and how much of its words. */
export type Shown = {
  readonly claims: readonly { readonly claim: Claim; readonly record?: EventRecord }[];
  readonly terms: Terms;
  readonly fullText: boolean;
};

export const shownOf = (opened: Opened, records: readonly EventRecord[]): Shown => {
  const { held, gate, owner } = opened;
  const terms = termsOf(held, gate);
  const byClaim = recordsByClaim(held.reading, records);
  const pair = (claim: Claim): Shown['claims'][number] => {
    const record = byClaim.get(claim.id);
    return record ? { claim, record } : { claim };
  };
  if (owner) return { claims: held.reading.claims.map(pair), terms, fullText: true };
  const delayed = new Set(delayedClaims(held, gate));
  const claims = held.reading.claims.map(pair).filter(({ claim, record }) => {
    return record !== undefined && !delayed.has(claim) && isReleased(record, [held], gate);
  });
  // While anything in it is delayed, the words around it would tell it: a full text waits until nothing is.
  return { claims, terms, fullText: terms === 'full' && delayed.size === 0 };
};

/** Runs of a stretch of the text as far as this view may read it. */
const runsOf = (opened: Opened, shown: Shown, span: Span, always = false): Run[] => {
  const { text } = opened.held.reading.report;
  const marks = { claims: shown.claims.map(({ claim }) => claim), withheld: opened.withheld };
  if (shown.fullText || always) return cutRuns(text, span.start, span.end, marks);
  if (shown.terms === 'link') return [];
  const quotes = marks.claims.map((claim) => claim.quote);
  return cutQuotes(text, span.start, span.end, quotes, marks);
};

/** The headline: from the text, else as it was given. A `link` source's is not shown. */
export const titleRuns = (opened: Opened, shown: Shown): Run[] => {
  if (!opened.owner && shown.terms === 'link') return [];
  const { reading, report } = opened.held;
  const headline = reading.report.title ?? reading.report.parts.find((part) => part.kind === 'headline');
  if (headline) return runsOf(opened, shown, headline, true);
  if (!report.title) return [];
  // A title that is no part of the text has no spans: while a claim is delayed it cannot be told apart from it.
  if (!opened.owner && delayedClaims(opened.held, opened.gate).length > 0)
    return [{ text: WITHHELD, claims: [], withheld: true }];
  return cutRuns(report.title, 0, report.title.length, { claims: [], withheld: opened.veil.spansIn(report.title) });
};

/** Standfirst, else first key point that is not the headline again, else the first paragraph; with its language. */
export const standfirstOf = (opened: Opened, shown: Shown): { runs: Run[]; language: Language } | undefined => {
  const { parts, text, title } = opened.held.reading.report;
  const headline = title && text.slice(title.start, title.end).trim();
  const candidates = (['standfirst', 'key-point', 'body'] as const).flatMap((kind) =>
    parts.filter((part) => part.kind === kind && text.slice(part.start, part.end).trim() !== headline),
  );
  for (const part of candidates) {
    const runs = runsOf(opened, shown, part);
    if (runs.some((run) => !run.withheld && run.text.trim() !== '')) return { runs, language: part.language };
  }
  return undefined;
};

const minutesOf = (parts: readonly { readonly language: Language; readonly runs: readonly Run[] }[]): number => {
  let minutes = 0;
  for (const part of parts)
    minutes +=
      (part.runs
        .map((run) => run.text)
        .join('')
        .match(/[\p{L}\p{N}]+/gu)?.length ?? 0) / RATE[part.language];
  return Math.max(1, Math.round(minutes));
};

/** Gaps as words: for the public only where nothing is withheld and the words themselves may be shown. */
const gapsOf = (opened: Opened, shown: Shown): { kind: string; words: string; reason: string }[] => {
  const { gaps, report } = opened.held.reading;
  const readable = gaps.filter((gap) => {
    if (opened.owner) return true;
    if (opened.withheld.some((span) => span.start < gap.end && gap.start < span.end)) return false;
    if (opened.veil.hides(report.text.slice(gap.start, gap.end))) return false;
    const quoted = ({ claim }: Shown['claims'][number]): boolean =>
      claim.quote.start <= gap.start && gap.end <= claim.quote.end;
    return shown.fullText || (shown.terms === 'quotes' && shown.claims.some(quoted));
  });
  return readable.map((gap) => ({
    kind: gap.kind,
    words: wordsAt(opened, gap),
    reason: opened.veil.clean(gap.reason),
  }));
};

/** When the records that are shown with a report last changed, and which of them a person changed. */
const changesOf = (shown: Shown): Pick<PublicReport, 'updatedAt' | 'corrections'> => {
  const records = [...new Set(shown.claims.flatMap(({ record }) => record ?? []))];
  const [newest] = records.map((record) => record.madeAt).sort((a, b) => (a < b ? 1 : -1));
  const corrections = correctionsOf(records);
  return { ...(newest ? { updatedAt: newest } : {}), ...(corrections.length > 0 ? { corrections } : {}) };
};

/** `undefined`: there is no such report for this view. */
export type BareReport = Omit<PublicReport, symbol | 'map'>;

/** All of a public report but its map; `undefined` where there is no such report for this view. */
export const bareReport = (held: HeldReport, gate: Gate, cache: WithheldCache): BareReport | undefined => {
  const opened = openReports([held], held.records, gate, cache).byId.get(held.report.id)!;
  const { owner, veil } = opened;
  const shown = shownOf(opened, held.records);
  if (!owner && shown.claims.length === 0) return undefined;
  const { report, capture, reading } = held;
  const { language, direction, issued } = reading.report;
  const linkOnly = !owner && shown.terms === 'link';
  const ids = new Set(shown.claims.map(({ claim }) => claim.id));
  const claims: PublicClaim[] = linkOnly
    ? []
    : shown.claims.map(({ claim, record }) => {
        const { same, ...made }: PublicClaim = publicClaim(opened, claim, record, true);
        return same !== undefined && ids.has(same) ? { ...made, same } : made;
      });
  const parts = reading.report.parts
    .map((part) => ({
      kind: part.kind,
      language: part.language,
      ...(part.archive ? { archive: part.archive } : {}),
      ...(part.truncated ? { truncated: part.truncated } : {}),
      // A headline may be shown under `quotes`, as in every list of links.
      runs: runsOf(opened, shown, part, part.kind === 'headline' && shown.terms === 'quotes'),
      claims: claims.filter((claim) => startsIn(claim.id, part, held)).map((claim) => claim.id),
    }))
    .filter((part) => owner || part.runs.length > 0);
  const publisher = publisherOf(opened);
  const source = held.source ?? (publisher?.id ? gate.knowledge.sourceOf(publisher.id) : undefined);
  const url = safeAddress(report.url, veil);
  const body = {
    id: report.id,
    language,
    direction,
    title: titleRuns(opened, shown),
    ...(publisher ? { publisher } : {}),
    ...(source?.address ? { publisherAddress: source.address } : {}),
    ...(url ? { url } : {}),
    terms: shown.terms,
    fullText: shown.fullText,
    agencies: reading.report.agencies === true,
    issued: {
      ...(issued.earliest ? { earliest: issued.earliest } : {}),
      ...(issued.latest ? { latest: issued.latest } : {}),
      basis: issued.basis.map((basis) => basis.kind),
    },
    parts,
    claims,
    heldBack: owner ? heldBack(held, gate, cache) : 0,
    gaps: gapsOf(opened, shown),
    capture: captureOf(capture, veil),
    reader: held.reading.reader,
    machineRead: claims.some((claim) => claim.review === 'machine-read'),
    bundled: report.publisher === BUNDLED,
    citations: (report.citations ?? []).map(({ text, url: link }) => {
      const safe = safeAddress(link, veil);
      return { text: veil.clean(text), ...(safe ? { url: safe } : {}) };
    }),
    minutes: minutesOf(parts),
    ...changesOf(shown),
  };
  const clean = owner ? body : scrub(body, veil);
  // Made of values that have passed: a sentence says nothing that they do not.
  const told = clean.claims.map((claim) => ({ ...claim, sentence: sentenceOfClaim(claim, gate.vocabulary) }));
  return { ...clean, claims: told };
};

export const publicReport = (held: HeldReport, gate: Gate, cache: WithheldCache): PublicReport | undefined => {
  const bare = bareReport(held, gate, cache);
  if (!bare) return undefined;
  const places = bare.claims.filter((claim) => !claim.same).flatMap((claim) => claim.places);
  const map = drawMap(places, gate.view.language);
  return stamp<PublicReport>({ ...bare, ...(map ? { map } : {}) });
};

const startsIn = (claimId: string, part: Span, held: HeldReport): boolean => {
  const claim = held.reading.claims.find((one) => one.id === claimId);
  return claim !== undefined && part.start <= claim.quote.start && claim.quote.start < part.end;
};

/** How many claims the public would not see: told to the owner only. */
const heldBack = (held: HeldReport, gate: Gate, cache: WithheldCache): number => {
  const outside: Gate = { ...gate, view: { ...gate.view, audience: 'public' } };
  const opened = openReports([held], held.records, outside, cache).byId.get(held.report.id)!;
  const shown = shownOf(opened, held.records);
  return held.reading.claims.length - (shown.terms === 'link' ? 0 : shown.claims.length);
};
