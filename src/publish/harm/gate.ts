/** The harm gate: the one way out of the house. What it returns may be shown whole; what it does not return does not exist. */

import { phrasebookOf } from '../sentence/index.ts';
import type {
  GateKnowledge,
  HeldRecord,
  HeldReport,
  PublicHome,
  PublicRecord,
  PublicReport,
  RecordLine,
  ReportLine,
  View,
} from '../types.ts';
import { publicHome, recordLines, reportLines } from './home.ts';
import type { WithheldCache } from './open.ts';
import { type GatePages, gatePages } from './pages.ts';
import { publicRecord } from './record.ts';
import type { Gate } from './release.ts';
import { publicReport } from './report.ts';
import { harmRules } from './rules.ts';

export type HarmGate = {
  readonly report: (held: HeldReport, view: View) => PublicReport | undefined;
  readonly record: (held: HeldRecord, view: View) => PublicRecord | undefined;
  readonly home: (reports: readonly HeldReport[], records: readonly HeldRecord[], view: View) => PublicHome;
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
  return {
    report: (held, view) => publicReport(held, gate(view), cache),
    record: (held, view) => publicRecord(held, gate(view), cache),
    home: (reports, records, view) => publicHome(reports, records, gate(view), { ...cache, opened: new Map() }),
    recordLines: (records, view, quoted) => recordLines(records, gate(view), { ...cache, opened: new Map() }, quoted),
    reportLines: (reports, joined, view) => reportLines(reports, joined, gate(view), { ...cache, opened: new Map() }),
    pages: gatePages(knowledge),
  };
};
