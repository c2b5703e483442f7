/** Holds data/ontology to the schema, freezes its ids, and keeps the names of other code books spelt as they spell them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type EventType, eventTypeSchema, FAMILIES } from './ontology.ts';

const folder = fileURLToPath(new URL('../../data/ontology/', import.meta.url));

/** Ids are published: adding one is a line here; renaming or removing one breaks what others have stored. */
const FROZEN = {
  violence:
    'airstrike drone-strike shelling missile clash explosive suicide-attack shooting assassination execution abduction torture sexual interception destruction looting attack chemical grenade mob riot crowd-control beating',
  posture:
    'deployment presence visibility facility guard patrol checkpoint materiel command recruitment training meeting concealment alert strategy',
  control:
    'capture transfer siege closure curfew arrest release weapons-seizure search expulsion restriction inaction surrender emergency cyberattack',
  politics:
    'statement threat demand agreement ceasefire negotiation sanction protest appointment resignation visit trial election realignment responsibility accusation condemnation investigation rejection support cooperation concession relations coup',
  harm: 'casualties displacement return aid aid-blocked damage disease disaster accident crime mass-grave',
  assessment: 'judgement',
} as const;

/** Event and sub-event types of the ACLED code book that the types may point to. */
const ACLED: Readonly<Record<string, readonly string[]>> = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
};

/** Events and modes of the PLOVER manual, draft 0.8; the first word is the event. */
const PLOVER: Readonly<Record<string, string>> = {
  AGREE: '',
  CONSULT: 'visit third-party multilateral phone',
  SUPPORT: '',
  CONCEDE: '',
  COOPERATE: '',
  AID: '',
  RETREAT: 'withdraw release disarm ceasefire access resign',
  REQUEST: 'assist change yield meet',
  ACCUSE: 'disapprove investigate allege',
  REJECT: 'assist change yield meet',
  THREATEN: 'restrict arrest relations expel territory violence',
  PROTEST: 'demo riot strike hunger boycott obstruct vandalize',
  SANCTION: 'convict expel withdraw discontinue',
  MOBILIZE: 'troops weapons police militia',
  COERCE: 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber',
  ASSAULT:
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
};

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

function read(file: string): EventType {
  return eventTypeSchema.parse(parse(readFileSync(folder + file, 'utf8')));
}

/** Every text that a person wrote for one language. */
function texts(type: EventType, language: 'en' | 'ar'): string[] {
  const { label, definition, not, examples, counterExample } = type;
  return [label[language], definition[language], not[language], ...examples[language], counterExample[language]];
}

test('ids are frozen', () => {
  const frozen = Object.entries(FROZEN).flatMap(([family, kinds]) =>
    kinds.split(' ').map((kind) => `${family}.${kind}`),
  );
  expect(files.map((file) => file.replace(/\.yaml$/, '')).sort()).toEqual(frozen.sort());
});

test('every family has a type, and no type lies outside the families', () => {
  expect(new Set(files.map((file) => file.split('.')[0]))).toEqual(new Set(FAMILIES));
});

test.each(['en', 'ar'] as const)('labels in %s are unique', (language) => {
  const labels = files.map((file) => read(file).label[language].toLowerCase());
  expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
});

test.each(['en', 'ar'] as const)('no example in %s serves two types', (language) => {
  const examples = files.flatMap((file) => [...read(file).examples[language], read(file).counterExample[language]]);
  expect(examples.filter((example, at) => examples.indexOf(example) !== at)).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const type = read(file);

  test('id is the file name', () => expect(`${type.id}.yaml`).toBe(file));

  test('two examples in each language', () => {
    expect(type.examples.en).toHaveLength(2);
    expect(type.examples.ar).toHaveLength(2);
  });

  test('each language is written in its own letters', () => {
    // Ids of types and the name ACLED may stand in Arabic words; the rest may not.
    for (const text of texts(type, 'ar')) {
      expect(text).toMatch(/\p{Script=Arabic}{2}/u);
      expect(text.replace(/ACLED|[a-z]+\.[a-z-]+/g, '')).not.toMatch(/\p{Script=Latin}/u);
    }
    for (const text of texts(type, 'en')) expect(text).not.toMatch(/\p{Script=Arabic}/u);
  });

  test('types that it points to exist', () => {
    const families = FAMILIES.join('|');
    const pointers = texts(type, 'ar')
      .concat(texts(type, 'en'))
      .flatMap((text) => [...text.matchAll(new RegExp(`\\b(?:${families})\\.[a-z-]+`, 'g'))].map(([id]) => id));
    for (const id of pointers) expect(files).toContain(`${id}.yaml`);
  });

  test('other code books are spelt as they spell themselves', () => {
    const { acled, plover, cameo } = type.maps;
    if (acled !== undefined) expect(ACLED[acled.event]).toContain(acled.sub);
    if (plover !== undefined) expect(Object.keys(PLOVER)).toContain(plover.event);
    if (plover?.mode !== undefined) expect(PLOVER[plover.event]?.split(' ')).toContain(plover.mode);
    if (cameo !== undefined) expect(cameo).toMatch(/^(0[1-9]|1\d|20)\d{1,2}$/);
  });
});
