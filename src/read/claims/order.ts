/**
 * Who did it and to whom from word order, prepositions and kinds, for what the tree leaves empty. English puts
 * the agent before an active verb, after «by», or beside a noun («Israeli strikes», «Hamas's attack on Israel»);
 * Arabic puts it after the verb, or after the masdar.
 */
import type { Lexicons } from '../lexicon/index.ts';
import type { Found } from '../mentions/index.ts';
import type { Sentence, Words } from '../text.ts';
import { type Clause, inClause } from './clauses.ts';
import type { Signal } from './signals.ts';

export type Roles = {
  readonly agents: readonly Found[];
  readonly targets: readonly Found[];
  readonly instruments: readonly Found[];
};

/** Who and whom. */
type Parties = Pick<Roles, 'agents' | 'targets'>;

// A state acts under its country's name: «Israel struck», شنت إسرائيل.
export const isActor = (m: Found): boolean =>
  m.kind === 'actor' || m.kind === 'person' || m.kind === 'nationality' || (m.kind === 'place' && m.of_ === 'country');
const PREPOSITION =
  /^(?:of|in|on|at|by|with|from|to|against|for|near|between|among|over|into|toward|towards|through|inside|outside|under|after|before|since|than|including)$/;
const SKIPPED = /^(?:the|a|an|some|many|several|any|all|its|their|his|more|new|other|recent|at|least)$/;
const BE = /^(?:was|were|been|being|is|are|be|get|got)$/;
const AR_PREPOSITION =
  /^(?:[وفبل]?(?:شمالي?|جنوبي?|شرقي?|غربي?|وسط|اقصي)|في|من|الي|علي|عن|مع|قرب|بين|ضد|نحو|خلال|بعد|قبل|عبر|لدي|منذ|ضمن|داخل|علي|حول|اثر|بحسب|وفق|من قبل)$/;

/** The preposition that a mention stands behind, determiners skipped; empty where there is none. */
export const prepositionOf = (words: Words, mention: Found, floor: number): string => {
  const token = words.tokens[mention.first]!;
  if (mention.sentence.language === 'ar') {
    const joined =
      mention.start > token.start ? words.text.slice(token.start, mention.start).replace(/[\u064b-\u0652]/g, '') : '';
    if (/[بلك]$/.test(joined)) return joined.slice(-1);
    const before = words.tokens[mention.first - 1]?.norm ?? '';
    if (mention.first - 1 < floor) return '';
    if (AR_PREPOSITION.test(before)) return before;
    // «في مدينة البوكمال»: the noun of place stands between.
    const further = words.tokens[mention.first - 2]?.norm ?? '';
    return mention.kind === 'place' && mention.first - 2 >= floor && AR_PREPOSITION.test(further) ? further : '';
  }
  let i = mention.first - 1;
  const steps = mention.kind === 'place' ? 4 : 3;
  for (let left = steps; i >= floor && left > 0; i--, left--) {
    const norm = words.tokens[i]!.norm;
    if (PREPOSITION.test(norm)) return norm;
    const light = SKIPPED.test(norm) || words.tokens[i]!.kind === 'number' || norm === "'s" || norm === '-';
    const directional =
      mention.kind === 'place' &&
      /^(?:eastern|western|northern|southern|central|east|west|north|south|city|town|village|province|northeastern|northwestern|southeastern|southwestern|coastal|occupied|rural)$/.test(
        norm,
      );
    if (!light && !directional) return '';
    if (norm === "'s") i--; // its owner goes with it
  }
  return '';
};

const isPassive = (words: Words, signal: Signal, floor: number): boolean => {
  if (signal.form !== 'past') return false;
  for (let i = signal.first - 1; i >= floor && i >= signal.first - 3; i--) {
    const norm = words.tokens[i]!.norm;
    if (BE.test(norm)) return true;
    if (!/ly$|^(?:not|also|reportedly|then|later)$/.test(norm)) return false;
  }
  return false;
};

/** A name inside a description («Iranian» in «Iranian groups», «Iranian embassy») plays no part of its own. */
const outermost = (mentions: readonly Found[]): Found[] =>
  mentions.filter(
    (m) =>
      !mentions.some(
        (o) =>
          o !== m &&
          (o.kind === 'actor' || o.kind === 'facility') &&
          o.first <= m.first &&
          o.after >= m.after &&
          o.after - o.first > m.after - m.first,
      ),
  );

const english = (
  words: Words,
  clause: Clause,
  signal: Signal,
  mentions: readonly Found[],
  lexicon: Lexicons,
): Parties => {
  const own = outermost(mentions.filter((m) => inClause(clause, m)));
  const prepositions = new Map(own.map((m) => [m, prepositionOf(words, m, clause.first)]));
  const left = own.filter((m) => m.after <= signal.first && isActor(m));
  const right = own.filter((m) => m.first >= signal.after);
  const by = right.filter((m) => isActor(m) && prepositions.get(m) === 'by');
  const free = left.filter(
    (m) => prepositions.get(m) === '' && !left.some((o) => o !== m && o.first <= m.first && o.after >= m.after),
  );
  const things = right.filter((m) => (isActor(m) || m.kind === 'facility') && prepositions.get(m) !== 'by');
  if (signal.pos === 'v') {
    if (isPassive(words, signal, clause.first)) {
      const subject = own.filter(
        (m) => m.after <= signal.first && (isActor(m) || m.kind === 'facility') && prepositions.get(m) === '',
      );
      return { agents: by, targets: subject.slice(-1) };
    }
    const object = things.find((m) => ['', 'against', 'on', 'at'].includes(prepositions.get(m) ?? ''));
    return {
      agents: free.slice(-1),
      targets: object ? [object, ...coordinated(words, object, things)] : [],
    };
  }
  // Noun: «Israeli strikes», «Hamas's attack on Israel», «the bombing of the embassy», «attack by X».
  const touching = left.filter(
    (m) =>
      m.after === signal.first ||
      (words.tokens[m.after]?.norm === "'s" && signal.first - m.after <= 3) ||
      signal.first - m.after <= 1,
  );
  const against = own.filter(
    (m) =>
      m.first >= signal.after &&
      (isActor(m) || m.kind === 'facility' || m.kind === 'place') &&
      /^(?:on|against|at|of)$/.test(prepositions.get(m) ?? ''),
  );
  const target = against.find((m) => m.kind !== 'place' || prepositions.get(m) !== 'of') ?? against[0];
  const agents =
    by.length > 0
      ? by
      : touching.length > 0
        ? touching.slice(-1)
        : supported(words, clause, signal, lexicon)
          ? free.slice(-1)
          : [];
  return { agents, targets: target && !agents.includes(target) ? [target] : [] };
};

/** Whether a light verb in the clause has this noun as its object: «Israel launched airstrikes». */
const supported = (words: Words, clause: Clause, signal: Signal, lexicon: Lexicons): boolean => {
  for (let i = signal.first - 1; i >= Math.max(clause.first, signal.first - 8); i--) {
    if (lexicon.support.at(words.tokens, i, lexicon.language)) return true;
  }
  return false;
};

/** «X and Y», «X, Y and Z»: mentions that only commas and «and» part from the first. */
const coordinated = (words: Words, first: Found, others: readonly Found[]): Found[] => {
  const chain: Found[] = [];
  let end = first.after;
  for (const m of others) {
    if (m.first < end || m === first) continue;
    const between = words.tokens.slice(end, m.first);
    if (
      between.length > 3 ||
      !between.some((t) => /^(?:and|,|و|،)$/.test(t.norm)) ||
      between.some((t) => PREPOSITION.test(t.norm))
    )
      break;
    chain.push(m);
    end = m.after;
  }
  return chain;
};

const arabic = (
  words: Words,
  clause: Clause,
  signal: Signal,
  mentions: readonly Found[],
  lexicon: Lexicons,
): Parties => {
  const own = outermost(mentions.filter((m) => inClause(clause, m)));
  const preposition = (m: Found): string => prepositionOf(words, m, clause.first);
  const after = own.filter(
    (m) =>
      m.first >= signal.after && (isActor(m) || m.kind === 'facility' || (m.kind === 'weapon' && m.of_ === 'aircraft')),
  );
  const before = own.filter((m) => m.after <= signal.first && isActor(m) && preposition(m) === '');
  const byPhrase = own.filter(
    (m) =>
      isActor(m) && m.first > signal.first && /^(?:قبل|يد|ايدي|بواسطه)$/.test(words.tokens[m.first - 1]?.norm ?? ''),
  );
  const bare = after.filter((m) => preposition(m) === '' && m.first - signal.after <= 6);
  if (signal.pos === 'v') {
    const subject = bare.find((m) => isActor(m) || m.kind === 'weapon');
    // «إسرائيل قصفت»: a name right before its verb does what the verb tells, whatever follows.
    const adjacent = before.filter((m) => m.after === signal.first);
    const agents = byPhrase.length
      ? byPhrase
      : adjacent.length
        ? adjacent.slice(-1)
        : subject
          ? [subject]
          : before.slice(-1);
    const object = after.find(
      (m) => !agents.includes(m) && m.kind !== 'weapon' && ['', 'علي', 'ب', 'ل', 'ضد'].includes(preposition(m)),
    );
    return { agents, targets: object ? [object] : [] };
  }
  // Masdar: «قصف الاحتلال», «غارات إسرائيلية على»: the doer or the sufferer follows at once.
  const next = bare.find((m) => m.first - signal.after <= 2);
  const on = after.find((m) => /^(?:علي|ضد)$/.test(preposition(m)));
  const sufferer = next && (next.of_ === 'civilian' || next.kind === 'facility');
  const agents = byPhrase.length
    ? byPhrase
    : next && !sufferer
      ? [next]
      : supported(words, clause, signal, lexicon)
        ? [...bare.filter(isActor), ...before].slice(0, 1)
        : [];
  const targets = on ? [on] : sufferer ? [next] : [];
  return { agents, targets: targets.filter((t) => !agents.includes(t)) };
};

/** Who and whom of one trigger within its clause, by the order of words. */
export const byOrder = (
  words: Words,
  sentence: Sentence,
  clause: Clause,
  signal: Signal,
  mentions: readonly Found[],
  lexicon: Lexicons,
): Parties =>
  sentence.language === 'en'
    ? english(words, clause, signal, mentions, lexicon)
    : arabic(words, clause, signal, mentions, lexicon);

// What civilians may do; of anything else in these families they are who it is done to.
const CIVIL = new Set([
  'violence.looting',
  'violence.destruction',
  'harm.displacement',
  'harm.return',
  'control.closure',
]);

/** A civilian shells nobody: what word order takes for the doer is who suffered it. */
export const byKind = (type: string, roles: Roles): Roles => {
  if (!/^(?:violence|posture|control)\.|^harm\.casualties/.test(type) || CIVIL.has(type)) return roles;
  const civil = roles.agents.filter((m) => m.of_ === 'civilian');
  if (civil.length === 0) return roles;
  const targets = roles.targets.length ? roles.targets : civil;
  return { ...roles, agents: roles.agents.filter((m) => !civil.includes(m)), targets };
};
