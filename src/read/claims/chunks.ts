/**
 * The noun phrases that follow an Arabic word, in order: what each stands behind, and who or what is named in it. Arabic
 * puts subject and object after their verb, and doer and sufferer after a masdar, with nothing between to part them, so
 * where one phrase ends must be known: a name is complete, a noun with its article takes no further noun, one without it
 * takes the next («محيط بلدة النبي شيت»), an ending in ون or ين none.
 */
import type { Found } from '../mentions/index.ts';
import { carrierOf, isVerb } from '../tree.ts';
import type { Scene } from './scene.ts';

export type Chunk = {
  readonly first: number;
  readonly after: number;
  /** The preposition that it stands behind; empty where there is none. */
  readonly preposition: string;
  /** Who or what each part of it is that «and» joins; the outermost of each. */
  readonly mentions: readonly Found[];
  /** All that is named in it: of «جرافات الجيش» the army too. */
  readonly within: readonly Found[];
  /** Its first noun, folded. */
  readonly head: string;
};

const PREPOSITION =
  /^[وف]?(?:في|من|الي|علي|عن|مع|قرب|بين|ضد|نحو|صوب|باتجاه|خلال|بعد|قبل|عبر|لدي|منذ|ضمن|داخل|خارج|حول|اثر|جراء|عقب|نتيجه|بسبب|تحت|فوق|امام|خلف|وراء|عند|لصالح|برفقه|مقابل|بدعم|دون|بدون|وسط|حتي|سوي|شمالي?|جنوبي?|شرقي?|غربي?|اقصي|انطلاقا|بحسب|وفق|حسب|بالقرب|بواسطه)$/;
const STOPS =
  /^[وف]?(?:ان|بان|لان|انها|انه|انهم|حيث|فيما|بينما|بعدما|عندما|حين|مما|ما|لكن|اذ|بحيث|كما|رغم|الذي|التي|الذين|اللذين|اللتين|اللذان|اللتان|كي|لكي|اذا|قد|لقد|سوف|لم|لن|لا|ليس|ليست)$/;
const MARKS = /^[.؛;:!؟?)\]]$/;
const QUOTES = /^[«»“”"]$/;
// «عدد من المقرات»: what is measured follows its «of».
const MEASURES =
  /^(?:عددا?|عدد|عشرات|مئات|ميات|الاف|بعض|احد|احدي|كل|جميع|معظم|غالبيه|مجموعه|سلسله|كميه|كميات|المزيد|مزيدا|اي)$/;
// A phrase this far behind its word is another's.
const REACH = 24;

/** Kinds of mentions that may play a part. */
const PARTIES = new Set(['actor', 'person', 'place', 'facility', 'weapon', 'nationality']);

const isNamed = (m: Found): boolean => m.actor !== undefined || m.kind === 'person' || m.kind === 'place';

/** Folded word without what is written to it in front. */
const bare = (norm: string): string => norm.replace(/^[وف](?=ال|..)/, '');

export const isDefinite = (norm: string): boolean => /^[وف]?[بك]?(?:ال|لل)/.test(norm);

/** Whether a written word bears tanwin, or an ending that no further noun may follow. */
const isClosed = (scene: Scene, token: number): boolean => {
  const { norm, start, end } = scene.words.tokens[token]!;
  const written = scene.words.text.slice(start, end);
  return (
    isDefinite(norm) ||
    /[\u064b-\u064d]/.test(written) ||
    /(?:ون|ين|تان)$/.test(norm) ||
    // The alef of the accusative: منزلا, هدفا.
    /..[^اوي]ا$/.test(norm)
  );
};

const made = new WeakMap<Scene, Map<string, readonly Chunk[]>>();

/** The noun phrases from a token up to the next verb, clause or stop. Several steps ask for the same ones: they are made once. */
export const chunksFrom = (scene: Scene, from: number, until: number): readonly Chunk[] => {
  const known = made.get(scene) ?? new Map<string, readonly Chunk[]>();
  made.set(scene, known);
  const key = `${from} ${until}`;
  const found = known.get(key) ?? chunksIn(scene, from, until);
  known.set(key, found);
  return found;
};

const chunksIn = (scene: Scene, from: number, until: number): Chunk[] => {
  const { words, tree, mentions, lexicon } = scene;
  const { tokens } = words;
  const own = mentions.filter((m) => PARTIES.has(m.kind) && m.after > from && m.first < until);
  /** The longest mention that begins at a token. */
  const mentionAt = (i: number): Found | undefined =>
    own.filter((m) => m.first === i).sort((a, b) => b.after - a.after || Number(b.kind === 'actor') - 1)[0];
  const timeAt = (i: number): Found | undefined =>
    mentions.find((m) => m.kind === 'time' && m.first <= i && i < m.after);
  const numberAt = (i: number): Found | undefined => mentions.find((m) => m.kind === 'quantity' && m.first === i);
  const tagAt = (i: number): string => {
    const word = carrierOf(tree, i);
    const found = word === undefined ? undefined : tree.words[word]!;
    return found === undefined ? 'X' : isVerb(found, 'ar') ? 'VERB' : found.upos;
  };
  /** The letters that are written to a token in front: و, ب, ل … */
  const joined = (i: number, m: Pick<Found, 'start'> | undefined): string => {
    const token = tokens[i]!;
    if (m && m.start > token.start) return words.text.slice(token.start, m.start).replace(/[\u064b-\u0652]/g, '');
    if (m) return '';
    const pieces = tree.words.filter((w) => w.token === i && /^(?:ADP|CCONJ|PART|SCONJ)$/.test(w.upos));
    return pieces.map((w) => w.form).join('');
  };
  const chunks: Chunk[] = [];
  let preposition = '';
  let joins = false;
  let i = from;
  const end = Math.min(until, from + REACH);
  while (i < end) {
    const { norm, kind } = tokens[i]!;
    const time = timeAt(i);
    if (time) {
      i = time.after;
      preposition = '';
      continue;
    }
    if (kind === 'punctuation') {
      if (MARKS.test(norm)) break;
      // «قصفت، الخميس، مقر»: a day between commas is an insertion; any other comma ends the clause.
      if (/^[،,]$/.test(norm)) {
        let next = i + 1;
        while (next < end && timeAt(next)) next = timeAt(next)!.after;
        if (next > i + 1) {
          i = /^[،,]$/.test(tokens[next]?.norm ?? '') ? next + 1 : next;
          continue;
        }
        break;
      }
      i++;
      continue;
    }
    const mention = mentionAt(i);
    if (mention === undefined && STOPS.test(norm)) break;
    if (mention === undefined && PREPOSITION.test(norm)) {
      // «من قبل», «على يد»: who did it follows.
      preposition =
        /^(?:قبل|يد|ايدي)$/.test(norm) && /^(?:من|علي)$/.test(preposition) ? 'قبل' : norm.replace(/^[وف]/, '');
      joins = norm.startsWith('و') && preposition !== norm;
      i++;
      continue;
    }
    if (mention === undefined && /^(?:يد|ايدي)$/.test(norm) && preposition === 'علي') {
      preposition = 'قبل';
      i++;
      continue;
    }
    const tag = tagAt(i);
    const noun = lexicon.isNoun(bare(norm));
    if (mention === undefined && tag === 'VERB' && !noun) break;
    const number = numberAt(i);
    if (
      mention === undefined &&
      number === undefined &&
      /^(?:ADV|ADP|PART|CCONJ|SCONJ|DET|X|AUX|PUNCT)$/.test(tag) &&
      !noun
    ) {
      i++;
      continue;
    }
    if (
      mention === undefined &&
      number === undefined &&
      tag === 'ADJ' &&
      !noun &&
      preposition === '' &&
      (chunks.length > 0 || i === from)
    ) {
      i++;
      continue;
    }
    // A phrase begins here.
    const letters = joined(i, mention ?? number);
    // «رئيس الوزراء العراقي محمد شياع»: a name behind its office goes with it.
    const office = chunks.at(-1);
    if (mention?.kind === 'person' && office?.after === i && letters === '' && preposition === '') {
      chunks[chunks.length - 1] = { ...office, after: mention.after };
      i = mention.after;
      continue;
    }
    const clitic = letters.replace(/^[وف]/, '');
    if (/[بلك]$/.test(clitic)) preposition = clitic.slice(-1);
    const together =
      /^و/.test(letters) || (mention === undefined && norm.startsWith('و') && tag !== 'VERB' && letters === 'و');
    const first = i;
    const held: Found[] = [];
    // «مجموعتين مسلحتين»: a dual is its own number.
    if (number && !(mention && mention.after >= number.after)) i = number.after;
    const head = bare(tokens[Math.min(i, end - 1)]!.norm).replace(/^[بلك](?=ال)/, '');
    i = phraseEnd(i);
    const last = chunks.at(-1);
    // «اعتقلت 12 مواطنا ومستوطنون يهاجمون»: what is joined and has a verb of its own opens a clause.
    if (together && held.length > 0 && i < end && tagAt(i) === 'VERB' && !mentionAt(i)) break;
    if (together && last && !joins && preposition === '' && held.length > 0)
      chunks[chunks.length - 1] = {
        ...last,
        after: i,
        mentions: [...last.mentions, held[0]!],
        within: [...last.within, ...held],
      };
    else chunks.push({ first, after: i, preposition, mentions: held.slice(0, 1), within: held, head });
    preposition = '';
    joins = false;

    /** Past the noun at a token, its adjectives and what it is of; notes who is named. */
    function phraseEnd(at: number): number {
      let j = at;
      for (let nouns = 0; j < end && nouns < 6; nouns++) {
        const m = mentionAt(j);
        if (m && nouns > 0 && m.start > tokens[j]!.start) break;
        if (m) {
          held.push(m);
          j = m.after;
        } else j++;
        while (j < end && adjective(j, j - 1)) j++;
        // «عددا من المقرات»: what is measured stands behind its «of».
        if (m === undefined && MEASURES.test(bare(tokens[j - 1]!.norm)) && tokens[j]?.norm === 'من') {
          j++;
          continue;
        }
        const closed = (m !== undefined && isNamed(m)) || isClosed(scene, j - 1);
        // «خلية «النخبة»»: marks of quotation part nothing.
        if (QUOTES.test(tokens[j]?.norm ?? '') && j < end) {
          if (closed) return j + 1;
          j++;
        }
        const next = j < end ? tokens[j] : undefined;
        if (closed || next === undefined || next.kind === 'punctuation' || timeAt(j)) break;
        const following = mentionAt(j);
        // «مسيرة سيارة»: a weapon or a man takes no site for its second part.
        if (following && m && following.kind === 'facility' && /^(?:weapon|actor)$/.test(m.kind)) break;
        if (following === undefined && (STOPS.test(next.norm) || PREPOSITION.test(next.norm))) break;
        const nextTag = tagAt(j);
        if (following === undefined && !(/^(?:NOUN|PROPN|NUM)$/.test(nextTag) || lexicon.isNoun(next.norm))) break;
        if (following === undefined && joined(j, undefined) !== '') break;
      }
      return j;
    }
  }
  return chunks;

  function adjective(j: number, before: number): boolean {
    const { norm, kind } = tokens[j]!;
    if (kind !== 'word' || timeAt(j)) return false;
    const m = own.find((each) => each.first === j);
    if (m !== undefined && m.kind !== 'nationality') return false;
    if (norm.startsWith('و') || /^[بل]/.test(joined(j, m))) return false;
    const agrees = isDefinite(norm) === isDefinite(tokens[before]!.norm) || isDefinite(norm);
    if (m !== undefined) return agrees;
    return agrees && tagAt(j) === 'ADJ' && !lexicon.isNoun(norm);
  }
};
