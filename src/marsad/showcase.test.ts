/** Pages of corrections: as many questions to the store as for one record, however many there are, and no page too many. */
import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../model/index.ts';
import type { HarmGate, HeldRecord, View } from '../publish/index.ts';
import type { Store } from '../record/index.ts';
import type { Catalogue } from './catalogue.ts';
import { openShowcase } from './showcase.ts';

const view: View = { audience: 'public', language: 'en', now: '2024-05-01T10:20:00.000Z' };

/** A showcase over so many decided records; every fourth was made by the machine again. */
const over = (many: number) => {
  const asked: string[] = [];
  const noting =
    <A extends unknown[], T>(name: string, answer: (...given: A) => T) =>
    async (...given: A): Promise<T> => {
      asked.push(name);
      return answer(...given);
    };
  const ids = Array.from({ length: many }, (_, at) => `r${at}`);
  const store = {
    kind: 'pglite',
    changes: () => 0,
    records: noting('records', (of: readonly string[]) =>
      of.map((id) => ({ id, by: Number(id.slice(1)) % 4 === 3 ? 'machine' : 'person', claims: [] })),
    ),
    versionsOf: noting('versions', () => new Map()),
    decisionsOf: noting('decisions', (of: readonly string[]) => new Map(of.map((id) => [id, [{ id }]]))),
    reports: noting('reports', () => []),
    recordsOf: noting('records of reports', () => []),
  } as unknown as Store;
  const catalogue = {
    listRecords: noting('list', () => ({ ids, total: many })),
  } as unknown as Catalogue;
  const gate = {
    record: ({ record, decisions }: HeldRecord) => ({
      corrections: decisions?.map(() => ({
        recordId: (record as EventRecord).id,
        at: `2024-01-${String((Number(record.id.slice(1)) % 28) + 1).padStart(2, '0')}`,
      })),
    }),
  } as unknown as HarmGate;
  const about = { name: { en: 'M', ar: 'م' }, demo: false, machineRead: false, version: '0' };
  return { showcase: openShowcase(store, gate, () => undefined, about, catalogue), asked };
};

describe('corrections', () => {
  it.each([
    [0, 1, 1, 0],
    [10, 1, 1, 8],
    [60, 1, 3, 19],
    [60, 3, 3, 7],
    [60, 4, undefined, undefined],
    [60, 0, undefined, undefined],
  ])('of %i records, page %i: of %s, with %s', async (many, page, pages, lines) => {
    const found = await over(many).showcase.corrections?.(view, page);
    expect([found?.pages, found?.lines.length]).toEqual([pages, lines]);
    expect(found?.lines.map(({ at }) => at)).toEqual(
      found?.lines
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('ask the store as often for a page as for one record, and not again while nothing changes', async () => {
    const [one, sixty] = [over(1), over(60)];
    await one.showcase.corrections?.(view);
    await sixty.showcase.corrections?.(view);
    expect(sixty.asked).toEqual(one.asked);
    const before = sixty.asked.length;
    await sixty.showcase.corrections?.({ ...view, now: '2024-05-01T10:21:00.000Z' });
    expect(sixty.asked).toHaveLength(before);
  });
});
