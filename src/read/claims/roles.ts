/**
 * Who did it, to whom, with what: from the tree, and from word order (order.ts) where the tree has nobody. What may
 * stand in a role is chosen by kind: a warehouse is no agent, a day no target.
 */
import type { Found } from '../mentions/index.ts';
import { carrierOf, caseOf, childrenBy, isVerb, parentOf, relationOf } from '../tree.ts';
import type { Arguments } from './arguments.ts';
import { type Clause, inClause } from './clauses.ts';
import { familyOf } from './draft.ts';
import { byOrder, isActor, type Roles } from './order.ts';
import type { Scene } from './scene.ts';
import { headWord, verbAbove } from './scope.ts';
import type { Signal } from './signals.ts';
import { agrees, subjectOf } from './subjects.ts';
import { byPhrases, type Decided } from './verb-first.ts';

export { byKind, prepositionOf, type Roles } from './order.ts';

const AGAINST = /^(?:on|against|at|upon|over|into|toward|towards|علي|ضد|صوب|نحو|باتجاه)$/;
const WITH = /^(?:with|between|مع|بين)$/;
const OF = /^(?:of|ل)$/;
const FOR = /^for$/;

// Both sides do these.
const MUTUAL = /^(?:violence\.clash|politics\.(?:agreement|ceasefire|negotiation))$/;
// Whose noun names who does it: «the withdrawal of the troops», انسحاب القوات.
const OWN_DOING =
  /^(?:posture\.(?:deployment|presence|patrol|alert|visibility|strategy|guard)|harm\.(?:displacement|return)|politics\.(?:protest|visit|resignation)|control\.transfer)$/;
/** Types that are an act of speech: who speaks is who acts. */
export const OWN_SPEECH =
  /^politics\.(?:statement|threat|demand|accusation|condemnation|rejection|responsibility|support|concession)$/;
const TO = /^(?:to|for|on|upon|against|of|ل|الي|علي)$/;
// Whose noun names who suffers it, in Arabic too, where else the doer may follow («قصف الاحتلال»).
const SUFFERED =
  /^(?:violence\.(?:assassination|execution|abduction|torture|sexual|interception|destruction|looting)|control\.|harm\.damage|politics\.(?:appointment|trial))/;
// Who is moved is who acts: people that are displaced, troops that are sent.
const MOVED =
  /^(?:harm\.(?:displacement|return)|posture\.(?:deployment|presence|visibility|patrol|guard|recruitment))$/;
const WEAPON_TARGETS = /^(?:violence\.(?:interception|destruction)|posture\.materiel|control\.(?:capture|transfer))$/;

// «others»: a number of somebody, nobody.
const OTHERS = new Set(['other', 'آخر']);

const unique = (found: readonly (Found | undefined)[]): Found[] => [
  ...new Set(found.filter((m): m is Found => m !== undefined && !OTHERS.has(m.head ?? ''))),
];

// Done to nobody: who flees is who acts, both sides of a truce or a talk are its parties.
const NO_TARGET = /^(?:harm\.(?:displacement|return)|politics\.(?:ceasefire|negotiation|agreement))$/;

const mayBeTarget = (type: string, m: Found): boolean => {
  if (NO_TARGET.test(type)) return false;
  if (OWN_SPEECH.test(type) && m.kind === 'facility') return false;
  if (type === 'harm.casualties' && m.of_ === 'civilian') return false;
  switch (m.kind) {
    case 'actor':
    case 'person':
    case 'facility':
      // Nobody protests a building that he stands before, or owns up to it.
      return !(m.kind === 'facility' && /^politics\.(?:protest|responsibility)$/.test(type));
    case 'weapon':
      return WEAPON_TARGETS.test(type);
    case 'place':
      return /^(?:violence|control|politics)\./.test(type);
    default:
      return false;
  }
};

/** The arguments of a trigger: of its verb, where it is of several words. */
export const argumentsOfSignal = (scene: Scene, signal: Signal): Arguments | undefined => {
  const first = scene.argumentsAt(signal.first);
  if (signal.after - signal.first === 1) return first;
  // «was charged»: the verb behind its auxiliary.
  const opening = carrierOf(scene.tree, signal.first);
  if (first?.verbal && !(opening !== undefined && /^(?:aux|cop)$/.test(relationOf(scene.tree, opening)))) return first;
  const last = scene.argumentsAt(signal.after - 1);
  if (signal.pos !== 'v' || last?.verbal) return last ?? first;
  return first;
};

/** Who acts where a thing of theirs is the subject: «air defences of the army», «its jets». */
const actorAt = (scene: Scene, word: number, depth = 0): Found | undefined => {
  const own = scene.mentionOf(word);
  if ((own !== undefined && isActor(own)) || depth > 1) return own;
  if (own !== undefined && depth > 0) return undefined;
  for (const child of childrenBy(scene.tree, word, 'nmod', 'nmod:poss', 'compound', 'amod', 'appos')) {
    const found = actorAt(scene, child, depth + 1);
    if (found && isActor(found)) return found;
  }
  return own;
};

type Parties = Pick<Roles, 'agents' | 'targets'>;

// Bound to its noun by «of»: «the entrances of X», «a site of the Coalition».
const OWNED = ['compound', 'nmod:poss', 'amod'];

/** Whom or what something is done to where its noun is empty or unknown: «Houthi targets», «the entrances of the town». */
const sufferedAt = (scene: Scene, word: number, depth = 0): Found | undefined => {
  const own = scene.mentionOf(word);
  if (own !== undefined || scene.lexicon.language !== 'en' || scene.tree.words[word]!.upos !== 'NOUN') return own;
  const { tree } = scene;
  const of = childrenBy(tree, word, 'nmod').filter((child) => caseOf(tree, child, (w) => tree.words[w]!.form) === 'of');
  const inner = depth < 2 ? of.map((child) => sufferedAt(scene, child, depth + 1)) : [];
  return [...inner, ...childrenBy(tree, word, ...OWNED).map(scene.mentionOf)].find(
    (m) => m !== undefined && /^(?:actor|facility|place|nationality)$/.test(m.kind),
  );
};

const fromTree = (scene: Scene, type: string, signal: Signal, taken: Arguments): Parties => {
  const { language } = scene.lexicon;
  const named = (words: readonly number[]): Found[] => unique(words.map(scene.mentionOf));
  const behind = (pattern: RegExp): Found[] =>
    named(taken.obliques.filter((oblique) => pattern.test(oblique.case.split(' ')[0] ?? '')).map((o) => o.word));
  const subject = unique(taken.subject.map((word) => actorAt(scene, word)));
  const owners = named(taken.owners).filter((m) => m.first !== signal.first);
  const object = unique(taken.object.map((word) => sufferedAt(scene, word))).filter((m) => m.first !== signal.first);
  const towards =
    signal.lemma === 'head' && type.startsWith('violence.') ? [...behind(AGAINST), ...behind(FOR)] : undefined;
  const against = towards ?? behind(AGAINST);
  const of = behind(OF);
  if (MUTUAL.test(type)) {
    const sides = [...subject, ...owners, ...behind(WITH)].filter(isActor);
    return { agents: unique(sides), targets: taken.verbal ? unique([...object, ...against]) : [] };
  }
  if (taken.verbal) {
    if (MOVED.test(type)) {
      const moved = object.filter((m) => m.kind === 'actor');
      // «the army sent 500 soldiers»: men who are counted are a number, the sender acts.
      const counted = moved.some((m) => scene.mentions.some((q) => q.counts === m.id));
      const agents = moved.length > 0 && !(counted && subject.length > 0) ? moved : subject;
      return { agents: unique(agents), targets: object.filter((m) => !moved.includes(m)) };
    }
    const heard = OWN_SPEECH.test(type) ? behind(TO) : [];
    // «fired rockets at the town»: what is fired is the means.
    const done = object.filter((m) => mayBeTarget(type, m));
    const targets = done.length > 0 ? done : against.length > 0 ? against : heard;
    return { agents: unique(subject), targets: unique(targets) };
  }
  const genitive = language === 'ar' ? object : [];
  if (OWN_SPEECH.test(type)) {
    const heard = behind(TO).filter((m) => m.kind === 'actor' || m.kind === 'place');
    return { agents: unique([...subject, ...owners, ...genitive].filter(isActor)), targets: unique(heard) };
  }
  if (OWN_DOING.test(type)) {
    const doers = [...(taken.light === undefined ? [] : subject), ...owners, ...of, ...genitive].filter(isActor);
    const moved = MOVED.test(type) ? [...of, ...genitive].filter((m) => m.kind === 'actor') : [];
    return {
      agents: unique(moved.length > 0 ? moved : doers.length > 0 ? doers : subject),
      targets: unique([...of, ...genitive, ...object].filter((m) => m.kind === 'facility')),
    };
  }
  const suffered =
    language === 'en' || SUFFERED.test(type) || signal.lemma === 'استهداف'
      ? [...of, ...object]
      : [...genitive, ...of].filter((m) => !isActor(m) || m.of_ === 'civilian');
  const doing = genitive.filter((m) => !suffered.includes(m));
  const agents = subject.length > 0 ? subject : owners.length > 0 ? owners : doing;
  const targets =
    against.length > 0 && !SUFFERED.test(type)
      ? [...against, ...suffered.filter((m) => m.kind === 'facility')]
      : suffered;
  return { agents: unique(agents), targets: unique(targets) };
};

/** A verb without a subject in words goes on with who acted last: in its sentence, else in the one before. */
const earlierDoer = (scene: Scene, signal: Signal, acting: readonly Found[]): Found[] => {
  const { tree } = scene;
  // A thing right before the verb is its subject, whatever the tree says: طائرة مسيرة استهدفت; «and» between them parts them.
  const beside =
    !/[وف]/.test(signal.clitics) &&
    scene.mentions.some((m) => m.after === signal.first && /^(?:weapon|facility|place|actor)$/.test(m.kind));
  if (beside) return [];
  const verb = scene.words.tokens[signal.first]!.norm;
  for (let at = (carrierOf(tree, signal.first) ?? 0) - 1; at >= 0; at--) {
    if (!isVerb(tree.words[at]!, scene.lexicon.language)) continue;
    const subject = scene.argumentsAt(tree.words[at]!.token)?.subject ?? [];
    const told = scene.lexicon.language === 'ar' ? subjectOf(scene, tree.words[at]!.token, '') : [];
    const found = (told.length > 0 ? told : unique(subject.map(scene.mentionOf))).filter(
      (m) => (m.kind === 'actor' || m.kind === 'person') && agrees(scene, verb, m),
    );
    if (found.length > 0) return found.slice(0, 1);
  }
  return acting.filter((m) => m.sentence.language !== 'ar' || agrees(scene, verb, m)).slice(-1);
};

/** Whether the tree has a mention as subject of another verb, one that does not lend itself to the trigger. */
const elsewhere = (scene: Scene, signal: Signal, m: Found, spoken: boolean): boolean => {
  const { tree, lexicon } = scene;
  const word = headWord(scene, m);
  const trigger = carrierOf(tree, signal.first);
  if (lexicon.language === 'en' && !spoken && word !== undefined && trigger !== undefined) {
    const verb = verbAbove(scene, word);
    if (verb !== undefined && verb !== verbAbove(scene, trigger)) {
      const relation = relationOf(tree, word);
      // What another verb has for its object or behind a preposition is that one's.
      if (verb > trigger && /^(?:obj|obl)$/.test(relation) && verb !== trigger) return true;
    }
  }
  if (word === undefined || trigger === undefined || !/^nsubj/.test(tree.words[word]!.relation ?? '')) return false;
  const verb = parentOf(tree, word);
  if (verb === undefined || verb === trigger || !isVerb(tree.words[verb]!, lexicon.language)) return false;
  // A verb that the trigger is an argument or a conjunct of may share its subject.
  return parentOf(tree, trigger) !== verb || /^(?:ccomp|advcl|acl|parataxis)$/.test(relationOf(tree, trigger));
};

/** Whether a word is a noun of its own that names nobody: it is in its role, and needs no other there. English. */
const isThing = ({ tree, lexicon, mentionOf }: Scene, word: number): boolean =>
  lexicon.language === 'en' &&
  /^(?:NOUN|DET)$/.test(tree.words[word]!.upos) &&
  /^(?:weapon|facility|undefined)$/.test(String(mentionOf(word)?.kind));

/** Roles of one trigger. Weapons of the clause are instruments, unless something was done to them. */
export const rolesOf = (
  scene: Scene,
  clause: Clause,
  signal: Signal,
  type: string,
  /** Who acted in the sentences before. */
  acting: readonly Found[],
): Roles => {
  const { words, sentence, mentions, lexicon } = scene;
  const taken = argumentsOfSignal(scene, signal);
  const tree = taken ? fromTree(scene, type, signal, taken) : { agents: [], targets: [] };
  const order = byOrder(words, sentence, clause, signal, mentions, lexicon);
  // «demanded a truce with the rebels», «threatened to ban the party»: whom politics is about stands within what is said.
  const spoken = familyOf(type) === 'politics';
  const decided: Decided =
    sentence.language === 'ar' && (signal.pos === 'v' || !MOVED.test(type))
      ? byPhrases(scene, clause, signal, type, OWN_DOING.test(type) || OWN_SPEECH.test(type))
      : {};
  // «نشر الجيش قواته»: who is moved acts; what the tree has of it stands.
  const moves = MOVED.test(type) && (decided.targets ?? []).some((m) => m.kind === 'actor');
  const ofTree = tree.agents.filter((m) => signal.pos !== 'v' || agrees(scene, words.tokens[signal.first]!.norm, m));
  const agents = (moves ? tree.agents : (decided.agents ?? ofTree)).filter(isActor);
  const targets = (moves ? tree.targets : (decided.targets ?? tree.targets.filter((m) => !agents.includes(m)))).filter(
    (m) => mayBeTarget(type, m),
  );
  // Word order fills what the tree leaves empty, but never with what the tree put elsewhere.
  const free = (m: Found): boolean =>
    !agents.includes(m) && !targets.includes(m) && !elsewhere(scene, signal, m, spoken);
  const passive = taken?.passive === true;
  const verbal = sentence.language === 'ar' && signal.pos === 'v';
  // An adjective of nation tells whose its own noun is, not who does the verb.
  const trigger = carrierOf(scene.tree, signal.first);
  const ofOther = (m: Found): boolean => {
    const word = m.kind === 'nationality' ? headWord(scene, m) : undefined;
    return word !== undefined && parentOf(scene.tree, word) !== trigger;
  };
  // «a motorcycle blew up», «asked for buses»: a thing that the tree has in a role leaves the role to nobody else.
  const filled = (words: readonly number[]): boolean => words.some((word) => isThing(scene, word));
  const doers =
    agents.length > 0 || passive || decided.agents || (taken?.verbal && filled(taken.subject) && !verbal)
      ? [...agents]
      : order.agents.filter((m) => isActor(m) && free(m) && !ofOther(m) && !(verbal && m.kind === 'nationality'));
  const sufferers =
    targets.length > 0 ||
    decided.targets ||
    (sentence.language === 'ar' && /^politics\.(?:agreement|ceasefire)/.test(type)) ||
    (MUTUAL.test(type) && taken?.verbal === false) ||
    (taken?.verbal &&
      !spoken &&
      taken.object.some((word) => isThing(scene, word) && scene.mentionOf(word) === undefined))
      ? targets
      : order.targets.filter((m) => mayBeTarget(type, m) && free(m) && !doers.includes(m));
  // Plain victims who are counted stand in the toll.
  const counted = (m: Found): boolean =>
    (m.kind === 'actor' || m.kind === 'person') &&
    /^(?:violence|harm)\./.test(type) &&
    m.kind === 'actor' &&
    m.of_ === 'civilian' &&
    scene.mentions.some((q) => q.kind === 'quantity' && q.counts === m.id);
  const civil = familyOf(type) === 'posture';
  const done = civil ? sufferers.filter((m) => m.kind !== 'place') : sufferers.filter((m) => !counted(m));
  const means = new Set(
    (taken ? [...taken.subject, ...taken.object, ...taken.obliques.map((o) => o.word)] : []).map(scene.mentionOf),
  );
  const instruments = mentions.filter(
    (m) =>
      m.kind === 'weapon' && (inClause(clause, m) || means.has(m)) && !done.includes(m) && !WEAPON_TARGETS.test(type),
  );
  const heirs =
    doers.length === 0 && taken?.verbal && (taken.dropped || (verbal && decided.targets)) && !passive && !decided.agents
      ? earlierDoer(scene, signal, acting)
      : [];
  doers.push(...heirs.filter((m) => !done.includes(m)));
  return { agents: unique(doers), targets: unique(done).filter((m) => !doers.includes(m)), instruments };
};
