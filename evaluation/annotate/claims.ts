/** The claims of an annotation: words → spans, names → mentions, what is left out → its default. */
import type { Claim, Span, Toll } from '../../src/model/index.ts';
import type { MarkedClaim } from './annotation.ts';
import { Fault, inField, type Note, type Path } from './faults.ts';
import { flagOf, type Written, type WrittenClaim } from './format.ts';
import type { Glossary } from './glossary.ts';
import { timeOf, tollOf, type Vocabulary } from './values.ts';
import { linesOf, sentenceFrom, spanOf } from './words.ts';

type Role = 'agents' | 'targets' | 'instruments' | 'places' | 'from' | 'to';

type Scopes = { readonly clause: Span; readonly sentence: Span; readonly line: Span; readonly text: Span };

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Modality, status and background out of `as`. */
const flagsOf = (written = ''): Pick<Claim, 'modality' | 'background'> & Partial<Pick<Claim, 'status'>> => {
  const flags = written
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const flag = flagOf(word);
      if (flag === undefined) throw new Fault(`«${word}» is no modality, no status and not «background».`);
      return flag;
    });
  return Object.assign({ modality: 'asserted' as const, background: false }, ...flags);
};

const timeFor = (written: string | undefined, scopes: readonly Span[], glossary: Glossary): Claim['time'] => {
  if (written === undefined) return { precision: 'bounded', basis: 'report' };
  const [, value, words = written] = /^(\S+) = (.+)$/su.exec(written) ?? [];
  const id = glossary.at(words, scopes, 'time');
  const mention = glossary.get(id);
  if (value !== undefined) return { ...timeOf(value), basis: 'implied', mention: id };
  if (mention?.kind !== 'time' || glossary.made(id))
    throw new Fault(`«${words}» is not listed under «times»: list it there, or write «2024-10-08 = ${words}».`);
  // «7 May» of a page without a year: known to be stated, not known to be when.
  if (mention.time === undefined) return { precision: 'bounded', basis: 'implied', mention: id };
  return { ...mention.time, mention: id };
};

const tollsFor = (
  written: readonly string[],
  scopes: readonly Span[],
  text: string,
  language: Written['language'],
): Toll[] =>
  written.map((each) => {
    const { harm, whole, including } = tollOf(each);
    const placed = ({ words, ...range }: typeof whole) => ({ ...range, ...spanOf(text, words, scopes, language) });
    return { harm, ...placed(whole), ...(including.length > 0 && { including: including.map(placed) }) };
  });

/** A vocabulary's fault in a type or its change. */
const checkType = ({ type, change, or = [] }: WrittenClaim, { types }: Vocabulary): void => {
  for (const each of [type, ...or]) if (!types.has(each)) throw new Fault(`data/ontology has no type «${each}».`);
  if (type.startsWith('posture.') && change === undefined)
    throw new Fault(`${type} needs a change after it: «${type} ended».`);
};

export const claimsOf = (
  text: string,
  written: Written,
  glossary: Glossary,
  vocabulary: Vocabulary,
  note: Note,
): { readonly claims: readonly MarkedClaim[]; readonly sentences: readonly Span[] } => {
  const { language } = written;
  const whole = { start: 0, end: text.length };
  const lines = linesOf(text);
  const claims: MarkedClaim[] = [];
  const sentences: Span[] = [];
  const names = new Map<string, string>();
  for (const { claims: own } of written.read) for (const { id } of own) if (id !== undefined) names.set(id, id);
  const known = (name: string): string => {
    if (names.has(name)) return name;
    throw new Fault(`No claim has the id «${name}».`);
  };

  const one = (claim: WrittenClaim, sentence: Span, line: Span, common: readonly string[], path: Path): void => {
    const scopesOf = (clause: Span): Scopes => ({ clause, sentence, line, text: whole });
    note(path, () => checkType(claim, vocabulary));
    note(path, () => {
      const { quote: clause } = claim;
      const quote =
        clause === undefined ? sentence : inField('quote', () => spanOf(text, clause, [sentence, line], language));
      const scopes = scopesOf(quote);
      const near = [scopes.clause, scopes.sentence, scopes.line, scopes.text];
      const trigger = spanOf(text, claim.trigger, [quote, sentence, line], language);
      const all = (key: Role, kind: Parameters<Glossary['at']>[2]): string[] =>
        inField(key, () => claim[key].map((each) => glossary.at(each, near, kind)));
      const places = all('places', 'place');
      const widest = places.map((id) => glossary.get(id)!);
      const placesFrom = (['clause', 'sentence', 'line', 'text'] as const).find((scope) =>
        widest.every((mention) => inside(mention, scopes[scope])),
      );
      const speakers = inField('speakers', () =>
        (claim.speakers ?? common).map((each) => {
          const [who = '', cue] = each.split(' / ');
          const mention = glossary.at(who, near, 'actor');
          const heard = cue === undefined ? glossary.get(mention)! : spanOf(text, cue, near, language);
          return { mention, cue: { start: heard.start, end: heard.end } };
        }),
      );
      const { modality, status, background } = inField('as', () => flagsOf(claim.as));
      claims.push({
        id: claim.id ?? `c${claims.length + 1}`,
        type: claim.type,
        ...(claim.or !== undefined && { or: claim.or }),
        ...(claim.change !== undefined && { change: claim.change }),
        quote,
        trigger,
        agents: all('agents', 'actor'),
        targets: all('targets', 'actor'),
        instruments: all('instruments', 'weapon'),
        places,
        ...(places.length > 0 && {
          placesFrom: placesFrom === 'line' ? 'paragraph' : placesFrom === 'text' ? 'report' : placesFrom!,
        }),
        destination: all('to', 'place'),
        origin: all('from', 'place'),
        time: inField('time', () => timeFor(claim.time, near, glossary)),
        toll: inField('toll', () => tollsFor(claim.toll, near, text, language)),
        speakers,
        modality,
        ...(status !== undefined && { status }),
        ...(claim.cause !== undefined && { cause: inField('cause', () => claim.cause!.map(known)) }),
        ...(claim.purpose !== undefined && {
          purpose: inField('purpose', () => spanOf(text, claim.purpose!, near, language)),
        }),
        ...(claim.same !== undefined && { same: inField('same', () => known(claim.same!)) }),
        background,
      });
    });
  };

  written.read.forEach(({ at, claims: own, speakers }, nth) => {
    note(['read', nth, 'at'], () => {
      const opening = spanOf(text, at, [whole], language);
      const line = lines.find((each) => inside(opening, each));
      if (line === undefined) throw new Fault(`«${at}» runs over the end of a line.`);
      const sentence = at.includes(' … ') ? opening : sentenceFrom(text, opening, line);
      sentences.push(sentence);
      own.forEach((claim, index) => {
        one(claim, sentence, line, speakers, ['read', nth, 'claims', index]);
      });
    });
  });
  return { claims, sentences };
};
