/**
 * Names of first-level divisions, and points to compare ours with, out of Debian's package libgeonames0
 * (data of GeoNames, CC BY 4.0): writes data/places/admin1.tsv and data/places/points.check.tsv. Run:
 *   apt-get download libgeonames0 && dpkg -x libgeonames0_*.deb FOLDER
 *   gresource extract FOLDER/usr/lib/x86_64-linux-gnu/libgeonames.so.0.3.0 /com/lomiri/geonames/cities.compiled > CITIES
 *   npx tsx tools/debian-cities.ts CITIES
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { baseCities } from './pack/geo.ts';
import { filesIn, readTable } from './pack/tables.ts';

export type DebianCity = {
  readonly geonames: string;
  readonly name: string;
  readonly admin1: string;
  readonly admin1Name: string;
  readonly country: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
};

/**
 * Cities of a serialised GVariant of type a(sssssssudd), the type that the library's own source declares: an array
 * of structs, its end offsets in the last four-byte words, strings closed by a zero byte, numbers aligned.
 * Form: https://developer-old.gnome.org/documentation/specifications/gvariant-specification-1.0.html
 */
export const citiesOf = (data: Buffer): readonly DebianCity[] => {
  const tableAt = data.readUInt32LE(data.length - 4);
  const count = (data.length - tableAt) / 4;
  const align = (at: number, to: number): number => Math.ceil(at / to) * to;
  return Array.from({ length: count }, (_, index) => {
    let at = index === 0 ? 0 : align(data.readUInt32LE(tableAt + (index - 1) * 4), 8);
    const strings = Array.from({ length: 7 }, () => {
      const end = data.indexOf(0, at);
      const text = data.toString('utf8', at, end);
      at = end + 1;
      return text;
    });
    at = align(at, 4);
    const population = data.readUInt32LE(at);
    at = align(at + 4, 8);
    const [geonames, name, admin1, admin1Name, country] = strings as [string, string, string, string, string];
    const point = { lat: data.readDoubleLE(at), lon: data.readDoubleLE(at + 8) };
    return { geonames, name, admin1, admin1Name, country, population, ...point };
  });
};

if (process.argv[1] === import.meta.filename) {
  const file = process.argv[2];
  if (!file) throw new Error('Say where cities.compiled is: npx tsx tools/debian-cities.ts CITIES');
  const cities = citiesOf(await readFile(file));
  const root = path.join(import.meta.dirname, '..');
  const from = 'From Debian libgeonames0 0.3.0-1 (GeoNames, CC BY 4.0), by tools/debian-cities.ts.';
  const write = (name: string, lines: readonly string[]): Promise<void> =>
    writeFile(path.join(root, 'data/places', name), `${lines.join('\n')}\n`);

  const inBase = new Set(baseCities().map((city) => `${city.country}\t${city.adminCode}`));
  const admin1 = new Map<string, string>();
  for (const city of cities) {
    const key = `${city.country}\t${city.admin1}`;
    if (city.admin1 && city.admin1Name && inBase.has(key)) admin1.set(key, city.admin1Name.trim().replace(/\s+/g, ' '));
  }
  const divisions = [...admin1].map(([key, name]) => `${key}\t${name}`).sort();
  await write('admin1.tsv', [`# First-level divisions by GeoNames code. ${from}`, 'country\tcode\ten', ...divisions]);

  const curated = await Promise.all(
    (await filesIn(path.join(root, 'data/places'), '.tsv')).map((f) => readTable(root, f)),
  );
  const wanted = new Set(
    curated
      .filter((t) => path.basename(t.file).startsWith('curated'))
      .flatMap((t) => t.rows.map((r) => r.cells.geonames)),
  );
  const points = cities
    .filter((city) => wanted.has(city.geonames))
    .map((city) => `${city.geonames}\t${city.lat}\t${city.lon}`)
    .sort();
  await write('points.check.tsv', [
    `# Second points of curated places, for the test alone. ${from}`,
    'geonames\tlat\tlon',
    ...points,
  ]);
  console.log(`${divisions.length} divisions, ${points.length} points`);
}
