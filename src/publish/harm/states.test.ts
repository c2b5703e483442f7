/** States as actors, and the parts of a toll, as the public reads them: in both languages, and without a private name. */
import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';
import { claimOf, heldRecord, heldReport, knowledge, PLACES, recordOf } from './planted.test-help.ts';

const land = { ...PLACES.town, id: 'country:OZ', name: { en: 'Oz', ar: 'أوز' }, precision: 'country' as const };
const gate = createGate(
  knowledge({
    actorName: (id) => (id === 'country:OZ' ? land.name : undefined),
    stateOf: (words) => (words === 'Ozian' ? 'country:OZ' : undefined),
  }),
);
const view = { audience: 'public', language: 'en', now: '2024-03-01T00:00:00Z' } as const;

const draft = heldReport({
  id: 'report',
  language: 'en',
  lines: [['body', 'Ozian jets struck Rivertown, Oz said: 7 killed, of them 3 nurses of Kafr Yaqut and Firuz Almaz.']],
  mentions: (find) => [
    { id: 'n', kind: 'nationality', ...find('Ozian'), rule: 't' },
    { id: 't', kind: 'place', ...find('Rivertown'), place: PLACES.town, rule: 't' },
    { id: 's', kind: 'place', ...find('Oz', 1), place: land, rule: 't' },
    { id: 'w', kind: 'actor', ...find('nurses of Kafr Yaqut'), head: 'nurse', rule: 't' },
    { id: 'v', kind: 'place', ...find('Kafr Yaqut'), place: PLACES.village, rule: 't' },
    { id: 'p', kind: 'person', ...find('Firuz Almaz'), private: true, rule: 't' },
  ],
  claims: (find) => [
    claimOf('c1', find('Ozian jets struck Rivertown'), find('struck'), {
      agents: ['n'],
      places: ['t'],
      speakers: [{ mention: 's', cue: find('said') }],
      toll: [
        {
          ...{ harm: 'killed', low: 7, high: 7, ...find('7') },
          including: [
            { low: 3, high: 3, who: 'w', ...find('3') },
            { low: 1, high: 1, who: 'p', ...find('Firuz') },
          ],
        },
      ],
    }),
  ],
});
const record = recordOf('r1', draft, 'c1', {
  agents: [{ actor: 'country:OZ', names: { en: 'Ozian' }, claims: [0] }],
  places: [{ place: PLACES.town, role: 'at', claims: [0] }],
  tolls: [
    {
      ...{ harm: 'killed', low: 7, high: 7, claims: [0] },
      including: [{ low: 3, high: 3, who: { en: 'nurses of Kafr Yaqut' } }],
    },
  ],
});
const held = { ...draft, records: [record] };

describe('a state', () => {
  it('acts and speaks under its own name in a claim', () => {
    const [claim] = gate.report(held, view)?.claims ?? [];
    expect(claim?.agents).toEqual([{ id: 'country:OZ', name: land.name }]);
    expect(claim?.speakers).toEqual([{ id: 'country:OZ', name: land.name }]);
  });

  it('stands so in the sentences of a record', () => {
    const sentence = gate.record(heldRecord(record, [held]), view)?.sentence;
    expect(sentence?.en).toMatch(/^Oz says that it .* in Rivertown/);
    expect(sentence?.ar).toMatch(/^تقول أوز إنها .* في /);
  });
});

describe('the parts of a toll', () => {
  it('are there, without what is withheld', () => {
    const shown = gate.record(heldRecord(record, [held]), view);
    expect(shown?.claims[0]?.tolls[0]?.including).toEqual([
      { low: 3, high: 3, who: { en: 'nurses of […]' } },
      { low: 1, high: 1, who: { en: 'a person', ar: 'شخص' } },
    ]);
    expect(shown?.tolls[0]?.including).toEqual([{ low: 3, high: 3, who: { en: 'nurses of […]' } }]);
  });

  it('are whole for the owner', () => {
    const shown = gate.record(heldRecord(record, [held]), { ...view, audience: 'owner' });
    expect(shown?.claims[0]?.tolls[0]?.including?.map((part) => part.who)).toEqual([
      { en: 'nurses of Kafr Yaqut' },
      { en: 'Firuz Almaz' },
    ]);
    expect(shown?.tolls[0]?.including?.[0]?.who).toEqual({ en: 'nurses of Kafr Yaqut' });
  });
});
