/**
 * Mentions that only the tree shows: whoever was killed, wounded or kidnapped is somebody, though no table knows the
 * noun («vendors», «a harvester») and no title opens the name; and a surname that is a town's is a person there.
 */
import type { Lexicons } from '../lexicon/index.ts';
import type { SyntaxOf } from '../syntax.ts';
import { holds, type Sentence, type Stretch, type Words } from '../text.ts';
import type { FoundTime } from '../times/index.ts';
import type { Described } from './described.ts';
import type { FoundName } from './names.ts';
import type { FoundPerson } from './persons.ts';
import { type Sufferer, sufferersOf } from './sufferers.ts';

export type Suffered = {
  readonly described: readonly Described[];
  readonly persons: readonly FoundPerson[];
  /** Names of places that are persons' here. */
  readonly notPlaces: ReadonlySet<FoundName>;
};

const NOTHING: Suffered = { described: [], persons: [], notPlaces: new Set() };

// No persons, though words of harm go with them and they end like persons: «the engine was killed» is left out by its end.
const THINGS =
  /^(?:number|incident|document|murder|settlement|movement|moment|government|parliament|apartment|payment|agreement|event|accident|power|computer|paper|river|water|weather|matter|order|letter|border|tower|centre|center|motor|tractor|corridor|container|carrier|helicopter|plant|restaurant)$/;
// Callings and peoples: vendor, harvester, dentist, fisherman, librarian, migrant, resident, employee, shepherd.
const PERSON =
  /(?:er|or|ist|man|woman|person|boy|girl|ian|ant|ent|ee|eer|herd|maid|smith|folk|wright|kid|youth|elder)$/;

const overlaps = (a: Stretch, b: Stretch): boolean => a.first < b.after && a.after > b.first;

/** Sufferers of every word of harm in a sentence, by the token of the word. */
export const harmedIn = (sentence: Sentence, words: Words, syntax: SyntaxOf, lexicon: Lexicons): Sufferer[] => {
  if (sentence.language !== 'en') return [];
  const found: Sufferer[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    const hit = words.tokens[i]!.kind === 'word' ? lexicon.harm.at(words.tokens, i, 'en') : undefined;
    const [value] = hit?.values ?? [];
    if (hit && value && hit.after <= sentence.after && value.beside.length === 0)
      found.push(...sufferersOf(syntax.parsed(sentence), i, value.pos));
  }
  return found;
};

export const sufferedIn = (
  words: Words,
  sentence: Sentence,
  syntax: SyntaxOf,
  names: readonly FoundName[],
  described: readonly Described[],
  times: readonly FoundTime[],
  lexicon: Lexicons,
): Suffered => {
  const harmed = harmedIn(sentence, words, syntax, lexicon);
  if (harmed.length === 0) return NOTHING;
  const { tokens } = words;
  const found: Described[] = [];
  const persons: FoundPerson[] = [];
  const notPlaces = new Set<FoundName>();
  const isTitle = (i: number): boolean =>
    lexicon.titles.word(tokens[i]!.norm).length > 0 ||
    lexicon.modifiers.word(tokens[i]!.norm).length > 0 ||
    lexicon.heads.word(tokens[i]!.norm).length > 0;
  const peoples = names.filter((name) => name.names[0]!.kind !== 'place');
  for (const one of harmed.flatMap((each) => [each, ...each.parts])) {
    if (holds(times, one.head) || one.first < sentence.first || one.after > sentence.after) continue;
    // The run of capitals that ends the phrase is a name.
    let first = one.after;
    const named = (i: number): boolean =>
      tokens[i]!.kind === 'word' && tokens[i]!.capital && !holds(peoples, i) && !isTitle(i);
    while (first > one.first && named(first - 1)) first--;
    const last = one.after - 1;
    const proper = one.upos === 'PROPN' || (first < one.after && one.head < first);
    if (proper && first < one.after && !(first === sentence.first && last === first)) {
      const span = { first, after: one.after };
      if (described.some((d) => overlaps(d, span)) || persons.some((p) => overlaps(p, span))) continue;
      for (const name of names) if (name.names[0]!.kind === 'place' && overlaps(name, span)) notPlaces.add(name);
      persons.push({ sentence, ...span, start: tokens[first]!.start, end: tokens[last]!.end });
      continue;
    }
    const { norm } = tokens[one.head]!;
    // «the fighting killed six»: what happened is nobody.
    const happens = lexicon.triggers.word(norm).length > 0 || lexicon.harm.word(norm).length > 0;
    if (one.upos !== 'NOUN' || !PERSON.test(one.lemma) || THINGS.test(one.lemma) || happens) continue;
    const span = { first: one.head, after: one.head + 1 };
    if (holds(names, one.head) || described.some((d) => overlaps(d, span)) || found.some((d) => overlaps(d, span)))
      continue;
    found.push({
      kind: 'actor',
      sentence,
      ...span,
      start: tokens[one.head]!.start,
      end: tokens[one.head]!.end,
      head: one.lemma,
      of: 'civilian',
      private: false,
      headAt: one.head,
    });
  }
  return { described: found, persons, notPlaces };
};
