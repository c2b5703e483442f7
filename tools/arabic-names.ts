/**
 * Arabic names of towns, by GeoNames id, out of Debian's package libgeonames-common (data of GeoNames, CC BY 4.0):
 * writes data/places/names.ar.tsv. Run where the package is unpacked:
 *   apt-get download libgeonames-common && dpkg -x libgeonames-common_*.deb FOLDER
 *   npx tsx tools/arabic-names.ts FOLDER
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { baseCities } from './pack/geo.ts';

/**
 * Messages of a compiled gettext catalogue, by key.
 * Form: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
 */
export const messagesOf = (file: Buffer): ReadonlyMap<string, string> => {
  const little = file.readUInt32LE(0) === 0x950412de;
  const at = (offset: number): number => (little ? file.readUInt32LE(offset) : file.readUInt32BE(offset));
  const text = (row: number): string => file.toString('utf8', at(row + 4), at(row + 4) + at(row));
  const [count, keys, values] = [at(8), at(12), at(16)];
  return new Map(Array.from({ length: count }, (_, row) => [text(keys + row * 8), text(values + row * 8)] as const));
};

/** The name as a table may hold it, or undefined where it is not in Arabic script (some are romanised). */
export const cleanArabic = (name: string): string | undefined => {
  const clean = name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,،]+|[\s,،]+$/g, '');
  return /^[\p{Script=Arabic}\p{P}\s\d]+$/u.test(clean) && /\p{Script=Arabic}/u.test(clean) ? clean : undefined;
};

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (!folder) throw new Error('Say where libgeonames-common is unpacked: npx tsx tools/arabic-names.ts FOLDER');
  const messages = messagesOf(await readFile(path.join(folder, 'usr/share/locale/ar/LC_MESSAGES/geonames.mo')));
  const rows = baseCities().flatMap((city) => {
    const name = cleanArabic(messages.get(String(city.cityId)) ?? '');
    return name ? [`${city.cityId}\t${name}`] : [];
  });
  const head =
    '# Arabic names by GeoNames id. From Debian libgeonames-common 0.3.0-1 (GeoNames, CC BY 4.0), by tools/arabic-names.ts.';
  await writeFile(
    path.join(import.meta.dirname, '../data/places/names.ar.tsv'),
    `${[head, 'geonames\tar', ...rows].join('\n')}\n`,
  );
  console.log(`${rows.length} names`);
}
