/** Claims of a report: what somebody says happened, is planned, is denied; each with its words, people, place and time. */
import type { Claim, Gap, Issued, Language, Part } from '../../model/index.ts';
import type { Attribution } from '../attributions/index.ts';
import type { Lexicons } from '../lexicon/index.ts';
import { type Found, isRead } from '../mentions/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import { speakersOf } from '../speakers/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import { bySentence, type Words } from '../text.ts';
import { isArmed } from './armed.ts';
import { backgroundOf } from './background.ts';
import { withCauses } from './causes.ts';
import { confidenceOf } from './confidence.ts';
import type { Draft } from './draft.ts';
import { draftsOf, type SentenceDrafts } from './drafts.ts';
import { isQuiet } from './quiet.ts';
import { OWN_SPEECH } from './roles.ts';
import { type Told, withSame } from './same.ts';
import { actsIn } from './scope.ts';
import { type PlaceContext, whenOf, whereOf } from './where.ts';

export type ClaimTools = {
  readonly lexicons: Readonly<Record<Language, Lexicons>>;
  readonly places: PlaceIndex;
  readonly syntax: SyntaxOf;
  readonly attributions: readonly Attribution[];
};

const NOTHING: SentenceDrafts = {
  drafts: [],
  signals: {
    triggers: [],
    changes: [],
    indicators: [],
    judgements: [],
    harms: [],
    reporting: [],
    causes: [],
    purposes: [],
  },
  unused: [],
  causes: [],
  acting: [],
};

/** Sentences of the body that belong to the lead. */
const LEAD = 2;

const inside = (outer: Found, inner: Found): boolean =>
  outer !== inner && outer.first <= inner.first && outer.after >= inner.after;

export const claimsOf = (
  words: Words,
  parts: readonly Part[],
  mentions: readonly Found[],
  issued: Issued,
  tools: ClaimTools,
): { claims: Claim[]; gaps: Gap[] } => {
  const grouped = bySentence(words, mentions, (mention) => mention.sentence.index);
  const partAt = (sentence: number): Part => parts[words.sentences[sentence]!.part]!;
  // A caption tells of its picture; one from the archive, of another day.
  const tells = (part: Part): boolean => isRead(part) && part.kind !== 'caption';
  const knownForces = mentions.some((m) => m.actor !== undefined && isArmed(m));
  const quiet = isQuiet(words, (i) => tells(partAt(i)), tools.lexicons, knownForces);
  const armed = mentions.some(isArmed);
  let violence: string | undefined;
  // What a report opens with: its headline and the first sentences below.
  const opening = new Set(words.sentences.filter(({ index }) => partAt(index).kind === 'body').slice(0, LEAD));
  let acting: readonly Found[] = [];
  const types = new Set<string>();
  const told = words.sentences.map((sentence) => {
    const part = parts[sentence.part]!;
    if (quiet || !tells(part) || part.kind === 'dateline') return NOTHING;
    const own = grouped[sentence.index]!;
    const found = draftsOf(words, sentence, part, own, tools.lexicons[sentence.language], tools.syntax, {
      armed,
      acting,
      types,
      lead: opening.has(sentence) || /^(?:headline|standfirst|key-point)$/.test(part.kind),
      ...(violence === undefined ? {} : { violence }),
    });
    violence = found.drafts.findLast((d) => d.type.startsWith('violence.'))?.type ?? violence;
    for (const { type } of found.drafts) types.add(type);
    if (found.acting.length > 0) acting = found.acting;
    return found;
  });
  const speech = speakersOf(words, parts, tools.attributions, grouped);

  const placeMentions = grouped.map((own) =>
    own.filter((m) => m.kind === 'place' && !own.some((o) => o.kind === 'actor' && inside(o, m))),
  );
  const partFirst: number[] = [];
  words.sentences.forEach((sentence, i) => {
    partFirst.push(i > 0 && words.sentences[i - 1]!.part === sentence.part ? partFirst[i - 1]! : i);
  });
  const known = placeMentions.map((own) => own.filter((m) => m.place !== undefined));
  const report =
    known.find((own, i) => own.length && partAt(i).kind === 'headline')?.[0] ??
    known.find((own, i) => own.length && tells(partAt(i)))?.[0];
  const context: PlaceContext = {
    bySentence: placeMentions,
    sitesOf: (sentence) => grouped[sentence]!.filter((m) => m.kind === 'facility'),
    ...(report ? { report } : {}),
    acts: (m) => {
      const { scene } = told[m.sentence.index]!;
      return scene !== undefined && actsIn(scene, m);
    },
    partFirst: (sentence) => partFirst[sentence]!,
    index: tools.places,
  };

  const gaps: Gap[] = [];
  const claims: Told[] = [];
  const drafted = new Map<Draft, string>();
  // The agents of the sentence before: «These steps included evacuating …» is theirs.
  let last: readonly Found[] = [];
  for (const [i, sentence] of told.entries()) {
    const own = grouped[i]!;
    for (const draft of sentence.drafts) {
      // «These steps included …» is the doing of whom the last sentence named; «…, keeping a few» of the sentence's own.
      const leans = /^(?:these|this|they|it|هذه|هذا)$/.test(words.tokens[draft.sentence.first]!.norm);
      const participle = draft.clause.first > draft.sentence.first && draft.trigger.first - draft.clause.first <= 1;
      const earlier = sentence.drafts.find(
        (d) => d !== draft && d.roles.agents.length > 0 && d.trigger.first < draft.trigger.first,
      );
      const inherited = leans ? (earlier?.roles.agents ?? last) : participle ? (earlier?.roles.agents ?? []) : [];
      const posture = draft.type.startsWith('posture.');
      const agents = draft.roles.agents.length === 0 && posture ? inherited : draft.roles.agents;
      const where = whereOf(words, draft, context);
      const time = whenOf(
        words,
        draft,
        own.filter((m) => m.kind === 'time'),
        issued,
        sentence.drafts,
      );
      drafted.set(draft, `c${claims.length + 1}`);
      const claim = claimFrom(
        draft,
        agents,
        where,
        time,
        speech(draft.sentence, draft.trigger),
        `c${claims.length + 1}`,
      );
      claims.push({
        claim,
        part: draft.partKind,
        places: new Set(
          mentionValues(
            // «withdrew from X» has no place but the one that was left.
            [...(claim.placesFrom === 'report' ? [] : claim.places), ...claim.origin, ...claim.destination],
            mentions,
            (m) => m.place?.id,
          ),
        ),
        actors: new Set(mentionValues(claim.agents, mentions, (m) => m.actor)),
        definite: refersBack(words, draft),
        retells: draft.retells === true,
        earlier: draft.earlier === true,
      });
    }
    for (const trigger of sentence.unused) {
      if (!sentence.drafts.some((d) => d.clause.first <= trigger.first && d.clause.after >= trigger.after)) {
        gaps.push({
          kind: 'trigger-without-claim',
          start: trigger.start,
          end: trigger.end,
          reason: `«${trigger.lemma}» can tell of an event, but what it needs beside it (${trigger.value.needs}) is not there.`,
        });
      }
    }
    const acting = sentence.drafts.flatMap((d) => d.roles.agents);
    if (acting.length) last = acting.slice(0, 2);
    else if (!sentence.drafts.length && partAt(i).kind !== 'body') last = [];
  }
  const recalled = backgroundOf(
    claims.map(({ claim, earlier }) => ({ time: claim.time, earlier })),
    issued,
  );
  const certain = claims.map((each, i) => {
    const claim = { ...each.claim, background: recalled[i]! };
    return { ...each, claim: { ...claim, confidence: confidenceOf({ claim, part: each.part, knownForces }) } };
  });
  return { claims: withCauses(withSame(certain), told, drafted), gaps };
};

/** «the attack», الهجوم: a noun with an article. */
const refersBack = (words: Words, { trigger }: Draft): boolean =>
  trigger.pos !== 'v' &&
  (/^(?:the|this|its|their)$/.test(words.tokens[trigger.first - 1]?.norm ?? '') ||
    /^[وفبلك]?ال/.test(words.tokens[trigger.first]!.norm));

const mentionValues = (
  ids: readonly string[],
  mentions: readonly Found[],
  value: (m: Found) => string | undefined,
): string[] => ids.flatMap((id) => value(mentions[Number(id.slice(1)) - 1]!) ?? []);

// «sources told Reuters that a drone hit»: who is told, or watches, neither strikes nor deploys.
const REPORTS = new Set(['agency', 'outlet', 'monitor', 'unnamed']);

const claimFrom = (
  draft: Draft,
  agents: readonly Found[],
  where: ReturnType<typeof whereOf>,
  time: Claim['time'],
  speakers: Claim['speakers'],
  id: string,
): Claim => {
  const ids = (found: readonly Found[]): string[] => [...new Set(found.map((m) => m.id))];
  const doing = agents.filter((m) => !(REPORTS.has(m.of_ ?? '') && /^(?:violence|posture|control)\./.test(draft.type)));
  // Whose speech act is the news is its agent; a speaker is who reports it.
  const own = new Set(OWN_SPEECH.test(draft.type) ? doing.map((m) => m.id) : []);
  return {
    id,
    type: draft.type,
    ...(draft.change ? { change: draft.change } : {}),
    quote: { start: draft.clause.start, end: draft.clause.end },
    trigger: { start: draft.trigger.start, end: draft.trigger.end },
    agents: ids(doing),
    targets: ids(draft.roles.targets),
    instruments: ids(draft.roles.instruments),
    places: where.places,
    ...(where.placesFrom ? { placesFrom: where.placesFrom } : {}),
    destination: where.destination,
    origin: where.origin,
    time,
    toll: draft.toll,
    speakers: speakers.filter(
      ({ mention, cue }) => !own.has(mention) && !(own.size > 0 && cue.start === draft.trigger.start),
    ),
    modality: draft.modality,
    ...(draft.status ? { status: draft.status } : {}),
    ...(draft.purpose ? { purpose: draft.purpose } : {}),
    background: false,
    confidence: 0,
    rule: draft.rule,
  };
};
