/** Places of a claim: from its clause, else its sentence, else its paragraph, else the report; and when it was. */
import type { Claim, Issued, TimeValue } from '../../model/index.ts';
import type { Found } from '../mentions/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { Words } from '../text.ts';
import { inClause } from './clauses.ts';
import { type Draft, familyOf } from './draft.ts';
import { prepositionOf } from './roles.ts';

export type Where = Pick<Claim, 'places' | 'placesFrom' | 'destination' | 'origin'>;

const MOVES = new Set([
  'posture.deployment',
  'posture.presence',
  'posture.command',
  'posture.materiel',
  'posture.facility',
  'harm.displacement',
  'harm.return',
  'control.transfer',
  'politics.visit',
]);
const TO = /^(?:to|toward|towards|into|الي|نحو|باتجاه)$/;
const AT_SITE = /^(?:in|at|on|near|inside|from|to|into|toward|towards|في|ب|علي|عند|قرب|من|الي|نحو|باتجاه)$/;
const FROM = /^(?:from|من)$/;
const MOVED = new RegExp(`${TO.source}|${FROM.source}`);

/** «Al-Bukamal in eastern Deir ez-Zor»: what only says where the other place lies is not a place of its own. */
const innermost = (words: Words, mentions: readonly Found[], index: PlaceIndex): Found[] =>
  mentions.filter((outer) => {
    const id = outer.place?.id;
    const parent = index.byId.get(id ?? '')?.parent;
    const only = outer.of_ === 'region' && /^(?:in|في|ب|of)$/.test(prepositionOf(words, outer, outer.sentence.first));
    return !mentions.some((inner) => {
      // «نابلس ومخيم بلاطة»: what «and» joins stands beside, not inside.
      if (inner.first === outer.after && /^و/.test(words.text.slice(words.tokens[inner.first]!.start, inner.start)))
        return false;
      const entry = inner !== outer && inner.place ? index.byId.get(inner.place.id) : undefined;
      if (entry === undefined || entry.id === id) return false;
      const above = index.chain(entry).slice(1);
      return above.some(
        (step) =>
          step.id === id ||
          `country:${step.country}` === id ||
          (only && inner.after <= outer.first && step.id === parent),
      );
    });
  });

/** «the village of X near Y», قاعدة التنف جنوب شرقي سوريا: a place behind another and a word of place is its address. */
const withoutAddresses = (words: Words, mentions: readonly Found[]): Found[] =>
  mentions.filter((outer) => !mentions.some((inner) => isAddress(words, inner, outer)));

/** Whether one place says where the other lies that stands before it. */
const isAddress = (words: Words, inner: Found, outer: Found): boolean => {
  const between = words.tokens.slice(inner.after, outer.first);
  // «الكفور بقضاء النبطية جنوبي لبنان»: right behind a place, with «in» or a side written to it.
  const first = words.tokens[outer.first]!;
  if (outer.first === inner.after && (SIDE.test(first.norm) || words.text.slice(first.start, outer.start) === 'ب'))
    return true;
  return (
    inner.after <= outer.first &&
    between.length > 0 &&
    between.length <= ADDRESS_REACH &&
    ADDRESS.test(between[0]!.norm) &&
    !between.some((t) => /^(?:and|or|to|,|،|و|او)$/.test(t.norm))
  );
};

const SIDE = /^(?:شمال|جنوب|شرق|غرب|ريف|محافظ|قضاء|ولاي|وسط|اقليم)/;
// How many words may stand between a place and the larger one around it: «east of the city of».
const ADDRESS_REACH = 4;
const ADDRESS =
  /^(?:in|of|near|outside|around|inside|along|north|south|east|west|(?:north|south)(?:east|west)|northern|southern|eastern|western|في|ب|قرب|قرب|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|عند|ضمن|قباله|التابعه|بريف|بمحافظه|بمدينه)$/;

const once = (mentions: readonly Found[]): Found[] => {
  const seen = new Set<string>();
  return mentions.filter((m) => {
    const key = m.place?.id ?? m.id;
    return seen.has(key) ? false : seen.add(key);
  });
};

export type PlaceContext = {
  /** Place mentions by sentence index. */
  readonly bySentence: readonly (readonly Found[])[];
  /** Sites that a sentence names by what they are. */
  readonly sitesOf: (sentence: number) => readonly Found[];
  /** The first place that the headline, else the report, names. */
  readonly report?: Found;
  /** Whether a place of a sentence acts or speaks there, as a state does. */
  readonly acts: (mention: Found) => boolean;
  /** Sentences `[first, index]` of the same part. */
  readonly partFirst: (sentence: number) => number;
  readonly index: PlaceIndex;
};

/** What hangs on the trigger; else on a verb that it shares; else what stands in its clause. */
const nearestOf = (draft: Draft, mentions: readonly Found[]): Found[] => {
  const reached = reachedOf(draft, mentions);
  return reached.length > 0 ? reached : mentions.filter((m) => inClause(draft.clause, m));
};

/** What hangs on the trigger; else on a verb that it shares. */
const reachedOf = (draft: Draft, mentions: readonly Found[]): Found[] => {
  const closest = mentions.filter((m) => draft.reach(m) === 2);
  return closest.length > 0 ? closest : mentions.filter((m) => draft.reach(m) === 1);
};

export const whereOf = (words: Words, draft: Draft, context: PlaceContext): Where => {
  const acting = context.acts;
  // A country that acts is no place of the happening.
  const sentence = context.bySentence[draft.sentence.index]!.filter(
    (m) => !draft.roles.agents.includes(m) && !acting(m),
  );
  const named = nearestOf(draft, sentence);
  // A site is the place where no name is given: «handed over at a crossing», على الطريق العام.
  const sites = context
    .sitesOf(draft.sentence.index)
    .filter(
      (m) =>
        draft.reach(m) === 2 &&
        !draft.roles.targets.includes(m) &&
        AT_SITE.test(prepositionOf(words, m, draft.sentence.first)),
    );
  const near = named.length > 0 && (sites.length === 0 || reachedOf(draft, named).length > 0) ? named : [...sites];
  const ids = (mentions: readonly Found[]): string[] =>
    // Each place once before they are compared pair by pair: a torn text can name one a hundred times in a sentence.
    withoutAddresses(words, innermost(words, once(mentions), context.index)).map((m) => m.id);
  const moves = MOVES.has(draft.type);
  // Who leaves has only a place that is left: «fled the city», «withdrew from the town in the south».
  const leaves =
    draft.type === 'harm.displacement' || (draft.type === 'posture.deployment' && draft.change === 'ended');
  // «taken to a station in the south of X province»: the site is where it went, its town is said of both.
  const ends = moves
    ? context
        .sitesOf(draft.sentence.index)
        .filter(
          (m) =>
            draft.reach(m) > 0 &&
            !draft.roles.targets.includes(m) &&
            MOVED.test(prepositionOf(words, m, draft.sentence.first)),
        )
    : [];
  const addressOf = (m: Found): Found | undefined => ends.find((end) => isAddress(words, end, m));
  const wide = (m: Found): boolean => /^(?:country|province|region)$/.test(m.of_ ?? '');
  const role = (m: Found): 'at' | 'to' | 'from' => {
    if (!moves) return 'at';
    const preposition = prepositionOf(words, addressOf(m) ?? m, draft.sentence.first);
    if (TO.test(preposition)) return 'to';
    return FROM.test(preposition) || (leaves && draft.reach(m) > 0) ? 'from' : 'at';
  };
  // A site at an end of the way stands where no town is named with it.
  const own = [
    ...near.filter((m) => !(addressOf(m) && wide(m))),
    ...ends.filter((end) => !near.includes(end) && !near.some((m) => isAddress(words, end, m) && !wide(m))),
  ];
  // A participle that follows («…, heading to the Iraqi side») says where this movement went.
  const following = moves
    ? sentence.filter((m) => m.first >= draft.clause.after && role(m) === 'to' && m.first - draft.clause.after < 12)
    : [];
  const destination = ids([...own.filter((m) => role(m) === 'to'), ...following]);
  const origin = ids(own.filter((m) => role(m) === 'from'));
  const at = own.filter((m) => role(m) === 'at');
  if (at.length || destination.length || origin.length) {
    const places = ids(at);
    // What stands in the clause but hangs on another word of it is a guess, as from elsewhere in the sentence.
    const placesFrom = reachedOf(draft, at).length > 0 ? ('clause' as const) : ('sentence' as const);
    return { places, ...(places.length ? { placesFrom } : {}), destination, origin };
  }
  const others = sentence.filter((m) => !following.includes(m) && m.place !== undefined);
  if (others.length) return { places: ids(others), placesFrom: 'sentence', destination, origin };
  for (let i = draft.sentence.index - 1; i >= context.partFirst(draft.sentence.index); i--) {
    const earlier = context.bySentence[i]!.filter((m) => m.place !== undefined && !context.acts(m));
    if (earlier.length) return { places: ids(earlier), placesFrom: 'paragraph', destination, origin };
  }
  if (context.report && familyOf(draft.type) !== 'assessment') {
    return { places: [context.report.id], placesFrom: 'report', destination, origin };
  }
  return { places: [], destination, origin };
};

const SINCE = /^(?:since|منذ|ومنذ)$/;
const UNTIL = /^(?:until|till|حتي|لغايه)$/;

/** @param others the other claims of the sentence: a time in the clause of one of them is its own */
export const whenOf = (
  words: Words,
  draft: Draft,
  times: readonly Found[],
  issued: Issued,
  others: readonly Draft[],
): Claim['time'] => {
  // A duration or a habit says how long or how often, not when.
  const valued = times.filter((m) => m.time?.earliest !== undefined || m.time?.latest !== undefined);
  // A day that hangs on another happening is that one's; so is the day on which somebody spoke.
  const besides = others.filter((o) => o.trigger.first !== draft.trigger.first);
  const free = valued.filter((m) => draft.reach(m) > 0 || !besides.some((o) => o.reach(m) === 2));
  const own = nearestOf(draft, free);
  const nearest = (mentions: readonly Found[]): Found | undefined =>
    [...mentions].sort((a, b) => Math.abs(a.first - draft.trigger.first) - Math.abs(b.first - draft.trigger.first))[0];
  const mention =
    nearest(own) ??
    (valued.length === 1 &&
    free.length === 1 &&
    !others.some((o) => o.clause !== draft.clause && inClause(o.clause, valued[0]!))
      ? valued[0]
      : undefined);
  if (mention?.time) {
    const { earliest, latest, precision, basis } = mention.time as TimeValue;
    const bound = words.tokens[mention.first - 1]?.norm ?? '';
    // «since Thursday», «until Sunday»: one end of it; the other is the report's day, or open.
    if (SINCE.test(bound) && earliest !== undefined && issued.latest !== undefined && earliest < issued.latest)
      return { earliest, latest: issued.latest, precision: 'bounded', basis, mention: mention.id };
    if (UNTIL.test(bound) && latest !== undefined) return { latest, precision: 'bounded', basis, mention: mention.id };
    return { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}), precision, basis, mention: mention.id };
  }
  const { earliest, latest } = issued;
  return {
    ...(earliest ? { earliest } : {}),
    ...(latest ? { latest } : {}),
    precision: earliest !== undefined && earliest === latest ? 'day' : 'bounded',
    basis: 'report',
  };
};
