/** What the pages over many records show: lists, actors, places, postures, map, timeline and search. Gated like all else. */
import type { Bilingual, Change, EventRecord, EventType, Interval, Modality, PlacePrecision } from '../model/index.ts';
import type {
  Gated,
  Name,
  PublicCorrection,
  PublicHome,
  PublicMap,
  PublicPlace,
  PublicRecord,
  PublicReport,
  RecordLine,
  ReportLine,
  View,
} from './types.ts';

/**
 * Something that records are about, with the number of records of this view that it has. `kind`: of an actor, as in the
 * tables; of a place, how wide it is, where it is wider than a town: a province often has its town's name.
 */
export type Counted = { readonly id: string; readonly name: Name; readonly records: number; readonly kind?: string };

/** What is asked of a page over many records: all of it stands in the address. Ids that nobody knows find nothing. */
export type Ask = {
  /** Id of an event type (`violence.airstrike`), or the first part of several (`violence`). */
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  readonly place?: string | undefined;
  readonly modality?: Modality | undefined;
  /** ISO days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  /** 1 where absent. */
  readonly page?: number | undefined;
};

/** What a form may offer: most frequent first. */
export type Offers = {
  readonly types: readonly (Counted & { readonly family: string })[];
  readonly actors: readonly Counted[];
  readonly places: readonly Counted[];
};

/** One page of a longer list. */
export type Paged<T> = {
  readonly lines: readonly T[];
  /** All pages together: of public records alone. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

export type Step = 'day' | 'week' | 'month' | 'year';

/** A time axis: bins of one step, each named by its first day. */
export type Scale = {
  readonly step: Step;
  readonly bins: readonly string[];
  /** First day after the last bin. */
  readonly end: string;
};

/**
 * Records over a scale. `sure[i]`: dated within bin i. `maybe[i]`: may lie in bin i, and in others, as their dates are
 * known only so far.
 */
export type Series = {
  readonly id: string;
  readonly name: Name;
  readonly records: number;
  readonly sure: readonly number[];
  readonly maybe: readonly number[];
};

/** Series over one scale, and what does not stand in them. */
export type Chart = {
  readonly scale: Scale;
  readonly all: Series;
  readonly byType: readonly Series[];
  readonly byActor: readonly Series[];
  /** Records without any date. */
  readonly undated: number;
  /** Few records that lie long before the others: the scale begins after them. */
  readonly before: number;
};

/** Entries of one group stand together: actors of one kind, places of one country. */
export type Indexed = Counted & {
  readonly kind?: string;
  readonly country?: { readonly id: string; readonly name: Name };
};

export type PublicIndex = Gated<Paged<Indexed>>;

export type PublicActorPage = Gated<{
  id: string;
  name: Name;
  kind?: string;
  partOf?: { readonly id: string; readonly name: Name };
  /** Actors that are a part of it and have records. */
  parts: readonly Counted[];
  types: readonly Counted[];
  places: readonly (Counted & { readonly posture: boolean })[];
  /** Who stands in the same records. */
  others: readonly Counted[];
  chart?: Chart;
  records: Paged<RecordLine>;
  map?: PublicMap;
}>;

export type PublicPlacePage = Gated<{
  id: string;
  place: PublicPlace;
  /** What it lies in, nearest first. */
  within: readonly { readonly id: string; readonly name: Name }[];
  /** Places within it that have records. */
  inside: readonly Counted[];
  types: readonly Counted[];
  actors: readonly (Counted & { readonly posture: boolean })[];
  chart?: Chart;
  records: Paged<RecordLine>;
  map?: PublicMap;
}>;

/** What is told of an indicator, on an ordinal scale: more (or new), there (or going on), less, ended. */
export type Level = 'more' | 'there' | 'less' | 'ended';

export type Told = {
  readonly record: string;
  readonly time: Interval;
  readonly level: Level;
  readonly change?: Change;
  readonly modality: Modality;
  readonly review: EventRecord['review'];
  /** How many records tell it, where several do that a drawing cannot tell apart; `record` is one of them. */
  readonly records?: number;
};

export type Indicator = {
  readonly type: string;
  readonly label: Bilingual;
  readonly definition: Bilingual;
  /** Oldest first. */
  readonly told: readonly Told[];
  /** Records from before these, where there are more than can be told apart. */
  readonly earlier?: number;
};

/** An actor in a place. */
export type PublicPosture = Gated<{
  id: string;
  actor: { readonly id: string; readonly name: Name };
  place: PublicPlace & { readonly id: string };
  within: readonly { readonly id: string; readonly name: Name }[];
  scale: Scale;
  /** Being there and being seen are two things: two lines. */
  presence: Indicator;
  visibility: Indicator;
  /** The other indicators that anything is told of. */
  others: readonly Indicator[];
  /** What each of `records` tells, and of which indicator; oldest first. */
  told: readonly (Told & { readonly type: string })[];
  records: Paged<RecordLine>;
  map?: PublicMap;
}>;

export type PublicTimeline = Gated<{
  offers: Offers;
  chart?: Chart;
  records: Paged<RecordLine>;
}>;

/** A place with a point, as a map marks it. `km`: radius of the area that it may lie in; 0: a town or a point. */
export type Site = {
  readonly id: string;
  readonly name: Name;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  readonly km: number;
  readonly country?: string;
  /** ISO 3166-1 numeric of a place that is a whole country: its outline is tinted. */
  readonly outline?: string;
};

export type PublicMapPage = Gated<{
  offers: Offers;
  total: number;
  /** Records without a place that has a point. */
  unplaced: number;
  /** Places of the records asked for, most first. */
  sites: readonly (Site & { readonly records: number })[];
  map?: PublicMap;
}>;

/** What a movable map draws. A record's places are numbers in `sites`; its days count from 1970. */
export type PublicMapData = Gated<{
  sites: readonly Site[];
  records: readonly (readonly [places: readonly number[], from: number | null, to: number | null])[];
  /** Names of countries in the view's language, each with a point within it; the largest first. */
  countries: readonly { readonly name: string; readonly lat: number; readonly lon: number }[];
}>;

/** Finer outlines of the countries around the places of a view, as TopoJSON; each with its ISO 3166-1 number as id. */
export type PublicOutlines = Gated<{
  type: 'Topology';
  objects: object;
  arcs: readonly unknown[];
  transform?: object | undefined;
}>;

/** Records of one place, for the map's own list. */
export type PublicSite = Gated<{ id: string; name: Name; records: Paged<RecordLine> }>;

export type PublicSearch = Gated<{
  offers: Offers;
  actors: readonly Counted[];
  places: readonly Counted[];
  records: Paged<RecordLine>;
  reports: Paged<ReportLine>;
}>;

/** The pages over many records. `undefined`: this view has no record of it, or the list no such page. */
export type Pages = {
  readonly actors: (view: View, page?: number) => Promise<PublicIndex | undefined>;
  readonly places: (view: View, page?: number) => Promise<PublicIndex | undefined>;
  readonly actor: (id: string, view: View, ask: Ask) => Promise<PublicActorPage | undefined>;
  readonly place: (id: string, view: View, ask: Ask) => Promise<PublicPlacePage | undefined>;
  /** @param id `ACTOR@PLACE` */
  readonly posture: (id: string, view: View, ask: Ask) => Promise<PublicPosture | undefined>;
  /** Of these actors or places, those that this view has a page of: a link to any other would lead nowhere. */
  readonly there: (kind: 'actor' | 'place', ids: readonly string[], view: View) => Promise<readonly string[]>;
  readonly map: (view: View, ask: Ask) => Promise<PublicMapPage>;
  readonly mapData: (view: View, ask: Ask) => Promise<PublicMapData>;
  readonly outlines: (view: View) => Promise<PublicOutlines>;
  readonly site: (id: string, view: View, ask: Ask) => Promise<PublicSite | undefined>;
  readonly timeline: (view: View, ask: Ask) => Promise<PublicTimeline | undefined>;
  /** The records alone, for files and feeds. `text` is not looked at. */
  readonly records: (view: View, ask: Ask) => Promise<Paged<RecordLine> | undefined>;
  readonly search: (view: View, ask: Ask) => Promise<PublicSearch | undefined>;
};

/** All that the site can reach. Every answer has passed the gate; `undefined`: there is no such thing for this view. */
export type Showcase = Pages & {
  readonly about: () => {
    readonly name: Bilingual;
    readonly demo: boolean;
    readonly machineRead: boolean;
    readonly version: string;
    /** Where readers report errors: an e-mail address or an https address. */
    readonly contact?: string;
  };
  readonly home: (view: View) => Promise<PublicHome>;
  readonly report: (id: string, view: View) => Promise<PublicReport | undefined>;
  readonly record: (id: string, view: View, version?: number) => Promise<PublicRecord | undefined>;
  /** Every event type, as the code book has it. */
  readonly codebook?: () => readonly EventType[];
  /** What people corrected, newest first. */
  readonly corrections?: (view: View) => Promise<readonly PublicCorrection[]>;
};
