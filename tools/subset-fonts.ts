/**
 * Cuts Noto Naskh Arabic down to the letters that news text uses, so that an Arabic page's fonts stay within 130 KB,
 * and both nameplates to their own few letters. Run by hand (`npx tsx tools/subset-fonts.ts`) when the fonts' packages
 * move; the result is committed. Noto and Newsreader reserve no font name, so a cut may keep theirs (OFL 1.1, §3).
 * IBM Plex is shipped as it comes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const FROM = new URL('../node_modules/@fontsource/', import.meta.url);
const TO = new URL('../src/site/fonts/', import.meta.url);

const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, step) => first + step));

/** Arabic letters, vowel signs and both digit sets; the letters of Persian and Kurdish names; joiners and marks. */
const ARABIC = [
  range(0x0621, 0x063a),
  range(0x0640, 0x0655),
  range(0x0660, 0x066d),
  'ٰٱ،؛؟پچژڤکڭگڵڕھہۀۆۇیێەۓ',
  range(0x06f0, 0x06f9),
  '\u200c\u200d\u200e\u200f \u00a0«»…',
].join('');

/** Digits and signs between Arabic words; Latin letters come from Newsreader. */
const SIGNS = `${range(0x20, 0x40)}${range(0x5b, 0x60)}{|}~\u00a0«»–—…`;

/** The nameplate and the language switch stand on every page, English ones too: a font for those two words alone. */
const MARK = 'مرصدالعربية ';

const cut = async (from: string, to: string, letters: string): Promise<void> => {
  const font = await subsetFont(await readFile(new URL(from, FROM)), letters, { targetFormat: 'woff2' });
  await writeFile(new URL(to, TO), font);
  console.log(`${to} ${font.length} bytes`);
};

await mkdir(fileURLToPath(TO), { recursive: true });
for (const weight of [400, 700]) {
  await cut(
    `noto-naskh-arabic/files/noto-naskh-arabic-arabic-${weight}-normal.woff2`,
    `naskh-arabic-${weight}.woff2`,
    ARABIC,
  );
  await cut(
    `noto-naskh-arabic/files/noto-naskh-arabic-latin-${weight}-normal.woff2`,
    `naskh-signs-${weight}.woff2`,
    SIGNS,
  );
}
await cut('noto-naskh-arabic/files/noto-naskh-arabic-arabic-700-normal.woff2', 'naskh-mark-700.woff2', MARK);
await cut('newsreader/files/newsreader-latin-600-normal.woff2', 'newsreader-mark-600.woff2', 'Marsd ');
