/** The built site in a real browser, for tests. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../../tools/chromium.ts';

export const executablePath = findChromium();
if (!executablePath && process.env.CI) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
if (!executablePath) console.warn('The site’s browser tests are skipped: no Chromium was found. Set CHROMIUM_PATH.');

/** Starts a browser; only where `executablePath` is known. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath as string, args: [...CHROMIUM_ARGS] });

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Opens a fresh context and hands the page over with everything it complained of. */
export const look = async <T>(
  browser: Browser,
  options: BrowserContextOptions,
  then: (page: Page, complaints: readonly string[]) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    return await then(page, complaints);
  } finally {
    await context.close();
  }
};
