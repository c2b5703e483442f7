/**
 * Who did what to whom, with what and where: sentences in the manner of different outlets, over many wars. One row says
 * one claim: type, then only the fields that the row is about. English; Arabic stands in roles.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

type Field = 'agents' | 'targets' | 'instruments' | 'places' | 'origin' | 'destination';
type Row = readonly [text: string, type: string, fields: Partial<Record<Field, readonly string[]>>];

const ROWS: readonly Row[] = [
  // a thing acts for whom it belongs to, and a weapon that acts is the means
  [
    'Air defences shot down 28 drones over Kharkiv.',
    'violence.interception',
    { targets: ['drones'], places: ['Kharkiv'] },
  ],
  ['A drone killed a man on a motorcycle in Bint Jbeil.', 'violence.drone-strike', { instruments: ['drone'] }],
  [
    'The army fired rockets at the base near Palmyra.',
    'violence.shelling',
    { agents: ['army'], targets: ['base'], instruments: ['rockets'] },
  ],
  // light verbs: their subject does what their noun tells
  ['The army responded with air strikes on Omdurman.', 'violence.airstrike', { agents: ['army'] }],
  ['Separatists imposed a lockdown in Bamenda.', 'control.curfew', { agents: ['Separatists'] }],
  // a thing that the tree has as subject leaves the role to nobody else
  ['The mayor spoke after a motorcycle blew up in Tumaco.', 'violence.explosive', { agents: [] }],
  // an empty noun gives way to its owner
  ['American warplanes struck dozens of Houthi targets in Sanaa.', 'violence.airstrike', { targets: ['Houthi'] }],
  // the means of another happening are not its own
  ['The mayor declared a curfew in Tumaco after an attack with explosives.', 'control.curfew', { instruments: [] }],
  // nothing is done to anybody by a flight or a truce
  ['Residents left their homes in Bunia because of fighting.', 'harm.displacement', { targets: [] }],
  ['Both sides agreed on a ceasefire in Sirte.', 'politics.ceasefire', { targets: [] }],
  // a verb and its particle, apart
  ['The militia pulled its fighters out of seven villages near Hajin.', 'posture.deployment', { agents: ['fighters'] }],
  // places that no table knows
  [
    'Rebels attacked a mine at Velkorova and a post near Ostrimbe.',
    'violence.attack',
    { agents: ['Rebels'], places: ['Velkorova', 'Ostrimbe'] },
  ],
  // the places of a cause are its own
  [
    'Israeli warplanes bombed Beirut in retaliation for a rocket attack on Haifa.',
    'violence.airstrike',
    { places: ['Beirut'] },
  ],
  // where a speaker is from is not where the thing happened
  ['The army mission in Libya called for talks in Geneva.', 'politics.demand', { targets: [] }],
];

describe('who did what to whom', () => {
  it.each(ROWS)('%s → %s', (text, type, fields) => {
    const { claims, mentions } = read({ id: 'who', text, date: '2024-05-15' });
    const claim = claims.find((each) => each.type === type);
    const words = (ids: readonly string[] = []): string[] =>
      ids.map((id) => {
        const { start, end } = mentions.find((each) => each.id === id)!;
        return text.slice(start, end);
      });
    const said = Object.fromEntries(Object.keys(fields).map((field) => [field, words(claim?.[field as Field])]));
    expect([claim?.type, said]).toEqual([type, fields]);
  });

  // What is no happening, or no harm, of its own.
  it.each([
    ['Soldiers exchanged prisoners of war in Kharkiv.', 'violence.clash'],
    ['Residents of Hodeidah said the ground shook like an earthquake when the army shelled the port.', 'harm.disaster'],
    ['Gunmen ambushed a convoy of the army near Gao.', 'posture.deployment'],
  ])('%s tells of no %s', (text, type) => {
    expect(read({ id: 'who', text }).claims.filter((claim) => claim.type === type)).toEqual([]);
  });

  it('counts whom a verb of harm harms, and nobody else', () => {
    const text = 'A bystander was shot dead and 23 protesters were taken into custody in Kampala.';
    const tolls = read({ id: 'who', text }).claims.flatMap((claim) => claim.toll.map(({ harm, low }) => [harm, low]));
    expect(tolls).toEqual([['killed', 1]]);
  });
});
