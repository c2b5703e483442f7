/** What stands beside a name and says where it lies: «X, Y», «X in eastern Y», «the Syrian town of X», العاصمة الليبية طرابلس. */
import type { Token } from '../../language/index.ts';
import type { Words } from '../text.ts';
import type { Beside, Toponym } from './evidence.ts';

/** A people's name or another word that stands for a country. */
export type People = { readonly first: number; readonly after: number; readonly country: string };

// Words between a place and what it lies in.
const INSIDE = new Set(
  `in of at s 's the northern southern eastern western central north south east west northeast northwest southeast southwest
  northeastern northwestern southeastern southwestern rural countryside province governorate district near outside
  suburb suburbs city town village area region state county border
  في ب بريف ريف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط قرب محافظه بمحافظه مدينه بمدينه منطقه بمنطقه قضاء قضا بادية باديه الي من على علي
  الشرقي الغربي الشمالي الجنوبي الشرقيه الغربيه الشماليه الجنوبيه ضواحي ضاحيه اطراف داخل`.split(/\s+/),
);
/** Words that may stand between the two. */
const BRIDGE = 5;
/** Words between a place and the people that it is said to be of. */
const PEOPLE_REACH = 4;

const KIND_BEFORE: Readonly<Record<string, Beside['kind']>> = {
  province: 'province',
  governorate: 'province',
  state: 'province',
  county: 'district',
  district: 'district',
  city: 'settlement',
  town: 'settlement',
  village: 'settlement',
  محافظه: 'province',
  ولايه: 'province',
  مدينه: 'settlement',
  بلده: 'settlement',
  قريه: 'settlement',
};

const bare = (word: string): string => word.replace(/^[وفبل](?=\p{L}{4})/u, '');
const kindBefore = (tokens: readonly Token[], first: number): Beside['kind'] => {
  const before = tokens[first - 1]?.norm ?? '';
  if (before === 'of') return KIND_BEFORE[tokens[first - 2]?.norm ?? ''];
  return KIND_BEFORE[bare(before)];
};
const kindAfter = (tokens: readonly Token[], after: number): Beside['kind'] => {
  const word = tokens[after]?.norm ?? '';
  return /^(?:province|governorate|state|county|district|city|town|village)$/.test(word)
    ? KIND_BEFORE[word]
    : undefined;
};

/** For each name, in order of the text, what stands beside it. Looks a few words to each side, whatever the length. */
export const besideOf = (
  words: Pick<Words, 'tokens' | 'sentenceAt'>,
  names: readonly Toponym[],
  peoples: readonly People[],
): readonly Beside[] => {
  const { tokens } = words;
  /** Nothing but a comma or «and» stands between the two. */
  const comesBefore = (left: Toponym | undefined, right: Toponym | undefined): boolean => {
    if (left === undefined || right === undefined) return false;
    const between = tokens.slice(left.after, right.first).map((token) => token.norm);
    return between.length > 0 && between.length <= 2 && between.every((word) => /^(?:[,،]|and|or|و)$/.test(word));
  };
  let people = 0;
  if (tokens.length === 0) return names.map(() => ({ inside: [], countries: [] }));
  return names.map((name, at) => {
    const sentence = words.sentenceAt(Math.min(name.first, tokens.length - 1));
    const inside: { other: Toponym; sure: boolean; listed: boolean }[] = [];
    let edge = name.after;
    for (let next = at + 1; next < names.length && next <= at + 3; next++) {
      const other = names[next]!;
      if (other.first >= sentence.after) break;
      const between = tokens.slice(edge, other.first).map((token) => token.norm);
      const comma = between.length === 1 && /^[,،(]$/.test(between[0]!);
      const bridged =
        between.length > 0 &&
        between.length <= BRIDGE &&
        between.every((word) => INSIDE.has(word) || /^[,،(]$/.test(word));
      // Arabic writes ب to the name itself: بريف، بالحسكة.
      const joined = between.length === 0;
      if (!comma && !bridged && !joined) break;
      const listed = comma && (comesBefore(names[at - 1], name) || comesBefore(other, names[next + 1]));
      inside.push({ other, sure: comma && next === at + 1, listed });
      edge = other.after;
    }
    while (people > 0 && (peoples[people - 1]?.after ?? 0) > name.first - PEOPLE_REACH) people--;
    while (people < peoples.length && peoples[people]!.after <= name.first - PEOPLE_REACH) people++;
    const countries: string[] = [];
    for (let one = people; one < peoples.length && peoples[one]!.first <= name.after + 1; one++) {
      const { first, after, country } = peoples[one]!;
      if (first >= sentence.first && after <= sentence.after) countries.push(country);
    }
    const kind = kindBefore(tokens, name.first) ?? kindAfter(tokens, name.after);
    return { inside, countries, ...(kind ? { kind } : {}) };
  });
};
