/**
 * The pages over many records. They are made of facts and lines of one view, which hold what that view may see and
 * nothing else, so that no count, order, bar or point can tell more; ids from an address name nothing that has no facts.
 */

import { chartOf } from '../gather/chart.ts';
import { asked, type Counts, counts, type Fact } from '../gather/fact.ts';
import { type Known, named } from '../gather/known.ts';
import {
  actorIndex,
  actorOf,
  mapDataOf,
  offersOf,
  pageOf,
  placeIndex,
  placeOf,
  siteOf,
  sitesOfFacts,
  widthOf,
} from '../gather/pages.ts';
import { postureOf, toldOf } from '../gather/posture.ts';
import { countryLabels } from '../map/atlas.ts';
import { drawMap } from '../map/index.ts';
import { outlinesNear } from '../map/nearby.ts';
import type {
  Ask,
  Indexed,
  Paged,
  PublicActorPage,
  PublicIndex,
  PublicMapData,
  PublicMapPage,
  PublicOutlines,
  PublicPlacePage,
  PublicPosture,
  PublicSearch,
  PublicSite,
  PublicTimeline,
} from '../pages.ts';
import type { GateKnowledge, PublicHome, PublicMap, PublicPlace, RecordLine, ReportLine, View } from '../types.ts';
import { labelOf } from './claims.ts';
import { nameOf } from './names.ts';
import { stamp } from './stamp.ts';
import { foldName } from './veil.ts';

/** Lines of one page of a list of records, and of an index. */
export const LINES = 20;
const INDEX_LINES = 240;
/** Places that a map drawn on the server shows: more are not told apart at its size. */
const DRAWN = 30;
/** Names that a list of the front page has, and that a search finds of each kind. */
const NAMES_FOUND = 12;

const knownOf = (knowledge: GateKnowledge): Known => {
  const places = new Map<string, PublicPlace | undefined>();
  const place = (id: string): PublicPlace | undefined => {
    if (places.has(id)) return places.get(id);
    const value = knowledge.placeOf?.(id);
    const made: PublicPlace | undefined = value && {
      id,
      name: nameOf(value.name),
      ...(value.lat !== undefined && value.lon !== undefined ? { lat: value.lat, lon: value.lon } : {}),
      precision: value.precision,
      ...(value.country ? { country: value.country } : {}),
      ...(value.admin && value.admin.length > 0 ? { admin: value.admin } : {}),
      role: 'at',
    };
    places.set(id, made);
    return made;
  };
  const aboves = new Map<string, readonly PublicPlace[]>();
  return {
    place,
    above: (id) => {
      const kept = aboves.get(id);
      if (kept) return kept;
      const steps = (['district', 'province', 'country'] as const).flatMap(
        (step) => knowledge.placeAbove(id, step)?.id ?? [],
      );
      const made = [...new Set(steps)].filter((step) => step !== id).flatMap((step) => place(step) ?? []);
      aboves.set(id, made);
      return made;
    },
    actor: (id) => knowledge.actorName(id),
    actorKind: (id) => knowledge.actorKind?.(id),
    type: (id) => ({
      label: labelOf(id, knowledge.ontology),
      definition: knowledge.ontology.find((entry) => entry.id === id)?.definition ?? labelOf(id, knowledge.ontology),
    }),
  };
};

/** Facts of a view's side, newest first, and the lines of the ids that a page shows. `undefined`: no such page. */
export type Shown = { readonly records: Paged<RecordLine> };

export type GatePages = {
  /** Ids of the records that a page of a question shows, newest first; `undefined`: there is no such page. */
  readonly ids: (facts: readonly Fact[], ask: Ask) => Paged<string> | undefined;
  /** The front page: these lines, newest first, and counts of all facts. */
  readonly home: (
    facts: readonly Fact[],
    shown: { readonly reports: readonly ReportLine[]; readonly records: readonly RecordLine[] },
    view: View,
  ) => PublicHome;
  readonly actorIndex: (facts: readonly Fact[], page: number) => PublicIndex | undefined;
  readonly placeIndex: (facts: readonly Fact[], page: number) => PublicIndex | undefined;
  readonly actor: (id: string, facts: readonly Fact[], shown: Shown, view: View) => PublicActorPage | undefined;
  readonly place: (id: string, facts: readonly Fact[], shown: Shown, view: View) => PublicPlacePage | undefined;
  readonly posture: (
    ids: { readonly actor: string; readonly place: string },
    facts: readonly Fact[],
    shown: Shown,
    view: View,
  ) => PublicPosture | undefined;
  /** Of these ids, those that have a page. */
  readonly there: (facts: readonly Fact[], kind: 'actor' | 'place', ids: readonly string[]) => readonly string[];
  readonly map: (facts: readonly Fact[], ask: Ask, view: View) => PublicMapPage;
  readonly mapData: (facts: readonly Fact[], ask: Ask, view: View) => PublicMapData;
  readonly outlines: (facts: readonly Fact[]) => PublicOutlines;
  readonly site: (id: string, facts: readonly Fact[], shown: Shown) => PublicSite | undefined;
  readonly timeline: (facts: readonly Fact[], ask: Ask, shown: Shown) => PublicTimeline;
  readonly search: (
    facts: readonly Fact[],
    ask: Ask,
    shown: Shown & { readonly reports: Paged<ReportLine> },
  ) => PublicSearch;
};

const newest = (a: string | undefined, b: string | undefined): number =>
  (b ?? '') < (a ?? '') ? -1 : (b ?? '') > (a ?? '') ? 1 : 0;

export const gatePages = (knowledge: GateKnowledge): GatePages => {
  const known = knownOf(knowledge);
  const mapOf = (counted: readonly (readonly [id: string, records: number])[], view: View): { map?: PublicMap } => {
    const map = drawMap(
      counted.slice(0, DRAWN).flatMap(([id, records]) => {
        const place = known.place(id);
        return place ? [{ ...place, records }] : [];
      }),
      view.language,
    );
    return map ? { map } : {};
  };
  const placesIn = counts.places;
  const index = (all: readonly Indexed[], page: number): PublicIndex | undefined => {
    const found = pageOf(all, page, INDEX_LINES);
    return found && stamp<PublicIndex>(found);
  };
  /** Whether one of the names begins with the words, or has a word that does. */
  const called = (words: string, names: readonly (string | undefined)[]): boolean =>
    names.some((name) => name !== undefined && ` ${foldName(name)}`.includes(` ${words}`));
  return {
    ids: (facts, ask) => {
      const page = pageOf(asked(facts, ask), ask.page ?? 1, LINES);
      return page && { ...page, lines: page.lines.map((fact) => fact.id) };
    },
    home: (facts, { reports, records }, view) => {
      return stamp<PublicHome>({
        reports: [...reports].sort((a, b) => newest(a.issued.latest, b.issued.latest) || (a.id < b.id ? -1 : 1)),
        records: [...records].sort((a, b) => newest(a.time.latest, b.time.latest) || (a.id < b.id ? -1 : 1)),
        places: named(counts.places(facts), (id) => known.place(id)?.name).slice(0, NAMES_FOUND),
        actors: named(counts.actors(facts), known.actor).slice(0, NAMES_FOUND),
        ...mapOf(placesIn(facts), view),
      });
    },
    actorIndex: (facts, page) => index(actorIndex(facts, known), page),
    placeIndex: (facts, page) => index(placeIndex(facts, known), page),
    actor: (id, facts, { records }, view) => {
      const own = asked(facts, { actor: id });
      const page = own.length > 0 ? actorOf(id, own, facts, known) : undefined;
      return page && stamp<PublicActorPage>({ ...page, records, ...mapOf(placesIn(own), view) });
    },
    place: (id, facts, { records }, view) => {
      const own = asked(facts, { place: id });
      const page = own.length > 0 ? placeOf(id, own, known) : undefined;
      return (
        page &&
        stamp<PublicPlacePage>({ ...page, records, ...mapOf([[id, own.length], ...placesIn(own).slice(0, 8)], view) })
      );
    },
    posture: ({ actor, place }, facts, { records }, view) => {
      const own = asked(facts, { actor, place });
      const page = own.length > 0 ? postureOf(actor, place, own, known) : undefined;
      const ids = records.lines.map(({ id }) => id);
      return page && stamp<PublicPosture>({ ...page, records, told: toldOf(own, ids), ...mapOf([[place, 1]], view) });
    },
    there: (facts, kind, ids) =>
      ids.filter((id) => known[kind](id) !== undefined && asked(facts, { [kind]: id }).length > 0),
    map: (facts, ask, view) => {
      const own = asked(facts, ask);
      const sites = sitesOfFacts(own, known);
      const marked = new Set(sites.map((site) => site.id));
      return stamp<PublicMapPage>({
        offers: offersOf(facts, known, ask),
        total: own.length,
        unplaced: own.filter((fact) => !fact.places.some((id) => marked.has(id))).length,
        sites,
        ...mapOf(
          sites.map((site) => [site.id, site.records]),
          view,
        ),
      });
    },
    mapData: (facts, ask, { language }) =>
      stamp<PublicMapData>({ ...mapDataOf(asked(facts, ask), known), countries: countryLabels(language) }),
    outlines: (facts) =>
      stamp<PublicOutlines>(outlinesNear(sitesOfFacts(facts, known).filter((site) => !site.outline))),
    site: (id, facts, { records }) => {
      const site = facts.some((fact) => fact.places.includes(id)) ? siteOf(id, known) : undefined;
      return site && stamp<PublicSite>({ id, name: site.name, records });
    },
    timeline: (facts, ask, { records }) => {
      const chart = chartOf(asked(facts, ask), known);
      return stamp<PublicTimeline>({ offers: offersOf(facts, known, ask), ...(chart ? { chart } : {}), records });
    },
    search: (facts, ask, { records, reports }) => {
      const words = foldName(ask.text ?? '');
      const found = (all: Counts, namesOf: (id: string) => readonly (string | undefined)[]): Counts =>
        words === '' ? [] : all.filter(([id]) => called(words, namesOf(id)));
      const actors = found(counts.actors(facts), (id) => Object.values(known.actor(id) ?? {}));
      const places = found(counts.areas(facts), (id) => [
        ...Object.values(known.place(id)?.name ?? {}),
        ...(knowledge.placeNames?.(id) ?? []),
      ]);
      return stamp<PublicSearch>({
        offers: offersOf(facts, known, ask),
        actors: named(actors, known.actor).slice(0, NAMES_FOUND),
        places: named(places, (id) => known.place(id)?.name)
          .slice(0, NAMES_FOUND)
          .map((one) => ({ ...one, ...widthOf(one.id, known) })),
        records,
        reports,
      });
    },
  };
};
