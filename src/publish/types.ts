/**
 * What may leave the house. Only the gate (publish/harm) makes these values: the brand has no other maker,
 * so a page or an export that is handed one can show all of it, and nothing ungated fits its type.
 */
import type {
  Bilingual,
  Capture,
  Change,
  Decision,
  EventRecord,
  EventType,
  Harm,
  Interval,
  Language,
  Modality,
  PartKind,
  PlacePrecision,
  PlaceValue,
  Reading,
  Report,
  Source,
  Status,
  Terms,
} from '../model/index.ts';
import type { PublicCorrection, ReportAbout, SentenceTables } from './shapes.ts';

export type { PublicCorrection, ReportAbout, SentenceTables } from './shapes.ts';

declare const gated: unique symbol;
export type Gated<T> = Readonly<T> & { readonly [gated]: true };

/** `owner`: somebody on the machine itself, who sees exact values and full texts. `public`: everybody else. */
export type Audience = 'public' | 'owner';

/** Who looks, in which language, and when (ISO date-time): the gate has no clock of its own. */
export type View = { readonly audience: Audience; readonly language: Language; readonly now: string };

/** Text in one language, told so that markup can set lang and dir. */
export type Name = { readonly en?: string; readonly ar?: string };

/** A run of a report's text. `claims`: ids of the claims whose words it belongs to. A withheld run has the text «[…]». */
export type Run = {
  readonly text: string;
  readonly claims: readonly string[];
  readonly trigger?: true;
  readonly withheld?: true;
};

export type PublicPart = {
  readonly kind: PartKind;
  readonly language: Language;
  readonly archive?: true;
  readonly truncated?: true;
  readonly runs: readonly Run[];
  /** Claims whose quote starts in this part, in order: the margin shows them level with it. */
  readonly claims: readonly string[];
};

export type PublicActor = { readonly id?: string; readonly name: Name };

export type PublicPlace = {
  readonly id?: string;
  readonly name: Name;
  readonly lat?: number;
  readonly lon?: number;
  readonly precision: PlacePrecision;
  readonly country?: string;
  readonly admin?: readonly string[];
  readonly role: 'at' | 'origin' | 'destination';
  /** Present where the gate made it coarser than what is held. */
  readonly coarsened?: true;
};

/** A number of people. Without `high`: at least. `who`: in the report's words. */
export type PublicCount = { readonly low: number; readonly high?: number; readonly who?: Name };

/** `including`: parts of the sum, as the report tells them («7 killed, 3 of them senior commanders»). */
export type PublicToll = PublicCount & { readonly harm: Harm; readonly including?: readonly PublicCount[] };

export type PublicSpeaker = { readonly id?: string; readonly name: Name };

export type PublicClaim = {
  readonly id: string;
  readonly type: string;
  readonly label: Bilingual;
  readonly change?: Change;
  readonly quote: readonly Run[];
  readonly quoteLanguage: Language;
  readonly reportId: string;
  readonly agents: readonly PublicActor[];
  readonly targets: readonly PublicActor[];
  readonly facilities: readonly Name[];
  readonly places: readonly PublicPlace[];
  readonly placesFrom?: 'clause' | 'sentence' | 'paragraph' | 'report';
  readonly time: Interval;
  readonly timeBasis: 'stated' | 'implied' | 'report';
  readonly tolls: readonly PublicToll[];
  /** Nearest first; empty: the report's own voice, and then `publisher` says so. */
  readonly speakers: readonly PublicSpeaker[];
  readonly publisher?: PublicSpeaker;
  readonly modality: Modality;
  readonly status?: Status;
  readonly background: boolean;
  readonly confidence: number;
  readonly review: EventRecord['review'];
  readonly recordId?: string;
  /** Claim that tells the same more fully. */
  readonly same?: string;
  /** The claim in one sentence of each language, made of its own values. */
  readonly sentence?: Bilingual;
};

/**
 * A small map drawn on the server: SVG with CSS variables for its colours, and the same in words. `box`: the degrees that
 * it shows, west, south, east, north; east is greater than 180 where it reaches over the date line.
 */
export type PublicMap = {
  readonly svg: string;
  readonly words: string;
  readonly box?: readonly [west: number, south: number, east: number, north: number];
};

export type PublicCapture = {
  readonly address?: string;
  readonly fetchedAt: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly hash: string;
};

export type PublicReport = Gated<{
  id: string;
  language: Language;
  direction: 'ltr' | 'rtl';
  title: readonly Run[];
  publisher?: PublicSpeaker;
  publisherAddress?: string;
  url?: string;
  terms: Terms;
  /** True where the whole text is shown (terms `full`, or the owner looks). */
  fullText: boolean;
  agencies: boolean;
  issued: { readonly earliest?: string; readonly latest?: string; readonly basis: readonly string[] };
  parts: readonly PublicPart[];
  claims: readonly PublicClaim[];
  /** How many claims are held back from this view: 0 for the public, which may not even learn the number. */
  heldBack: number;
  gaps: readonly { readonly kind: string; readonly words: string; readonly reason: string }[];
  capture: PublicCapture;
  /** Version of the reader, and hash of its data, as in the Reading. */
  reader?: string;
  map?: PublicMap;
  machineRead: boolean;
  /** One of the reports that come with Marsad: our own words on events of public record, with these sources. */
  bundled: boolean;
  citations: readonly { readonly text: string; readonly url?: string }[];
  minutes: number;
  /** When what is shown of it last changed here: the newest of its records, ISO date-time. */
  updatedAt?: string;
  /** What people corrected of its records, newest first. */
  corrections?: readonly PublicCorrection[];
}>;

export type PublicRecord = Gated<{
  id: string;
  version: number;
  versions: readonly { readonly version: number; readonly madeAt: string; readonly by: 'machine' | 'person' }[];
  type: string;
  label: Bilingual;
  definition: Bilingual;
  change?: Change;
  /** The record in one sentence of each language: who says that who did what, where, when. */
  sentence: Bilingual;
  headline?: Bilingual;
  /** The sentence without the note that no date is stated, which stands below it on the record's own page. */
  title?: Bilingual;
  agents: readonly PublicActor[];
  targets: readonly PublicActor[];
  facilities: readonly Name[];
  places: readonly PublicPlace[];
  time: Interval;
  timeBasis: 'stated' | 'implied' | 'report';
  /** One row a harm and claimant: two speakers' tolls stay two. */
  tolls: readonly (PublicToll & { readonly claims: readonly string[] })[];
  modality: Modality;
  status?: Status;
  background: boolean;
  confidence: number;
  review: EventRecord['review'];
  /** Reports that say so and are shown; `origins`: how many texts those are, as copies of one agency's are one. */
  support: { readonly reports: number; readonly origins: number };
  /** Who says so: every claim it rests on. */
  claims: readonly (PublicClaim & {
    readonly stance: 'supports' | 'disputes';
    readonly reportTitle: readonly Run[];
    /** Where the claim's report was taken from; absent where the report is not at hand. */
    readonly capture?: PublicCapture;
  })[];
  corrections?: readonly PublicCorrection[];
  map?: PublicMap;
}>;

export type ReportLine = Gated<{
  id: string;
  language: Language;
  title: readonly Run[];
  publisher?: PublicSpeaker;
  issued: { readonly earliest?: string; readonly latest?: string };
  claims: number;
  standfirst?: readonly Run[];
  standfirstLanguage?: Language;
  bundled: boolean;
  /** What its public records are of: their ids, and those of their places and actors. */
  about?: ReportAbout;
}>;

export type RecordLine = Gated<{
  id: string;
  type: string;
  label: Bilingual;
  sentence: Bilingual;
  /** The same without who says so and when, which stand beside it in a list. */
  headline?: Bilingual;
  time: Interval;
  modality: Modality;
  places: readonly PublicPlace[];
  review: EventRecord['review'];
  speakers: readonly PublicSpeaker[];
  /** The words of one claim that it rests on, where a list shows them: in which report, and as which claim. */
  words?: {
    readonly quote: readonly Run[];
    readonly language: Language;
    readonly reportId: string;
    readonly claimId: string;
  };
}>;

export type PublicHome = Gated<{
  reports: readonly ReportLine[];
  records: readonly RecordLine[];
  /** The twelve actors and places with most public records, for «by actor» and «by place». */
  places: readonly { readonly id?: string; readonly name: Name; readonly records: number }[];
  actors: readonly { readonly id?: string; readonly name: Name; readonly records: number }[];
  map?: PublicMap;
}>;

/** What is held of one report, ungated. */
export type HeldReport = {
  readonly report: Report;
  readonly reading: Reading;
  readonly capture: Capture;
  readonly source?: Source;
  /** Id of the first report that was kept of its text, where that is another: an agency's text in several papers. */
  readonly origin?: string;
  /** Latest versions of the records that rest on its claims. */
  readonly records: readonly EventRecord[];
};

export type HeldRecord = {
  readonly record: EventRecord;
  readonly versions: readonly {
    readonly version: number;
    readonly madeAt: string;
    readonly by: 'machine' | 'person';
  }[];
  readonly reports: readonly HeldReport[];
  /** What people decided on it. */
  readonly decisions?: readonly Decision[];
};

/** What the gate needs to know of the world. All look-ups answer `undefined` where nothing is known. */
export type GateKnowledge = {
  readonly ontology: readonly EventType[];
  readonly actorName: (id: string) => Name | undefined;
  readonly sourceOf: (id: string) => Source | undefined;
  /** The nearest place above `id` of the wanted class or coarser, with its point if it has one. */
  readonly placeAbove: (id: string, precision: 'district' | 'province' | 'country') => PlaceValue | undefined;
  /** Every other name of a place that is known, aliases too: withheld along with it. */
  readonly placeNames?: (id: string) => readonly string[];
  /** The state that a people's name stands for («Israeli»), as an actor: `country:IL`, which `actorName` knows. */
  readonly stateOf?: (words: string) => string | undefined;
  /** Kind of a place: `quarter`, `village`, `base` … */
  readonly placeKind: (id: string) => string | undefined;
  /** A place of the tables with its point, or the nearest one above it and that one's precision. */
  readonly placeOf?: (id: string) => PlaceValue | undefined;
  /** What kind of actor it is (`state-forces`, `political-militia` …), and the actor that it is a part of. */
  readonly actorKind?: (id: string) => { readonly kind: string; readonly parent?: string } | undefined;
  /** Rows of data/harm/defaults.tsv */
  readonly harm: readonly Readonly<Record<string, string>>[];
  readonly sentences: SentenceTables;
  /** Names of peoples in both languages, first form first: «Israeli», «إسرائيلي». */
  readonly peoples?: readonly { readonly en: readonly string[]; readonly ar: readonly string[] }[];
  /** An actor or a country by its name or alias in either language. */
  readonly named?: (words: string) => Name | undefined;
  /** `publish.machineRead`: whether what no person has reviewed may be public. */
  readonly machineRead: boolean;
};
