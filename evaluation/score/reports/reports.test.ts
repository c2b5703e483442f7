/** The scorer of our own reports, on annotations that are changed in one thing each. */
import { describe, expect, test } from 'vitest';
import { type Annotated, type MarkedClaim, openReports, vocabularyOf } from '../../annotate/index.ts';
import { openContext } from '../../context.ts';
import { worstPage } from '../../reports-page.ts';
import { tableOfGenres, tableOfReports } from '../../reports-score.ts';
import { acceptable, addTallies, claimPairs, scoreReport, scoresIn } from './index.ts';

const context = await openContext();
const reports = openReports('open', vocabularyOf(context.data));
const tanf = reports.find(({ name }) => name === 'en-tanf-drones')!;

const f1 = (gold: Annotated, other: Annotated, measure: string): number =>
  scoresIn(scoreReport(gold, other), measure).f1;
const withClaims = (change: (claim: MarkedClaim) => MarkedClaim): Annotated => ({
  ...tanf,
  claims: tanf.claims.map(change),
});

test('an annotation agrees with itself in everything', () => {
  for (const [measure, { right, predicted, gold }] of addTallies(reports.map((report) => scoreReport(report, report))))
    expect([measure, right, predicted]).toEqual([measure, gold, gold]);
});

describe('what is changed is seen, and nothing else', () => {
  test.each<[string, (claim: MarkedClaim) => MarkedClaim]>([
    ['agents', (claim) => ({ ...claim, agents: [] })],
    ['speakers', (claim) => ({ ...claim, speakers: [] })],
    ['toll', (claim) => ({ ...claim, toll: [{ harm: 'killed', low: 99, high: 99, start: 0, end: 1 }] })],
    ['modality', (claim) => ({ ...claim, modality: 'cancelled' })],
    ['background', (claim) => ({ ...claim, background: false })],
    [
      'time',
      (claim) => ({
        ...claim,
        time: { precision: 'day', basis: 'stated', earliest: '1999-01-01', latest: '1999-01-01' },
      }),
    ],
    ['same', ({ same: _same, ...claim }) => claim],
  ])('%s', (measure, change) => {
    const other = withClaims(change);
    expect(f1(tanf, other, measure)).toBeLessThan(0.5);
    expect(f1(tanf, other, 'claims')).toBe(1);
    for (const untouched of ['type', 'targets', 'mentions', 'parts'].filter((each) => each !== measure))
      expect([untouched, f1(tanf, other, untouched)]).toEqual([untouched, 1]);
  });

  test('what is denied, planned or threatened counts as kept where it is not asserted, whatever it is called', () => {
    expect(
      f1(
        tanf,
        withClaims((claim) => ({ ...claim, modality: 'possible' })),
        'kept from asserted',
      ),
    ).toBe(1);
    expect(
      f1(
        tanf,
        withClaims((claim) => ({ ...claim, modality: 'asserted' })),
        'kept from asserted',
      ),
    ).toBe(0);
  });
});

describe('which claim is which', () => {
  const claim = (type: string, trigger: [number, number], quote: [number, number]): MarkedClaim => ({
    ...tanf.claims[0]!,
    type,
    trigger: { start: trigger[0], end: trigger[1] },
    quote: { start: quote[0], end: quote[1] },
    or: [],
  });
  const gold = claim('violence.drone-strike', [10, 16], [0, 40]);
  test.each([
    ['the same trigger, whatever the type', claim('posture.alert', [10, 16], [0, 40]), 1],
    ['half of the clause and the same type', claim('violence.drone-strike', [30, 35], [20, 90]), 1],
    ['half of the clause and an attack of no kind', claim('violence.attack', [30, 35], [20, 90]), 1],
    ['half of the clause and another type', claim('violence.shelling', [30, 35], [20, 90]), 0],
    ['less than half of the clause', claim('violence.drone-strike', [30, 35], [21, 90]), 0],
  ])('%s', (_what, other, pairs) => expect(claimPairs([gold], [other])).toHaveLength(pairs));

  test('nobody is taken twice, and the better one is taken', () => {
    const other = [claim('posture.alert', [10, 16], [0, 40]), gold];
    expect(claimPairs([gold], other)).toEqual([[0, 1]]);
  });

  test('a type that the annotation allows is acceptable', () => {
    expect(acceptable({ ...gold, or: ['harm.damage'] }, 'harm.damage')).toBe(true);
    expect(acceptable(gold, 'harm.damage')).toBe(false);
  });
});

describe('the pages', () => {
  const scored = reports.map((gold) => ({
    gold,
    other: { ...gold, claims: gold.claims.slice(1) },
    tally: scoreReport(gold, { ...gold, claims: gold.claims.slice(1) }),
  }));

  test('show what was missed where it stands, and no text as mark-up', () => {
    const odd = { ...tanf, text: tanf.text.replace('US forces', '<b>&&&<b>') };
    const html = worstPage([
      { gold: odd, other: { ...odd, claims: [] }, tally: scoreReport(odd, { ...odd, claims: [] }) },
    ]);
    expect(html).toContain('<mark class="missed">down<sup>1</sup></mark>');
    expect(html).toContain('&lt;b&gt;&amp;');
    expect(html).not.toContain('<script');
  });

  test('tell by measure, language and genre', () => {
    expect(tableOfReports(scored)).toMatch(/^\| claims \| \d+ \| 100\.0 \|/m);
    expect(tableOfGenres(scored)).toMatch(/^\| quiet \| 3 \| 0 \| 0 \|/m);
  });
});
