/** The harm gate: the one way out of the house. What it returns may be shown whole; what it does not return does not exist. */

import { phrasebookOf } from '../sentence/index.ts';
import type {
  GateKnowledge,
  HeldRecord,
  HeldReport,
  PublicRecord,
  PublicReport,
  RecordLine,
  ReportLine,
  View,
} from '../types.ts';
import { recordLine, recordLines, reportLines } from './lines.ts';
import type { WithheldCache } from './open.ts';
import { type GatePages, gatePages } from './pages.ts';
import { type BareRecord, bareRecord, publicRecord } from './record.ts';
import type { Gate } from './release.ts';
import { type BareReport, bareReport, publicReport } from './report.ts';
import { harmRules } from './rules.ts';

/** What lists keep of a thing for one view: gated once, and good until it changes, or until `again`. */
export type Listed<Whole, Line> = {
  readonly id: string;
  /** Absent where nothing of it is for this view. */
  readonly shown?: { readonly whole: Whole; readonly line: Line };
  /** When the next delay ends that withheld something of it, milliseconds since 1970. */
  readonly again?: number;
};

export type HarmGate = {
  /** In the order of what is held. */
  readonly listedRecords: (records: readonly HeldRecord[], view: View) => readonly Listed<BareRecord, RecordLine>[];
  /** `joined`: as for reportLines. */
  readonly listedReports: (
    reports: readonly HeldReport[],
    joined: readonly HeldRecord[],
    view: View,
  ) => readonly Listed<BareReport, ReportLine>[];
  readonly report: (held: HeldReport, view: View) => PublicReport | undefined;
  readonly record: (held: HeldRecord, view: View) => PublicRecord | undefined;
  /** Lines in the order of what is held; what is not for this view is left out. `quoted`: with the words of a claim. */
  readonly recordLines: (records: readonly HeldRecord[], view: View, quoted?: boolean) => readonly RecordLine[];
  /** `joined`: the records that rest on these reports, each with all its reports. */
  readonly reportLines: (
    reports: readonly HeldReport[],
    joined: readonly HeldRecord[],
    view: View,
  ) => readonly ReportLine[];
  readonly pages: GatePages;
};

/**
 * A gate that knows this much of the world and these rules. It has no clock: `view.now` is the time.
 * @throws Failure `harm-table` where the table of rules is empty or broken, `sentence-table` where a noun's row is.
 */
export const createGate = (knowledge: GateKnowledge): HarmGate => {
  const rules = harmRules(knowledge.harm);
  const cache: WithheldCache = { readings: new WeakMap() };
  const vocabulary = {
    book: phrasebookOf(knowledge.sentences, knowledge.peoples),
    named: knowledge.named ?? (() => undefined),
  };
  const gate = (view: View): Gate => ({ knowledge, rules, vocabulary, view });
  /** Gates each with all that the others have opened, and notes when it has to be gated anew. */
  const listed = <Held, Whole, Line>(
    all: readonly Held[],
    view: View,
    idOf: (held: Held) => string,
    make: (held: Held, gate: Gate, cache: WithheldCache) => { whole: Whole; line: Line } | undefined,
  ): readonly Listed<Whole, Line>[] => {
    const delays = new Set<number>();
    const noting = { ...gate(view), delays };
    const opened = { ...cache, opened: new Map() };
    return all.map((held) => {
      delays.clear();
      const shown = make(held, noting, opened);
      return { id: idOf(held), ...(shown && { shown }), ...(delays.size > 0 && { again: Math.min(...delays) }) };
    });
  };
  return {
    report: (held, view) => publicReport(held, gate(view), cache),
    record: (held, view) => publicRecord(held, gate(view), cache),
    listedRecords: (records, view) =>
      listed(
        records,
        view,
        ({ record }) => record.id,
        (held, noting, opened) => {
          const whole = bareRecord(held, noting, opened);
          return whole && { whole, line: recordLine(whole) };
        },
      ),
    listedReports: (reports, joined, view) =>
      listed(
        reports,
        view,
        ({ report }) => report.id,
        (held, noting, opened) => {
          const resting = joined.filter((one) => one.reports.some(({ report }) => report.id === held.report.id));
          const whole = bareReport(held, noting, opened);
          const [line] = reportLines([held], resting, noting, opened);
          return whole && line && { whole, line };
        },
      ),
    recordLines: (records, view, quoted) => recordLines(records, gate(view), { ...cache, opened: new Map() }, quoted),
    reportLines: (reports, joined, view) => reportLines(reports, joined, gate(view), { ...cache, opened: new Map() }),
    pages: gatePages(knowledge),
  };
};
