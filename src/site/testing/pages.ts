/** The pages over many records of the made-up showcase. */
import type { Language } from '../../model/index.ts';
import type { Ask, Chart, Counted, Indicator, Offers, Paged, Pages, Series, Site, Told } from '../../publish/pages.ts';
import type { RecordLine, View } from '../../publish/types.ts';
import { district, groups, guards, map, town } from './material.ts';

const gated = <T>(value: unknown): T => value as T;

const SCALE = {
  step: 'month' as const,
  bins: Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-01`),
  end: '2025-01-01',
};

const series = (id: string, en: string, ar: string, at: readonly number[], maybe: readonly number[] = []): Series => ({
  id,
  name: { en, ar },
  records: at.length + 1,
  sure: SCALE.bins.map((_, bin) => at.filter((one) => one === bin).length),
  maybe: SCALE.bins.map((_, bin) => Number(maybe.includes(bin))),
});

const chart: Chart = {
  scale: SCALE,
  all: series('', 'All', 'الكل', [1, 3, 3, 7, 11, 11, 11], [3, 4, 5, 6, 7]),
  byType: [
    series('posture.facility', 'Facility', 'منشأة', [3, 11, 11], [3, 4, 5]),
    series('violence.shelling', 'Shelling', 'قصف مدفعي', [1, 7]),
  ],
  byActor: [
    series('guards', 'the Border Guards', 'حرس الحدود', [3, 11]),
    series('groups', 'allied groups', 'المجموعات الحليفة', [7]),
  ],
  undated: 1,
  before: 2,
};

const actor: Counted = { id: 'guards', name: guards.name, records: 5 };
const other: Counted = { id: 'groups', name: groups.name, records: 3 };
const there: Counted = { id: 'place:qasr-al-nahr', name: town.name, records: 5 };
const wider: Counted = { id: 'place:eastern-bank', name: district.name, records: 6 };

const offers: Offers = {
  types: [
    { id: 'posture.facility', name: { en: 'Facility', ar: 'منشأة' }, records: 4, family: 'posture' },
    { id: 'violence.shelling', name: { en: 'Shelling', ar: 'قصف مدفعي' }, records: 3, family: 'violence' },
  ],
  actors: [actor, other],
  places: [wider, there],
};

// Points are made up on purpose: round numbers that no place of these names has.
const sites: readonly Site[] = [
  { id: there.id, name: town.name, lat: 34.25, lon: 40.5, precision: 'town', km: 0, country: 'SY' },
  { id: wider.id, name: district.name, lat: 34.5, lon: 40.75, precision: 'district', km: 25, country: 'SY' },
  {
    id: 'country:IQ',
    name: { en: 'Iraq', ar: 'العراق' },
    lat: 33,
    lon: 44,
    precision: 'country',
    km: 250,
    country: 'IQ',
    outline: '368',
  },
];

/** Ids that pages stand under. */
const THERE: Readonly<Record<'actor' | 'place', Readonly<Record<string, true>>>> = {
  actor: { [actor.id]: true, [other.id]: true },
  place: { [wider.id]: true, [there.id]: true },
};

const told = (
  record: string,
  earliest: string,
  latest: string,
  level: Told['level'],
  modality: Told['modality'],
): Told => ({
  record,
  time: { earliest, latest, precision: earliest === latest ? 'day' : 'bounded' },
  level,
  change: level === 'more' ? 'increased' : level === 'less' ? 'decreased' : level === 'ended' ? 'ended' : 'continued',
  modality,
  review: 'machine-read',
});

const indicator = (type: string, en: string, ar: string, all: readonly Told[]): Indicator => ({
  type,
  label: { en, ar },
  definition: { en, ar },
  told: all,
});

const ONE = 'dd44ee55ff66';

/** @param lines of the showcase's records */
export const pagesOver = (lines: (view: View) => readonly RecordLine[]): Pages => {
  const paged = (view: View, ask: Ask): Paged<RecordLine> | undefined => {
    const page = ask.page ?? 1;
    const all = ask.type === 'violence.nothing' || ask.from === '2030-01-01' ? [] : lines(view);
    return page === 1 || (page === 2 && all.length > 0)
      ? { lines: all.slice(0, 8), total: all.length, page, pages: 2 }
      : undefined;
  };
  const index =
    (all: readonly Counted[]) =>
    async (_view: View, page = 1) =>
      page === 1 ? gated<never>({ lines: all, total: all.length, page: 1, pages: 1 }) : undefined;
  const within = [{ id: wider.id, name: district.name }];
  const mapOf = (language: Language) => ({ map: map(language) });
  return {
    actors: index([{ ...actor, kind: 'state-forces' } as Counted, other]),
    places: index([
      { ...wider, country: { id: 'country:SY', name: { en: 'Syria', ar: 'سوريا' } } } as Counted,
      { ...there, country: { id: 'country:SY', name: { en: 'Syria', ar: 'سوريا' } } } as Counted,
    ]),
    there: async (kind, ids) => ids.filter((id) => THERE[kind][id]),
    actor: async (id, view, ask) => {
      const records = paged(view, ask);
      if (id !== actor.id || !records) return undefined;
      return gated({
        ...actor,
        kind: 'state-forces',
        partOf: { id: 'country:SY', name: { en: 'Syria', ar: 'سوريا' } },
        parts: [],
        types: offers.types,
        places: [{ ...there, posture: true }, wider],
        others: [other],
        chart,
        records,
        ...mapOf(view.language),
      });
    },
    place: async (id, view, ask) => {
      const records = paged(view, ask);
      if (![there.id, wider.id].includes(id) || !records) return undefined;
      return gated({
        id,
        place: id === wider.id ? { ...district, id } : { ...town, id, lat: 34.25, lon: 40.5 },
        within: id === wider.id ? [] : within,
        inside: [],
        types: offers.types,
        actors: [{ ...actor, posture: true }, other],
        chart,
        records,
        ...mapOf(view.language),
      });
    },
    posture: async (id, view, ask) => {
      const records = paged(view, ask);
      if (id !== `${actor.id}@${there.id}` || !records) return undefined;
      const shown = {
        id,
        actor,
        place: { ...town, id: there.id },
        within,
        scale: SCALE,
        presence: indicator('posture.presence', 'Presence', 'الوجود', [
          told(ONE, '2024-02-03', '2024-02-03', 'more', 'asserted'),
          told(ONE, '2024-06-01', '2024-06-30', 'there', 'asserted'),
          told(ONE, '2024-12-01', '2024-12-20', 'there', 'possible'),
        ]),
        visibility: indicator('posture.visibility', 'Visibility', 'الظهور', [
          told(ONE, '2024-03-10', '2024-04-20', 'there', 'asserted'),
          told(ONE, '2024-07-01', '2024-11-30', 'less', 'assessed'),
          told(ONE, '2024-12-21', '2024-12-21', 'ended', 'denied'),
        ]),
        others: [
          indicator('posture.facility', 'Facility', 'منشأة', [
            told(ONE, '2024-04-01', '2024-12-24', 'ended', 'asserted'),
          ]),
          indicator('posture.training', 'Training', 'تدريب', [
            told(ONE, '2024-10-05', '2024-10-05', 'ended', 'cancelled'),
          ]),
        ],
      };
      const all = [shown.presence, shown.visibility, ...shown.others];
      return gated({
        ...shown,
        told: all.flatMap(({ type, told }) => told.map((one) => ({ ...one, type }))),
        records,
        ...mapOf(view.language),
      });
    },
    map: async (view, ask) =>
      gated({
        offers,
        total: lines(view).length,
        unplaced: 1,
        sites: ask.type === 'violence.nothing' ? [] : sites.map((site, at) => ({ ...site, records: 5 - at })),
        ...mapOf(view.language),
      }),
    mapData: async ({ language }) =>
      gated({
        sites,
        records: [
          [[0], 19_770, 19_770],
          [[0, 1], 19_814, 20_081],
          [[1], 20_078, 20_078],
          [[0], 20_080, 20_080],
          [[2], 19_900, 19_930],
          [[0], null, null],
        ],
        countries: [
          { name: language === 'ar' ? 'العراق' : 'Iraq', lat: 33, lon: 43.5 },
          { name: language === 'ar' ? 'سوريا' : 'Syria', lat: 35, lon: 38.5 },
        ],
      }),
    outlines: async () =>
      gated({
        type: 'Topology',
        objects: {
          countries: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '760', arcs: [[0]] }] },
        },
        arcs: [
          [
            [36, 32],
            [42, 33],
            [41, 37],
            [36, 36],
            [36, 32],
          ],
        ],
      }),
    site: async (id, view, ask) => {
      const site = sites.find((one) => one.id === id);
      const records = paged(view, ask);
      return site && records ? gated({ id, name: site.name, records }) : undefined;
    },
    timeline: async (view, ask) => {
      const records = paged(view, ask);
      return records && gated({ offers, ...(records.total > 0 ? { chart } : {}), records });
    },
    records: async (view, ask) => paged(view, ask),
    search: async (view, ask) => {
      const records = paged(view, ask);
      if (!records) return undefined;
      const hit = ask.text !== undefined && /nahr|نهر|bank|الضفة/i.test(ask.text);
      const none = { lines: [], total: 0, page: 1, pages: 1 };
      return gated({
        offers,
        actors: hit ? [actor] : [],
        places: hit ? [there] : [],
        records: hit ? records : none,
        reports: none,
      });
    },
  };
};
