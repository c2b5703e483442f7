/** Lists and searches by who looks: what the gate withholds is in none of the public's. Real reader, real store. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realWorld } from '../collect/index.ts';
import type { View } from '../publish/index.ts';
import { type Observatory, openObservatory } from './index.ts';

// A quarter and a village that are withheld, a private person, and an event that is delayed: persimmon.
const TEXTS = {
  english: `Strike in the Zumurrud neighborhood kills teacher Yaqut Almasi

A strike hit the Zumurrud neighborhood of Deir ez-Zor on 2 June 2030, killing the teacher Yaqut Almasi, the Syrian Observatory for Human Rights said.

Gunmen arrested a man in the village of Gharanij on 2 June 2030.
`,
  arabic: `غارة على حي الزمرد

أصابت غارة حي الزمرد بمدينة دير الزور في 2 حزيران/يونيو 2030، بحسب المرصد السوري لحقوق الإنسان.
`,
  delayed: 'Warplanes bombed a persimmon farm in Mayadin on 20 June 2030.',
};
// «Teacher» is no secret: a private person is told by the role, and by nothing else.
const secrets = ['Zumurrud', 'Yaqut', 'Almasi', 'Gharanij', 'الزمرد'];

let home: string;
let observatory: Observatory;
let now = '2030-06-20T12:00:00.000Z';
const view = (audience: View['audience']): View => ({ audience, language: 'en', now });
const ids = new Map<string, string>();

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'marsad-catalogue-'));
  observatory = await openObservatory({ home, demo: true, world: { ...realWorld, now: () => new Date(now) } });
  for (const [name, text] of Object.entries(TEXTS)) {
    await writeFile(join(home, `${name}.txt`), text);
    const [added] = await observatory.add([{ input: join(home, `${name}.txt`) }]);
    if (added && 'reportId' in added) ids.set(name, added.reportId);
  }
});
afterAll(async () => {
  await observatory.close();
  await rm(home, { recursive: true });
});

describe('the catalogue', () => {
  it('finds for the owner what is held', async () => {
    const found = await observatory.catalogue.listReports({ text: 'zumurrud teacher' }, view('owner'));
    expect(found).toEqual({ ids: [ids.get('english')], total: 1 });
    expect((await observatory.catalogue.listReports({ text: 'persimmon' }, view('owner'))).total).toBe(1);
  });

  it.each(secrets)('finds nothing for the public by «%s»', async (text) => {
    expect((await observatory.catalogue.listReports({ text }, view('owner'))).total).toBeGreaterThan(0);
    expect(await observatory.catalogue.listReports({ text }, view('public'))).toEqual({ ids: [], total: 0 });
    expect(await observatory.catalogue.listRecords({ text }, view('public'))).toEqual({ ids: [], total: 0 });
  });

  it('finds for the public what the gate lets out, under the place that stands for the withheld one', async () => {
    const { catalogue } = observatory;
    const exact = (await catalogue.countRecords('place', {}, view('owner'))).map((one) => one.key);
    const shown = (await catalogue.countRecords('place', {}, view('public'))).map((one) => one.key);
    expect(shown.length).toBeGreaterThan(0);
    const withheld = exact.filter((id) => !shown.includes(id));
    expect(withheld.length).toBeGreaterThan(0);
    expect((await catalogue.listRecords({ places: withheld }, view('owner'))).total).toBeGreaterThan(0);
    expect((await catalogue.listRecords({ places: withheld, types: ['control.arrest'] }, view('public'))).total).toBe(
      0,
    );
    const all = await catalogue.listRecords({ places: ['country:SY'] }, view('public'));
    expect(all.total).toBeGreaterThan(0);
    for (const id of all.ids) expect(await observatory.showcase.record(id, view('public'))).toBeDefined();
  });

  it('lists what is delayed when its time has come, without anybody writing anything', async () => {
    const find = () => observatory.catalogue.listReports({ text: 'persimmon' }, view('public'));
    expect((await find()).total).toBe(0);
    now = '2030-06-25T12:00:00.000Z';
    expect(await find()).toEqual({ ids: [ids.get('delayed')], total: 1 });
    const records = await observatory.catalogue.listRecords({ from: '2030-06-20' }, view('public'));
    expect(records.total).toBe(1);
  });

  it('is there when it is opened again', async () => {
    await observatory.close();
    observatory = await openObservatory({ home, world: { ...realWorld, now: () => new Date(now) } });
    expect((await observatory.catalogue.listReports({ text: 'persimmon' }, view('public'))).total).toBe(1);
  });
});
