/** From a file to what may leave, with the real reader in its threads and the real store. Needs the packed data of a build. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../publish/index.ts';
import { type Added, type Observatory, openObservatory } from './index.ts';

const view: View = { audience: 'owner', language: 'en', now: '2026-01-01T00:00:00.000Z' };
const TEXT = `Strike kills four in Deir ez-Zor

Warplanes bombed the town of Mayadin on 2 March 2024, killing four people, the Syrian Observatory for Human Rights said.
`;

let home: string;
let observatory: Observatory;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-home-'));
  observatory = await openObservatory({ home, demo: true });
});
afterAll(async () => {
  await observatory.close();
  await rm(home, { recursive: true });
});
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(home, name), content);
  return join(home, name);
};

describe('an observatory', () => {
  let added: readonly Added[];
  it('adds what can be added, each with its own answer, in the order given', async () => {
    const inputs = [
      await file('report.txt', TEXT),
      join(home, 'nowhere.txt'),
      await file('empty.txt', ''),
      await file('same.txt', TEXT),
      await file(
        'page.html',
        `<html lang="en"><body><article><h1>Truce</h1><p>Nothing was heard in Idlib.</p></article></body></html>`,
      ),
      await file('white.html', '<html><body><img src="a"></body></html>'),
    ].map((input) => ({ input }));
    const told: number[] = [];
    added = await observatory.add(inputs, (_one, index) => told.push(index));
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
    expect(added.map((one) => ('failure' in one ? one.failure.code : one.held ? 'held' : 'new'))).toEqual([
      'new',
      'not-found',
      'empty',
      'held',
      'new',
      'empty',
    ]);
  });

  it('refuses a source that is not known, and names those that are', async () => {
    const input = await file('other.txt', 'Other.');
    const [one] = await observatory.add([{ input, given: { publisher: 'nobody' } }]);
    expect(one).toMatchObject({ failure: { code: 'source-unknown', message: expect.stringContaining('Known: ') } });
  });

  it('shows what it holds, through the gate', async () => {
    const id = added[0] && 'reportId' in added[0] ? added[0].reportId : '';
    const report = await observatory.showcase.report(id, view);
    expect(report?.parts.flatMap((part) => part.runs.map((run) => run.text)).join('')).toContain('Mayadin');
    expect(report?.claims.length).toBeGreaterThan(0);
    expect(report?.capture.hash).toMatch(/^[0-9a-f]{64}$/);
    const recordId = report?.claims.find((claim) => claim.recordId)?.recordId ?? '';
    const record = await observatory.showcase.record(recordId, view);
    expect(record?.claims.map((claim) => claim.reportId)).toContain(id);
    expect(await observatory.showcase.record(recordId, view, 99)).toBeUndefined();
    expect(await observatory.showcase.report('nothing', view)).toBeUndefined();
    const start = await observatory.showcase.home(view);
    expect(start.reports.map((line) => line.id)).toContain(id);
    expect(observatory.showcase.about()).toMatchObject({ demo: true, machineRead: true });
  });

  it('shows the public nothing of a report that is only to be linked, but its link', async () => {
    const secret = 'The depot stood behind the third bakery of Mayadin, where planes bombed it on 3 March 2024.';
    const [one] = await observatory.add([{ input: await file('secret.txt', secret), terms: 'link' }]);
    const id = one && 'reportId' in one ? one.reportId : '';
    expect(JSON.stringify(await observatory.showcase.report(id, { ...view, audience: 'public' }))).not.toContain(
      'third bakery',
    );
    expect(JSON.stringify(await observatory.showcase.report(id, view))).toContain('third bakery');
  });

  it('is one to a home, and one to a process', async () => {
    await expect(openObservatory({ home })).rejects.toMatchObject({ code: 'in-use' });
    const other = await mkdtemp(join(tmpdir(), 'marsad-home-'));
    await expect(openObservatory({ home: other })).rejects.toThrow('open already');
    expect(existsSync(join(other, 'lock'))).toBe(false);
    await rm(other, { recursive: true });
  });

  it('closes without losing what it has said is added, and stays what it was made as', async () => {
    const before = await observatory.showcase.home(view);
    const late = observatory.add([
      { input: await file('late.txt', 'Late.') },
      { input: await file('later.txt', 'Later.') },
    ]);
    await observatory.close();
    const results = await late;
    expect(results.filter((one) => 'failure' in one && one.failure.code !== 'closed')).toEqual([]);
    expect(existsSync(join(home, 'lock'))).toBe(false);
    observatory = await openObservatory({ home });
    expect(observatory.demo).toBe(true);
    const acknowledged = results.filter((one) => 'reportId' in one).length;
    expect((await observatory.showcase.home(view)).reports).toHaveLength(before.reports.length + acknowledged);
  });
});
