/** What a trigger needs beside it to be one: «strike» is an airstrike among armed things, not on a tennis court. */

import type { Found } from '../mentions/index.ts';
import { carrierOf } from '../tree.ts';
import { isArmed } from './armed.ts';
import { chunksFrom } from './chunks.ts';
import { kindsOfMention, type Scene } from './scene.ts';
import type { Signal, Trigger } from './signals.ts';
import { doersOf } from './subjects.ts';

export type Surroundings = {
  readonly scene: Scene;
  /** Mentions of the clause. */
  readonly clause: readonly Found[];
  /** First token of the clause, and the one after its last. */
  readonly span: { readonly first: number; readonly after: number };
  /** Whether the report tells of armed things at all. */
  readonly armed: boolean;
  /** Contexts that words of the sentence give (contexts.tsv). */
  readonly contexts: ReadonlySet<string>;
  /** Whether the sentence opens the report: a headline, or one of its first. There a speech act is itself the news. */
  readonly lead: boolean;
};

const isPerson = (mention: Found): boolean =>
  mention.kind === 'actor' || mention.kind === 'person' || mention.kind === 'quantity';

// A noun that stands as close as this behind its verb may be its object though the tree says otherwise.
const NEAR = 4;
const ARABIC_NEAR = 6;
// From «ordered» to the «to» of its verb: whom stands between.
const TO_REACH = 8;

type Kinds = ReadonlySet<string>;

/** Kinds of whatever stands in a role of the trigger: `subject`, `object`, or a preposition («from», على). */
const inRole = (role: string, trigger: Signal, around: Surroundings): Kinds[] => {
  const { scene, clause, span } = around;
  const found = scene.argumentsAt(trigger.after - 1);
  const first = scene.argumentsAt(trigger.first);
  const taken = found?.verbal && !first?.verbal ? found : first;
  const { language } = scene.lexicon;
  if (language === 'ar' && trigger.pos === 'v' && (role === 'object' || role === 'subject')) {
    const phrase = phraseInRole(role, trigger, around);
    if (phrase !== undefined) return phrase;
  }
  if (language === 'ar' && !/^(?:near|subject|object)$/.test(role)) {
    const behind = chunksFrom(scene, trigger.after, span.after).filter(({ preposition }) => preposition === role);
    if (behind.length > 0)
      return behind.flatMap(({ first, after }) =>
        Array.from({ length: Math.min(after, span.after) - first }, (_, i) => atToken(around, first + i)),
      );
  }
  if (role === 'near') {
    const kinds: Kinds[] = clause.map((m) => new Set(kindsOfMention(m)));
    for (let i = span.first; i < span.after; i++)
      if (i < trigger.first || i >= trigger.after) kinds.push(scene.kindsAt(i));
    return kinds;
  }
  const words =
    role === 'subject'
      ? [...(taken?.subject ?? []), ...(taken?.owners ?? [])]
      : role === 'object'
        ? [
            ...(taken?.object ?? []),
            ...(taken && !taken.verbal
              ? [...taken.obliques.filter((o) => /^(?:of|in|ل)$/.test(o.case)).map((o) => o.word), ...taken.owners]
              : []),
          ]
        : (taken?.obliques.filter((oblique) => oblique.case.split(' ')[0] === role).map((o) => o.word) ?? []);
  const kinds: Kinds[] = words.map(scene.kindsOf);
  const reach = language === 'ar' ? ARABIC_NEAR : NEAR;
  if (role === 'object' || (role === 'subject' && language === 'ar')) {
    for (let i = trigger.after; i < Math.min(span.after, trigger.after + reach); i++) kinds.push(atToken(around, i));
  }
  // An English noun of the passive, and the subject of a headline, stand right before.
  if (role === 'subject' || (role === 'object' && taken?.passive))
    for (let i = Math.max(span.first, trigger.first - 2); i < trigger.first; i++) kinds.push(atToken(around, i));
  return kinds;
};

/** Where an Arabic verb has both its subject and its object behind it, each is told by its own phrase. */
const phraseInRole = (role: string, trigger: Signal, around: Surroundings): Kinds[] | undefined => {
  const { scene, span } = around;
  const [one, two] = chunksFrom(scene, trigger.after, span.after).filter(({ preposition }) => preposition === '');
  if (one === undefined || two === undefined || one.first !== trigger.after || two.first - one.after > 1)
    return undefined;
  if (doersOf(scene, one, '').length === 0) return undefined;
  const { first, after } = role === 'subject' ? one : two;
  return Array.from({ length: Math.min(after, span.after) - first }, (_, i) => atToken(around, first + i));
};

const atToken = ({ scene, clause }: Surroundings, token: number): Kinds =>
  new Set([
    ...scene.kindsAt(token),
    ...clause.filter((m) => m.first <= token && token < m.after).flatMap(kindsOfMention),
  ]);

/** One condition of a row: `object:weapon|drone`, `!subject:civilian`, or a need by name. */
const holds = (condition: string, trigger: Signal, around: Surroundings): boolean => {
  if (condition.startsWith('!')) return !holds(condition.slice(1), trigger, around);
  const [role, kinds] = condition.split(':');
  if (kinds === undefined) return named(condition, trigger, around);
  const wanted = kinds.split('|');
  return inRole(role!, trigger, around).some((own) => wanted.some((kind) => own.has(kind)));
};

// English «to leave», «to evacuate»: what an order or a warning tells people to do.
const LEAVING = /^(?:leave|evacuate|flee|move|go|vacate|depart|اخلا|مغادر|ابتعاد|نزوح)/;

const named = (need: string, trigger: Signal, around: Surroundings): boolean => {
  switch (need) {
    case 'infinitive':
      return toVerb(trigger, around) !== undefined;
    case 'to-leave':
      return LEAVING.test(toVerb(trigger, around) ?? '');
    case 'armed-context':
      // «Israel struck Damascus»: states among themselves need no soldier in the sentence.
      return (
        around.armed ||
        (around.clause.filter((m) => m.kind === 'place').length > 1 && around.clause.some((m) => m.of_ === 'country'))
      );
    case 'place':
      return around.clause.some((m) => m.kind === 'place') && !around.clause.some((m) => m.kind === 'weapon');
    case 'state-agent':
      return around.clause.some((m) => m.kind === 'nationality' || isArmed(m)) || around.armed;
    case 'weapon':
    case 'aircraft':
      return around.clause.some((m) => m.kind === 'weapon');
    case 'person':
      return around.clause.some(isPerson);
    case 'person-agent':
    case 'armed-agent':
      return around.clause.some((m) => m.kind === 'actor' || m.kind === 'nationality');
    case 'official':
    case 'official-agent':
      return around.clause.some((m) => m.kind === 'person' || m.of_ === 'office');
    case 'civilians':
      return around.clause.some((m) => m.of_ === 'civilian');
    case 'facility':
      return around.clause.some((m) => m.kind === 'facility');
    case 'lead':
      return around.lead;
    default:
      return around.contexts.has(need.replace(/-context$/, ''));
  }
};

/** The verb of «told them to go», «order to leave», طلب منهم أن. */
const toVerb = (trigger: Signal, { scene, span }: Surroundings): string | undefined => {
  const { words } = scene;
  for (let i = trigger.after; i < Math.min(span.after - 1, trigger.after + TO_REACH); i++) {
    const { norm } = words.tokens[i]!;
    if (norm === 'to' && scene.tree.words[carrierOf(scene.tree, i + 1) ?? -1]?.upos === 'VERB')
      return words.tokens[i + 1]!.norm;
    if (norm === 'ان' || norm === 'بان') return words.tokens[i + 1]!.norm;
  }
  return undefined;
};

/** Whether all that the row asks for is there. A row that asks for nothing always stands. */
export const needMet = (need: string | undefined, trigger: Signal, around: Surroundings): boolean =>
  need === undefined || need.split(' ').every((condition) => holds(condition, trigger, around));

/** A bombing is an airstrike where an air force is near or a state is the agent, else a bomb that went off. */
export const typeInContext = (trigger: Trigger, around: Surroundings): string => {
  const { type, sense } = trigger.value;
  const weapons = around.clause.filter((m) => m.kind === 'weapon');
  const drone = around.contexts.has('drone');
  if (sense === 'bomb') {
    // «Warplanes bombed the market»: where the bomb fell says nothing against who dropped it.
    if (around.contexts.has('planted') ? !around.contexts.has('air') : !around.armed) return 'violence.explosive';
    return drone ? 'violence.drone-strike' : type;
  }
  if (sense === 'bombard')
    return drone ? 'violence.drone-strike' : around.contexts.has('air') ? 'violence.airstrike' : type;
  // «A missile struck the port»: what struck says what kind of strike it was.
  if (sense === 'hit' || sense === 'attack') {
    const kinds = new Set(weapons.map((m) => m.of_));
    const means = [
      ...(drone ? ['violence.drone-strike'] : []),
      ...(kinds.has('missile') ? ['violence.missile'] : []),
      ...(['rocket', 'artillery', 'mortar'].some((kind) => kinds.has(kind)) ? ['violence.shelling'] : []),
    ];
    // With unlike means the attack is of no one kind.
    if (means.length > 1) return 'violence.attack';
    if (means.length === 1) return means[0]!;
    if (sense === 'hit' && type === 'violence.airstrike') return type;
    return type;
  }
  if (type === 'violence.airstrike' && drone) return 'violence.drone-strike';
  // «A drone killed a man»: what killed says what kind of attack it was.
  if (type === 'violence.attack' && trigger.pos === 'v') return byMeans(trigger, around) ?? type;
  return type;
};

const MEANS: Readonly<Record<string, string>> = {
  drone: 'violence.drone-strike',
  missile: 'violence.missile',
  rocket: 'violence.shelling',
  artillery: 'violence.shelling',
  mortar: 'violence.shelling',
  aircraft: 'violence.airstrike',
  ied: 'violence.explosive',
  mine: 'violence.explosive',
};

/** The kind of attack whose subject is a weapon. */
const byMeans = (trigger: Trigger, { scene }: Surroundings): string | undefined => {
  const subject = scene.argumentsAt(trigger.first)?.subject ?? [];
  const weapon = subject.map(scene.mentionOf).find((m) => m?.kind === 'weapon');
  return weapon && MEANS[weapon.of_ ?? ''];
};
