/** PDFs as a browser prints them, in both languages, and those that cannot be read. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../tools/chromium.ts';
import { fold } from '../language/index.ts';
import { type Capture, sha256Hex } from '../model/index.ts';
import { pageLabels } from './labels.test-help.ts';
import { STORIES } from './page/pages.test-help.ts';
import { textOfPdf } from './pdf.ts';
import { reportOf } from './report.ts';

const executablePath = findChromium();
if (!executablePath) console.warn('Printed PDFs are not tested: no Chromium was found. Set CHROMIUM_PATH.');

/** The words of a text, whatever shapes and spaces a printer made of them. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

describe.skipIf(!executablePath)('a PDF that was printed', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGS] });
  });
  afterAll(() => browser?.close());

  it.each(['en', 'ar'] as const)('gives its paragraphs, in order (%s)', async (language) => {
    const { title, paragraphs } = STORIES[language];
    const page = await browser.newPage();
    await page.setContent(
      `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><title>${title}</title><body style="font: 16px 'Noto Naskh Arabic', serif"><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`,
    );
    const bytes = new Uint8Array(await page.pdf({ format: 'A4' }));
    await page.close();
    const capture: Capture = {
      id: sha256Hex(bytes),
      address: 'file:a.pdf',
      fetchedAt: '',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      collector: 'test',
    };
    const report = await reportOf(capture, bytes, pageLabels());
    expect(report.title).toBe(title);
    expect(report.extractor).toMatch(/^pdf\.js/);
    const found = report.text.split('\n\n').map(bare);
    for (const paragraph of paragraphs) expect(found).toContain(bare(paragraph));
  });

  it('without letters is said to be a scan', async () => {
    const page = await browser.newPage();
    await page.setContent('<svg width="90" height="90"><rect width="90" height="90"/></svg>');
    const bytes = new Uint8Array(await page.pdf());
    await page.close();
    await expect(textOfPdf(bytes, 'scan.pdf')).rejects.toMatchObject({
      code: 'empty',
      message: expect.stringContaining('may be a scan'),
    });
  });
});

describe('a PDF that is none', () => {
  it.each([
    ['cut off', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'],
    ['its first line alone', '%PDF-1.4'],
  ])('%s', async (_how, text) => {
    await expect(textOfPdf(new TextEncoder().encode(text), 'a.pdf')).rejects.toMatchObject({
      code: 'broken',
      message: expect.not.stringContaining('\n'),
    });
  });
});
