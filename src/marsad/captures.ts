/** What is held as evidence: one capture with all that is known of it, and all of them as an archive. */
import { type Archived, type Difference, differencesOf, writeWacz } from '../collect/index.ts';
import { type Capture, Failure, sha256Hex } from '../model/index.ts';
import type { Store } from '../record/index.ts';

export type CaptureView = {
  readonly capture: Capture;
  /** The report that it became, the hash of its text and what made it. */
  readonly report?: {
    readonly id: string;
    readonly textHash: string;
    readonly extractor?: string;
    readonly title?: string;
  };
  /** What it says otherwise than the capture of the same address before it. */
  readonly differences?: readonly Difference[];
};

export type CaptureRoom = {
  /** @param name id of a capture or its first letters (eight at least), or id of a report. @throws Failure `no-capture` */
  readonly show: (name: string) => Promise<CaptureView>;
  /** Writes all captures into a WACZ file. @throws Failure `exists`, `no-captures` */
  readonly exportTo: (file: string) => Promise<{ readonly captures: number; readonly bytes: number }>;
};

const PAGE = 200;

const reportOf = async (store: Store, captureId: string) => {
  const id = await store.reportOfCapture(captureId);
  return id === undefined ? undefined : (await store.reports([id]))[0]?.report;
};

async function* archived(store: Store): AsyncGenerator<Archived> {
  for (let after = ''; ; ) {
    const page = await store.captures(after, PAGE);
    for (const capture of page) {
      const report = await reportOf(store, capture.id);
      const bytes = await store.bytesOf(capture.id);
      const { text, title, extractor = 'unknown' } = report ?? {};
      yield {
        capture,
        bytes,
        ...(text !== undefined && { report: { text, textHash: sha256Hex(text), extractor, ...(title && { title }) } }),
      };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

export const openCaptureRoom = (store: Store, tool: string, now: () => Date): CaptureRoom => {
  const find = async (name: string): Promise<Capture> => {
    const [kept] = await store.reports([name]);
    if (kept) return kept.capture;
    const found = /^[0-9a-f]{8,64}$/.test(name) ? await store.capture(name) : undefined;
    if (!found)
      throw new Failure(
        'no-capture',
        `There is no capture and no report «${name}». «marsad add» prints the ids of reports.`,
      );
    return found;
  };
  return {
    show: async (name) => {
      const capture = await find(name);
      const [report, before] = await Promise.all([
        reportOf(store, capture.id),
        capture.previous === undefined ? undefined : reportOf(store, capture.previous),
      ]);
      return {
        capture,
        ...(report && {
          report: {
            id: report.id,
            textHash: sha256Hex(report.text),
            ...(report.extractor && { extractor: report.extractor }),
            ...(report.title && { title: report.title }),
          },
        }),
        ...(report && before && { differences: differencesOf(before.text, report.text) }),
      };
    },
    exportTo: (file) =>
      writeWacz(file, archived(store), { software: tool, created: now(), title: 'Captures of Marsad' }),
  };
};
