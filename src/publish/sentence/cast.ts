/** Who and what of a record fills the slots of a row, and where it happened. */
import type { Harm, Language } from '../../model/index.ts';
import type { PublicActor, PublicPlace, PublicRecord } from '../types.ts';
import { words } from '../words/index.ts';
import type { Vocabulary } from './noun-phrase.ts';
import { listOf, type Party, partyOf, partyOfWords, placeParty } from './party.ts';
import type { SlotName } from './template.ts';
import type { Cast } from './told.ts';
import { partyOfCount } from './tolls.ts';

/** What a sentence is made of: a public record, or one claim that speaks for itself. */
export type Sayable = Pick<
  PublicRecord,
  | 'type'
  | 'label'
  | 'change'
  | 'agents'
  | 'targets'
  | 'facilities'
  | 'places'
  | 'time'
  | 'timeBasis'
  | 'tolls'
  | 'modality'
> & { readonly claims: readonly Pick<PublicRecord['claims'][number], 'stance' | 'speakers' | 'publisher'>[] };

/** A toll that is what the event does to whom: «240 people were arrested». */
export const OBJECT: Readonly<Record<string, Harm>> = {
  'control.arrest': 'arrested',
  'violence.abduction': 'abducted',
  'harm.displacement': 'displaced',
  'violence.assassination': 'killed',
  'violence.execution': 'killed',
};

/** Movements: a building that is named may be where they led, so that «at» it would claim too much; and checkpoints, said already. */
const NO_SITE: ReadonlySet<string> = new Set([
  'harm.displacement',
  'harm.return',
  'posture.presence',
  'posture.checkpoint',
]);

const WAYS: Readonly<Record<'origin' | 'destination', Readonly<Record<Language, string>>>> = {
  origin: { en: 'from', ar: 'من' },
  destination: { en: 'to', ar: 'إلى' },
};

export const others = (vocabulary: Vocabulary, what = 'others'): Readonly<Record<Language, string>> => {
  const { en, ar } = vocabulary.book.frame(what);
  return { en, ar };
};

type There = ReturnType<typeof placeParty>;

/** Places with what leads to them: «at A and in B», «في A وB وعند C». */
const led = (
  there: readonly There[],
  vocabulary: Vocabulary,
  way?: 'origin' | 'destination',
): Record<Language, string> => {
  const say = (language: Language): string => {
    const lead = (place: There): string => (way ? WAYS[way][language] : place.lead[language]);
    const groups = [...new Set(there.map(lead))].map((each) => {
      const list = listOf(
        there.filter((place) => lead(place) === each),
        others(vocabulary, 'others.things'),
      );
      return list ? `${each} ${language === 'en' ? list.en.text : list.ar.oblique}` : '';
    });
    return words[language].and(groups.filter((text) => text !== ''));
  };
  return { en: say('en'), ar: say('ar') };
};

const asPronoun = (party: Party): Party => ({
  en: { text: party.en.plural ? 'they' : 'it', plural: party.en.plural },
  ar: party.ar,
});

/** @param self the doer has just been named as the speaker: English says «it» or «they» */
export const castOf = (record: Sayable, vocabulary: Vocabulary, self: boolean): Cast => {
  const people = (parties: readonly Party[]): Party | undefined => listOf(parties, others(vocabulary));
  const things = (parties: readonly Party[]): Party | undefined => listOf(parties, others(vocabulary, 'others.things'));
  const actors = (all: readonly PublicActor[]): Party[] => all.map((actor) => partyOf(actor, vocabulary));
  const [agents, named] = [actors(record.agents), actors(record.targets)];
  const sums = record.tolls.filter((toll) => toll.harm === OBJECT[record.type]);
  const counted = sums.length === 1 && (sums[0]!.low > 0 || sums[0]!.high === undefined) ? sums[0] : undefined;
  const targets = counted ? [partyOfCount(counted, vocabulary)] : named;
  const facilities = record.facilities.map((name) => partyOfWords(name, 'facility', vocabulary));
  // A country that is attacked is not also where.
  const isTarget = ({ name }: PublicPlace): boolean =>
    record.targets.some((target) => target.name.en !== undefined && target.name.en === name.en);
  const placed = (role: PublicPlace['role']): There[] =>
    record.places
      .filter((place) => place.role === role && !isTarget(place))
      .map((place) => placeParty(place, vocabulary));
  const at = placed('at');
  const facility = things(facilities);
  const slots: Partial<Record<SlotName, Party>> = {};
  const set = (slot: SlotName, party: Party | undefined): void => {
    if (party && (party.en.text !== '' || party.ar.oblique !== '')) slots[slot] = party;
  };
  const doer = people(agents);
  const agent = doer && self ? asPronoun(doer) : doer;
  set('agent', agent);
  set('target', people(targets));
  set('who', agent ?? people(targets));
  set('hit', (targets.length > 0 ? people : things)([...targets, ...facilities]));
  set('facility', facility);
  set('place', things(at));
  if (new Set([...agents, ...named].map((party) => party.en.text)).size > 1) set('both', people([...agents, ...named]));
  const ways = [led(placed('origin'), vocabulary, 'origin'), led(placed('destination'), vocabulary, 'destination')];
  const join = (language: Language): string =>
    ways
      .map((way) => way[language])
      .filter((text) => text !== '')
      .join(' ');
  // «at the hospital at Rivertown Hospital»: once is enough.
  const kind = facility?.en.text.split(' ').at(-1)?.toLowerCase() ?? '';
  const said = record.places.some((place) => kind !== '' && place.name.en?.toLowerCase().endsWith(kind));
  return {
    slots,
    where: led(at, vocabulary),
    ways: { en: join('en'), ar: join('ar') },
    site:
      facility && !said && !NO_SITE.has(record.type)
        ? { en: `at ${facility.en.text}`, ar: `في ${facility.ar.oblique}` }
        : { en: '', ar: '' },
  };
};
