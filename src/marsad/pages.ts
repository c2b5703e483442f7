/** The pages over many records: asks the store for one side's facts and ids, fetches what is shown, hands all to the gate. */
import type { Ask, HarmGate, Paged, Pages, RecordLine, ReportLine, Showcase, View } from '../publish/index.ts';
import type { Fact, RecordQuery, Store } from '../record/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Holdings } from './held.ts';
import { hourOf } from './hour.ts';
import { type Kept, openKept } from './kept.ts';

/** What the front page has lines of: the reports that came last, and as many records as a reader leafs through. */
const HOME_REPORTS = 200;
const HOME_RECORDS = 280;
/** Hits of one kind on a page of a search, and the farthest that a search leads. */
const HITS = 20;
const REPORT_HITS = 10;
const FARTHEST = 1000;

const EMPTY = { lines: [], total: 0, page: 1, pages: 1 } as const;

export const openPages = (
  store: Store,
  gate: HarmGate,
  holdings: Holdings,
  catalogue: Catalogue,
  kept: Kept = openKept(store),
): Pages & Pick<Showcase, 'home'> => {
  const { pages } = gate;

  /** What was made for the same question of the same facts. */
  const once = async <T>(
    kind: string,
    view: View,
    ask: unknown,
    make: (facts: readonly Fact[], view: View) => T | Promise<T>,
  ): Promise<T> => {
    const facts = await catalogue.facts(view);
    return kept(kind, view, ask, (at) => make(facts, at), facts);
  };

  /** Lines as they were released; what is just being gated anew is gated here, too, rather than left out. */
  const recordLines = async (ids: readonly string[], view: View, quoted = false): Promise<readonly RecordLine[]> => {
    const stored = await store.lines('record', view.audience, ids);
    const kept = new Map([...stored].map(([id, body]) => [id, gate.kept.record(body)] as const));
    const missing = ids.filter((id) => !kept.has(id));
    const made = missing.length > 0 ? gate.recordLines(await holdings.records(missing), view, quoted) : [];
    const all = new Map([...kept, ...made.map((line) => [line.id, line] as const)]);
    return ids.flatMap((id) => {
      const line = all.get(id);
      if (!line || quoted) return line ?? [];
      const { words: _words, ...rest } = line;
      return rest;
    });
  };

  const lines = async (
    { lines: ids, ...page }: Paged<string>,
    view: View,
    quoted: boolean,
  ): Promise<Paged<RecordLine>> => ({
    ...page,
    lines: await recordLines(ids, view, quoted),
  });

  /** A page of records with what it is made of, and a claim's words where they are shown; `undefined` where its list has no such page. */
  const listed = async <T>(
    facts: readonly Fact[],
    ask: Ask,
    view: View,
    make: (shown: { readonly records: Paged<RecordLine> }) => T,
    quoted = false,
  ): Promise<T | undefined> => {
    const ids = pages.ids(facts, ask);
    return ids && make({ records: await lines(ids, view, quoted) });
  };

  /** As recordLines. */
  const reportLines = async (ids: readonly string[], view: View): Promise<readonly ReportLine[]> => {
    const stored = await store.lines('report', view.audience, ids);
    const kept = new Map([...stored].map(([id, body]) => [id, gate.kept.report(body)] as const));
    const missing = ids.filter((id) => !kept.has(id));
    const make = async (): Promise<readonly ReportLine[]> => {
      const reports = await holdings.reports(missing);
      const joined = await holdings.records([...new Set(reports.flatMap((one) => one.records.map(({ id }) => id)))]);
      return gate.reportLines(reports, joined, view);
    };
    const made = missing.length > 0 ? await make() : [];
    const all = new Map([...kept, ...made.map((line) => [line.id, line] as const)]);
    return ids.flatMap((id) => all.get(id) ?? []);
  };

  /** A slice of hits: the store leads from page to page, an address names one. */
  const hits = async <T>(
    found: (limit: number) => Promise<{ readonly ids: readonly string[]; readonly total: number }>,
    page: number,
    size: number,
    linesOf: (ids: readonly string[]) => Promise<readonly T[]>,
  ): Promise<Paged<T> | undefined> => {
    if (page < 1 || page * size > FARTHEST) return undefined;
    const { ids, total } = await found(page * size);
    const all = Math.max(1, Math.ceil(Math.min(total, FARTHEST) / size));
    if (page > all) return undefined;
    return { lines: await linesOf(ids.slice((page - 1) * size)), total, page, pages: all };
  };

  const queryOf = ({ text, type, actor, place, modality, from, to }: Ask): Omit<RecordQuery, 'side'> => ({
    ...(text ? { text } : {}),
    ...(type ? (type.includes('.') ? { types: [type] } : { families: [type] }) : {}),
    ...(actor ? { actors: [actor] } : {}),
    ...(place ? { places: [place] } : {}),
    ...(modality ? { modalities: [modality] } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });

  return {
    home: (view) =>
      once('home', view, '', async (facts, at) => {
        const { ids } = await catalogue.listReports({ order: 'added', limit: HOME_REPORTS }, at);
        const newest = facts.slice(0, HOME_RECORDS).map((fact) => fact.id);
        return pages.home(facts, { reports: await reportLines(ids, at), records: await recordLines(newest, at) }, at);
      }),
    actors: (view, page = 1) => once('actors', view, page, (facts) => pages.actorIndex(facts, page)),
    places: (view, page = 1) => once('places', view, page, (facts) => pages.placeIndex(facts, page)),
    actor: (id, view, ask) =>
      once('actor', view, [id, ask], (facts, at) =>
        listed(facts, { ...ask, actor: id }, at, (shown) => pages.actor(id, facts, shown, at)),
      ),
    place: (id, view, ask) =>
      once('place', view, [id, ask], (facts, at) =>
        listed(facts, { ...ask, place: id }, at, (shown) => pages.place(id, facts, shown, at)),
      ),
    posture: (id, view, ask) =>
      once('posture', view, [id, ask], async (facts, at) => {
        const [actor, place] = id.split('@');
        if (!actor || !place) return undefined;
        return listed(
          facts,
          { ...ask, type: 'posture', actor, place },
          at,
          (shown) => pages.posture({ actor, place }, facts, shown, at),
          true,
        );
      }),
    there: async (kind, ids, view) => pages.there(await catalogue.facts(view), kind, ids),
    map: (view, ask) => once('map', view, ask, (facts, at) => pages.map(facts, ask, at)),
    mapData: (view, ask) => once('data', view, ask, (facts, at) => pages.mapData(facts, ask, at)),
    outlines: (view) => once('outlines', view, '', (facts) => pages.outlines(facts)),
    site: (id, view, ask) =>
      once('site', view, [id, ask], (facts, at) =>
        listed(facts, { ...ask, place: id }, at, (shown) => pages.site(id, facts, shown)),
      ),
    timeline: (view, ask) =>
      once('timeline', view, ask, (facts, at) => listed(facts, ask, at, (shown) => pages.timeline(facts, ask, shown))),
    // Not kept: a file of all records would drive everything else out.
    records: async (view, ask) =>
      listed(await catalogue.facts(view), ask, { ...view, now: hourOf(view.now) }, ({ records }) => records),
    search: (view, ask) =>
      once('search', view, ask, async (facts, at) => {
        const query = queryOf(ask);
        if (!ask.text?.trim()) return pages.search(facts, ask, { records: EMPTY, reports: EMPTY });
        const page = ask.page ?? 1;
        const records = await hits(
          (limit) => catalogue.listRecords({ ...query, limit }, at),
          page,
          HITS,
          (ids) => recordLines(ids, at),
        );
        if (!records) return undefined;
        const { modalities: _, ...ofReports } = query;
        const reports =
          page === 1
            ? await hits(
                (limit) => catalogue.listReports({ ...ofReports, limit }, at),
                1,
                REPORT_HITS,
                (ids) => reportLines(ids, at),
              )
            : undefined;
        return pages.search(facts, ask, { records, reports: reports ?? EMPTY });
      }),
  };
};
