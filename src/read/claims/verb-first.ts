/**
 * Who did it and to whom in an Arabic clause, by the order of its phrases: «قصف الجيش البلدة», «إن الطائرات قصفت البلدة».
 * The parser was taught on a general treebank and hangs what follows a subject on it; the order of phrases is surer wherever
 * it leaves no choice. Where it leaves one, nothing is said.
 */
import { fold } from '../../language/index.ts';
import type { Found } from '../mentions/index.ts';
import { carrierOf, isVerb } from '../tree.ts';
import { chunksFrom } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { carrierSubject, type Decided, ofNoun } from './masdars.ts';
import type { Scene } from './scene.ts';
import type { Signal } from './signals.ts';
import { doersOf, isMeans, subjectBefore, suffersOnly, thingsOf } from './subjects.ts';

export type { Decided } from './masdars.ts';

const PRONOUN = /(?:هما|هم|هن|ها|ه|نا)$/;
const RELATIVE = /^(?:الذي|التي|الذين|اللذين|اللتين|اللذان|اللتان)$/;
const PASSIVE_MARK = /^[وف]?(?:\p{L}\u064f|ا(?:ست|[\p{L}])?\u064f|[أا]\u064f|است\u064f)/u;

// Whose preposition leads to whom it is done to.
const LEADS: readonly (readonly [RegExp, RegExp])[] = [
  [/^control\.release/, /^(?:عن)$/],
  [/^control\./, /^(?:علي)$/],
  [/^violence\.(?:clash|interception)/, /^(?:ل|مع|ضد|علي)$/],
  [/^(?:violence|harm)\./, /^(?:علي|ضد|صوب|نحو|باتجاه|ب)$/],
  [/^politics\.(?:statement|threat|demand|support|concession|condemnation)/, /^(?:الي|ل|من|علي|ب)$/],
];
// Verbs of these may stand without an object: who follows them does it.
const ALONE =
  /^(?:politics\.|violence\.clash|posture\.(?:deployment|presence|patrol|guard)|harm\.(?:displacement|return))/;
// What civilians only suffer.
const SUFFERED = /^(?:control\.(?:arrest|search)|violence\.(?:abduction|execution|torture))/;
// Both sides do these; of clashes those words that say so, and not an ambush or a raid.
const MUTUAL = /^politics\.(?:agreement|ceasefire|negotiation)/;
const FIGHTING = /^(?:اشتب|معرك|مواجه|قتال|قاتل|حرب|تبادل)/;

/** Whether the word of a verb carries a pronoun for its object, as its table of forms tells. */
const hasObjectPronoun = ({ words, lexicon }: Scene, signal: Signal): boolean => {
  const norm = words.tokens[signal.after - 1]!.norm.replace(/^[وف]?س?(?=[يتن])|^[وف]/, '');
  if (!PRONOUN.test(norm) || norm === fold(signal.lemma)) return false;
  const stem = norm.replace(PRONOUN, '');
  return lexicon.triggers.word(stem).some((each) => each.pos === 'v' && each.lemma === signal.lemma);
};

/** The site or thing that «ها» or «ه» at the end of a verb means: the nearest before it in the sentence that agrees. */
const meantByPronoun = ({ words, mentions }: Scene, signal: Signal): Found | undefined => {
  const feminine = /ها$/.test(words.tokens[signal.after - 1]!.norm);
  return mentions.findLast((m) => {
    if (m.after > signal.first || !/^(?:facility|weapon)$/.test(m.kind)) return false;
    const head = words.tokens[m.first]!.norm;
    const several = m.quantity !== undefined || /ات$/.test(head);
    return feminine
      ? several || /ه$/.test(head) || /^[وفبلك]?(?:ال)?(?:م[ق]ار|مواقع|نقاط|مبان|منازل|مخازن)/.test(head)
      : !/(?:ه|ات)$/.test(head);
  });
};

/** Who did what a verb tells, and to whom. */
const ofVerb = (scene: Scene, clause: Clause, signal: Signal, type: string): Decided => {
  const { words } = scene;
  const { tokens, text } = words;
  const after = chunksFrom(scene, signal.after, scene.sentence.after);
  const by = after.find((chunk) => chunk.preposition === 'قبل');
  const bare = after.filter((chunk) => chunk.preposition === '');
  const leads = LEADS.find(([types]) => types.test(type))?.[1];
  const led =
    leads === undefined
      ? undefined
      : after.find((chunk) => leads.test(chunk.preposition) && thingsOf(chunk).some((m) => m.kind !== 'weapon'));
  const pronoun = hasObjectPronoun(scene, signal);
  const written = text.slice(tokens[signal.first]!.start, tokens[signal.first]!.end);
  const before = tokens[signal.first - 1]?.norm ?? '';
  const [one, two] = bare;
  const adjacent = one !== undefined && one.first - signal.after <= 3;
  if (PASSIVE_MARK.test(written) && by === undefined) {
    const subject = one ?? subjectBefore(scene, clause, signal);
    return { agents: [], ...(subject ? { targets: thingsOf(subject) } : {}) };
  }
  if (by) return { agents: doersOf(scene, by, type), ...(one ? { targets: thingsOf(one) } : {}) };
  const subject = RELATIVE.test(before) || pronoun ? undefined : subjectBefore(scene, clause, signal);
  if (subject !== undefined) {
    const doers = doersOf(scene, subject, type);
    if (doers.length === 0 && !isMeans(subject)) return {};
    const object = one && thingsOf(one).length > 0 ? one : led;
    return { agents: doers, ...(object ? { targets: thingsOf(object) } : {}) };
  }
  if (one === undefined || !adjacent) {
    const meant = pronoun ? meantByPronoun(scene, signal) : undefined;
    const targets = [...(meant ? [meant] : []), ...(led ? thingsOf(led) : [])];
    return targets.length > 0 ? { targets } : {};
  }
  if (pronoun) {
    const doers = doersOf(scene, one, type);
    const meant = meantByPronoun(scene, signal);
    return { ...(doers.length > 0 ? { agents: doers } : {}), ...(meant ? { targets: [meant] } : {}) };
  }
  // «هدمت جرافات الجيش منزلين»: of two sites the first is what it was done with.
  const means = two !== undefined && two.first === one.after && suffersOnly(two) && one.mentions[0]?.of_ === 'vehicle';
  if (means) return { agents: doersOf(scene, one, type), targets: thingsOf(two) };
  if (suffersOnly(one)) return { targets: thingsOf(one) };
  const doers = doersOf(scene, one, type);
  if (doers.length === 0 && !isMeans(one)) return {};
  // «واعتقلت 12 مواطنا»: of civilians alone behind such a verb nobody thinks as who did it.
  if (two === undefined && SUFFERED.test(type) && doers.every((m) => m.of_ === 'civilian')) return { targets: doers };
  // «أغلقت القوات المداخل»: the object is a thing that is no mention.
  if (two?.first === one.after && two.within.length === 0) return { agents: doers };
  const object = two !== undefined && thingsOf(two).length > 0 && two.first - one.after <= 6 ? two : led;
  if (object !== undefined) return { agents: doers, targets: thingsOf(object) };
  // «وندد العراق … واستدعى السفير»: a verb that goes on after «and» may keep its subject and have here its object.
  if (!ALONE.test(type) || doers.length === 0 || (goesOn(scene, signal) && /^politics\./.test(type))) return {};
  return { agents: doers, targets: [] };
};

/** Whether a verb is joined by «and» to a verb before it in its sentence. */
const goesOn = ({ words, tree, sentence }: Scene, { first, clitics }: Signal): boolean => {
  if (!clitics.startsWith('و')) return false;
  for (let i = first - 1; i > sentence.first; i--) {
    const word = carrierOf(tree, i);
    if (word !== undefined && isVerb(tree.words[word]!, 'ar') && !/^[.؛]$/.test(words.tokens[i]!.norm)) return true;
  }
  return false;
};

/** Both sides of what takes two: «اشتباكات بين X وY», «اتفقت X مع Y», «إسرائيل وحماس تتفقان». */
const mutual = (scene: Scene, clause: Clause, signal: Signal, type: string): Decided => {
  const after = chunksFrom(scene, signal.after, scene.sentence.after);
  const between = after.find((chunk) => chunk.preposition === 'بين' && doersOf(scene, chunk, type).length > 0);
  if (between) return { agents: doersOf(scene, between, type) };
  const other = after.find((chunk) => chunk.preposition === 'مع' && doersOf(scene, chunk, type).length > 0);
  const bare = after.filter((chunk) => chunk.preposition === '');
  const one = signal.pos === 'v' ? (subjectBefore(scene, clause, signal) ?? bare[0]) : undefined;
  const own = one ? doersOf(scene, one, type) : (carrierSubject(scene, clause, signal, type)?.agents ?? []);
  // «قاتل الجيش الجماعات»: the one who is fought.
  const fought = signal.pos === 'v' && one === bare[0] && bare[1] ? doersOf(scene, bare[1], type) : [];
  const sides = [...own, ...(other ? doersOf(scene, other, type) : []), ...fought];
  return sides.length > 0 ? { agents: sides } : {};
};

/**
 * What the order of phrases decides of one trigger of an Arabic sentence.
 * @param owned whether the noun of its type names who does it, so that nobody suffers it («انسحاب القوات»)
 */
export const byPhrases = (scene: Scene, clause: Clause, signal: Signal, type: string, owned: boolean): Decided => {
  if (MUTUAL.test(type) || (type === 'violence.clash' && FIGHTING.test(signal.lemma)))
    return mutual(scene, clause, signal, type);
  return signal.pos === 'v' ? ofVerb(scene, clause, signal, type) : ofNoun(scene, clause, signal, type, owned);
};
