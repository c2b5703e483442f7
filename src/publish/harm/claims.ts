/** A reading's claim → what of it may be shown. */
import type { Claim, EventRecord, EventType, Language, Mention, Span } from '../../model/index.ts';
import type { HeldReport, Name, PublicActor, PublicClaim, PublicCount, PublicPlace, PublicSpeaker } from '../types.ts';
import type { Mentions } from './mentions.ts';
import { cleanName, knownActor, nameIn, roleOf } from './names.ts';
import { careOf, distinctPlaces, type HeldPlace, publicPlace } from './places.ts';
import type { Gate } from './release.ts';
import { cutRuns } from './runs.ts';
import type { Veil } from './veil.ts';

/** A report opened for one view: what every one of its public values is made with. */
export type Opened = {
  readonly held: HeldReport;
  readonly gate: Gate;
  readonly mentions: Mentions;
  readonly withheld: readonly Span[];
  readonly veil: Veil;
  readonly owner: boolean;
};

export const languageAt = (held: HeldReport, at: number): Language =>
  held.reading.report.parts.find((part) => part.start <= at && at < part.end)?.language ?? held.reading.report.language;

/** The words of a span with everything withheld replaced. */
export const wordsAt = (opened: Opened, span: Span): string =>
  cutRuns(opened.held.reading.report.text, span.start, span.end, { claims: [], withheld: opened.withheld })
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Label of an event type in both languages; an id that the code book does not know stands for itself. */
export const labelOf = (type: string, ontology: readonly EventType[]): EventType['label'] =>
  ontology.find((entry) => entry.id === type)?.label ?? { en: type, ar: type };

const hidesPerson = (opened: Opened, m: Mention): boolean =>
  !opened.owner && opened.gate.rules.hidesPrivatePersons && opened.mentions.private(m.id);

/** What a mention is called. */
export const mentionName = (opened: Opened, m: Mention): Name => {
  if (hidesPerson(opened, m)) return roleOf(m.head);
  return nameIn(languageAt(opened.held, m.start), wordsAt(opened, m));
};

/** «Israeli jets», «Israel»: the state acts. Its id is its country's. */
const stateMeant = ({ held, gate, mentions }: Opened, m: Mention): string | undefined => {
  const first = mentions.byId.get(mentions.root(m.id)) ?? m;
  if (first.kind === 'nationality')
    return gate.knowledge.stateOf?.(held.reading.report.text.slice(first.start, first.end));
  return first.place?.id.startsWith('country:') ? first.place.id : undefined;
};

/** An actor by id where the mention is the actor itself, not a part of it («militia leaders»). */
export const mentionActor = (opened: Opened, m: Mention): PublicActor => {
  const { knowledge } = opened.gate;
  const id = opened.mentions.actor(m.id) ?? stateMeant(opened, m);
  const whole = m.actor !== undefined || m.head === undefined || m.same !== undefined;
  if (id && whole && !m.of && !hidesPerson(opened, m)) {
    const known = knownActor(id, knowledge, opened.veil);
    if (known) return known;
  }
  return { name: mentionName(opened, m) };
};

/** A protected facility is called by its kind, in both languages; the owner reads its words, and its kind in the other. */
const facilityName = (opened: Opened, m: Mention): Name => {
  if (!m.head || !opened.gate.rules.coarsensFacility(m.head)) return mentionName(opened, m);
  const kind = opened.gate.rules.facilityName(m.head);
  return opened.owner ? { ...kind, ...mentionName(opened, m) } : kind;
};

const placesOf = (opened: Opened, claim: Claim, facilities: readonly Mention[]): PublicPlace[] => {
  const { gate, mentions } = opened;
  const kinds = facilities.map((m) => m.head).filter((head): head is string => head !== undefined);
  const roles = [
    ['at', claim.places],
    ['origin', claim.origin],
    ['destination', claim.destination],
  ] as const;
  return distinctPlaces(
    roles.flatMap(([role, ids]) =>
      ids.flatMap((id) => {
        const m = mentions.byId.get(id);
        const place = mentions.place(id) ?? (m?.of ? mentions.place(m.of) : undefined);
        if (!m || !place) return [];
        const held: HeldPlace = {
          place,
          role,
          kinds: m.kind === 'facility' || role === 'at' ? kinds : m.head ? [m.head] : [],
          protectedEvent: role === 'at' && gate.rules.coarsensEvent(claim.type),
        };
        const care = opened.owner ? 'open' : careOf(held, gate.knowledge, gate.rules);
        return [cleanPlace(publicPlace(held, care, gate.knowledge), opened.veil)];
      }),
    ),
  );
};

/** The last look at a place: its name and what it lies in. */
export const cleanPlace = (place: PublicPlace, veil: Veil): PublicPlace => ({
  ...place,
  name: cleanName(place.name, veil),
  ...(place.admin ? { admin: place.admin.map((name) => veil.clean(name)) } : {}),
});

const speakersOf = (opened: Opened, claim: Claim): PublicSpeaker[] =>
  claim.speakers.flatMap((speaker) => {
    const m = opened.mentions.byId.get(speaker.mention);
    return m ? [mentionActor(opened, m)] : [];
  });

/** The publisher of a report as a speaker, where it is known. */
export const publisherOf = (opened: Opened): PublicSpeaker | undefined => {
  const { held, gate } = opened;
  const id = held.report.publisher ?? held.reading.report.publisher;
  const source = held.source ?? (id ? gate.knowledge.sourceOf(id) : undefined);
  return source && { id: source.id, name: source.names };
};

const countOf = (
  opened: Opened,
  { low, high, who }: Pick<Claim['toll'][number], 'low' | 'high' | 'who'>,
): PublicCount => {
  const counted = who ? opened.mentions.byId.get(who) : undefined;
  return {
    low,
    ...(high === undefined ? {} : { high }),
    ...(counted ? { who: mentionName(opened, counted) } : {}),
  };
};

/** One claim as it may be shown. `record`: the record that it belongs to, if any. `quoted`: whether its words may be. */
export const publicClaim = (
  opened: Opened,
  claim: Claim,
  record: EventRecord | undefined,
  quoted: boolean,
): PublicClaim => {
  const { mentions, held, gate } = opened;
  const pick = (ids: readonly string[]): Mention[] =>
    ids.map((id) => mentions.byId.get(id)).filter((m): m is Mention => m !== undefined);
  const agents = pick(claim.agents);
  const targets = pick(claim.targets);
  const facilities = [...targets, ...agents, ...pick(claim.places)].filter((m) => m.kind === 'facility');
  const actors = (list: readonly Mention[]): PublicActor[] =>
    list.filter((m) => m.kind !== 'facility').map((m) => mentionActor(opened, m));
  const publisher = publisherOf(opened);
  const { mention: _, basis, ...time } = claim.time;
  return {
    id: claim.id,
    type: claim.type,
    label: labelOf(claim.type, gate.knowledge.ontology),
    ...(claim.change ? { change: claim.change } : {}),
    quote: quoted
      ? cutRuns(held.reading.report.text, claim.quote.start, claim.quote.end, {
          claims: [claim],
          withheld: opened.withheld,
        })
      : [],
    quoteLanguage: languageAt(held, claim.quote.start),
    reportId: held.report.id,
    agents: actors(agents),
    targets: actors(targets),
    facilities: facilities.map((m) => facilityName(opened, m)),
    places: placesOf(opened, claim, facilities),
    ...(claim.placesFrom ? { placesFrom: claim.placesFrom } : {}),
    time,
    timeBasis: basis,
    tolls: claim.toll.map((toll) => ({
      harm: toll.harm,
      ...countOf(opened, toll),
      ...(toll.including ? { including: toll.including.map((part) => countOf(opened, part)) } : {}),
    })),
    speakers: speakersOf(opened, claim),
    ...(publisher ? { publisher } : {}),
    modality: claim.modality,
    ...(claim.status ? { status: claim.status } : {}),
    background: claim.background,
    confidence: claim.confidence,
    review: record?.review ?? 'machine-read',
    ...(record ? { recordId: record.id } : {}),
    ...(claim.same ? { same: claim.same } : {}),
  };
};
