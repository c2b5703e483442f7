/** Given spans → where each lies: the resolution of the reader alone, for names that something else has found. */
import { cliticReadings, fold, languageByScript } from '../language/index.ts';
import type { Language, PlaceValue, Span } from '../model/index.ts';
import type { ReaderData } from './data.ts';
import { compileNames, countriesSaid, namesIn } from './mentions/index.ts';
import {
  besideOf,
  compilePlaces,
  type Meaning,
  meaningOfText,
  placeValue,
  rankPlaces,
  type Toponym,
} from './places/index.ts';
import { wordsOfParts } from './text.ts';

/**
 * @returns a pure function: the place of each span of a text, undefined where no known place bears its name
 */
export const createLocator = (
  data: ReaderData,
): ((text: string, spans: readonly Span[]) => readonly (PlaceValue | undefined)[]) => {
  const index = compilePlaces(data);
  const table = compileNames(data, index);
  const known = (forms: readonly string[]): { name: string; meaning: Meaning } => {
    for (const name of forms) {
      const meaning = meaningOfText(name, index);
      if (meaning.entries.length + (meaning.rarely?.length ?? 0) > 0 || table.peopleOf(name)) return { name, meaning };
    }
    return { name: forms[0]!, meaning: { entries: [] } };
  };
  return (text, spans) => {
    const language: Language = languageByScript(text);
    const words = wordsOfParts(text, [{ kind: 'body', start: 0, end: text.length, language }]);
    const said = countriesSaid(words.sentences.flatMap((sentence) => namesIn(words, sentence, table, [])));
    const inOrder = spans.map((span, at) => ({ span, at })).sort((a, b) => a.span.start - b.span.start);
    const kinds: ReturnType<typeof meaningOfText>[] = [];
    let token = 0;
    const toponyms = inOrder.map(({ span }): Toponym => {
      while (token < words.tokens.length && words.tokens[token]!.end <= span.start) token++;
      let after = token;
      while (after < words.tokens.length && words.tokens[after]!.start < span.end) after++;
      const written = text.slice(span.start, span.end);
      // A span that cuts a word means the word, except that Arabic writes و and ب to the name.
      const [from, to] = [words.tokens[token], words.tokens[after - 1]];
      const whole = from && to && after > token ? text.slice(from.start, to.end) : written;
      const forms = [written, whole, ...cliticReadings(fold(whole)).map(({ norm }) => norm)];
      const { name, meaning } = known(forms);
      kinds.push(meaning);
      const people = table.peopleOf(name);
      const country = people && index.byId.get(`country:${people}`);
      return {
        first: token,
        after: Math.max(after, token + 1),
        key: name.toLowerCase(),
        candidates: country ? [country] : meaning.entries,
        ...(meaning.rarely ? { rarely: meaning.rarely } : {}),
      };
    });
    const beside = besideOf(words, toponyms, said.peoples).map((one, at) =>
      kinds[at]!.kind ? { ...one, kind: kinds[at]!.kind! } : one,
    );
    const ranked = rankPlaces(toponyms, beside, said.weights, index);
    const found: (PlaceValue | undefined)[] = spans.map(() => undefined);
    inOrder.forEach(({ at }, order) => {
      const resolved = ranked[order];
      if (resolved && resolved.doubt !== 'undecided') found[at] = placeValue(resolved.entry, resolved.score, index);
    });
    return found;
  };
};
