/** What readers expect of a news page: every element is there, in both languages, and the same in both. */
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../model/index.ts';
import { FAMILIES as SHOWN } from './lib/families.ts';
import { executablePath, NARROW, WIDE } from './testing/browser.ts';
import { openSite } from './testing/open.ts';
import { shiftOf, slowFaces, watchShift } from './testing/shift.ts';

const { site, look, text: page } = openSite();

const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const EXPECTED = {
  en: [
    'Qasr al-Nahr · Visibility · News report, reviewed in part',
    'Harbour Wire, with news agencies',
    'Compiled by: Marsad’s reader',
    'Last changed here: 26 December 2024, \u206609:30 UTC\u2069',
    'about 2 minutes to read',
    'Key points',
    'Archive photo',
    'What is known, and what is not',
    'Denied or called off',
    'Not known',
    'SHA-256 begins with',
    'How to check this',
    '1 of 9 claims reviewed by a person, 8 read by machine only.',
    'In this report',
    'Related reports same event',
    'The report says evening, not morning.',
    'Report an error',
    'To cite this page: Harbour Wire, “Quiet streets in Qasr al-Nahr',
  ],
  ar: [
    'قصر النهر · ظهور علني · تقرير إخباري، روجع بعضه',
    'برقية الميناء، بالاستناد إلى وكالات الأنباء',
    'إعداد: القارئ الآلي في مرصد',
    'آخر تغيير هنا: 26 كانون الأول/ديسمبر 2024، \u206609:30 UTC\u2069',
    'القراءة في نحو دقيقتين',
    'أبرز ما جاء',
    'صورة أرشيفية',
    'التقرير بالإنكليزية. لم يُترجم',
    'بحسب برقية الميناء، هذا ما تقوله الإفادة',
    'منفي أو ملغى',
    'غير معروف',
    'أول SHA-256',
    'كيف تتحقق من ذلك',
    'راجع شخص إفادة واحدة من 9، والباقي قراءة آلية.',
    'في هذا التقرير',
    'تقارير ذات صلة الواقعة نفسها',
    'أبلغ عن خطأ',
    'للإحالة إلى هذه الصفحة: برقية الميناء، “Quiet streets in Qasr al-Nahr',
  ],
} as const;

describe('a report’s page', () => {
  it.each(['en', 'ar'] as const)('%s: has what a news page has', async (language) => {
    const html = await page(`/${language}/reports/quiet`);
    const text = textOf(html);
    for (const words of EXPECTED[language]) expect(text).toContain(words);
    for (const way of language === 'en' ? ['WhatsApp', 'Email'] : ['واتساب', 'البريد'])
      expect(html).toContain(`>${way}</a>`);
    expect(html).toContain(`href="https://wa.me/?text=`);
    expect(html).toContain('href="mailto:desk@observatory.example?subject=');
    expect(html).toContain('hreflang="en"');
  });

  it('gives quotes, numbers, hashes and addresses alike in both languages, isolated from direction', async () => {
    for (const path of ['/reports/quiet', '/reports/market', '/records/dd44ee55ff66']) {
      const [en, ar] = [await page(`/en${path}`), await page(`/ar${path}`)];
      const isolated = (html: string): string[] =>
        [...html.matchAll(/<bdi dir="ltr"[^>]*>([^<]*)<\/bdi>/g)]
          .map(([, text]) => (text ?? '').replace(/\/(en|ar)\//, '/'))
          .sort();
      const marked = (html: string): string[] =>
        [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, text]) => text ?? '');
      expect(marked(en)).toEqual(marked(ar));
      const numbers = isolated(en).filter((text) => /\d/.test(text));
      expect(numbers.length).toBeGreaterThan(1);
      expect(isolated(ar)).toEqual(expect.arrayContaining(numbers));
    }
  });

  it.skipIf(!executablePath).each([
    ['en', '/reports/quiet', NARROW],
    ['en', '/reports/market', WIDE],
    ['ar', '/reports/quiet', WIDE],
    ['ar', '/reports/market', NARROW],
    ['ar', '', NARROW],
  ] as const)('%s%s: nothing moves once it is drawn, on a slow line either', async (language, path, viewport) => {
    await look({ viewport }, async (tab) => {
      await watchShift(tab);
      await slowFaces(tab, 400);
      await tab.goto(`${site().origin}/${language}${path}`);
      expect(await shiftOf(tab)).toBeLessThan(0.005);
    });
  });

  it.skipIf(!executablePath)('copies its own address by keyboard', async () => {
    await look({ viewport: WIDE, permissions: ['clipboard-read', 'clipboard-write'] }, async (tab) => {
      await tab.goto(`${site().origin}/en/reports/quiet`);
      const copy = tab.getByRole('button', { name: 'Copy link' });
      await copy.focus();
      await tab.keyboard.press('Enter');
      await tab.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(`${site().origin}/en/reports/quiet`);
    });
  });
});

describe('the record’s, code book’s and corrections’ pages', () => {
  it('show the capture behind each value, and the versions before a correction', async () => {
    const text = textOf(await page('/en/records/dd44ee55ff66'));
    expect(text).toContain('SHA-256 begins with');
    expect(text).toContain('Reason: The report says evening, not morning.');
    expect(await page('/ar/records/dd44ee55ff66')).toContain('/ar/codebook/violence#violence.shelling');
  });

  it('tell every type with its definition, its limits and its place elsewhere', async () => {
    const all = await page('/en/codebook');
    for (const words of ['Violence', 'Label of violence.shelling', 'What it is.']) expect(textOf(all)).toContain(words);
    expect(all).toContain('href="/en/codebook/violence#violence.shelling"');
    const family = textOf(await page('/en/codebook/violence'));
    for (const words of ['Label of violence.shelling', 'What it is not.', 'ACLED Explosions / Shelling · UCDP'])
      expect(family).toContain(words);
    expect(family).not.toContain('posture.facility');
    expect(SHOWN).toEqual(FAMILIES);
  });

  it.each(['en', 'ar'])('%s: list corrections with their day', async (language) => {
    const html = await page(`/${language}/corrections`);
    expect(html).toContain('datetime="2024-12-26T09:30:00Z"');
    expect(html).toContain(`/${language}/records/dd44ee55ff66?version=1`);
  });

  it('give a reader of the other language the brief of a report', async () => {
    expect(textOf(await page('/ar'))).toContain('تعرّض السوق القديم للقصف.');
  });
});
