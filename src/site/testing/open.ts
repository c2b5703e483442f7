/** What the tests of one file share: the built site behind a server and, where there is one, a browser; closed after them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Showcase } from '../../publish/pages.ts';
import { launch, look } from './browser.ts';
import { type Served, serveSite } from './serve.ts';

export type Open = {
  /** The server; only within tests. */
  readonly site: () => Served;
  /** The text that an address answers with. */
  readonly text: (path: string) => Promise<string>;
  /** Opens a fresh context of the browser and hands its page over with everything it complained of; only where `executablePath` is known. */
  readonly look: <T>(
    options: BrowserContextOptions,
    then: (page: Page, complaints: readonly string[]) => Promise<T>,
  ) => Promise<T>;
};

/** @param more in place of what the showcase has; awaited before the site opens */
export const openSite = (more: () => Promise<Partial<Showcase>> = async () => ({})): Open => {
  let served: Served | undefined;
  let browser: Promise<Browser> | undefined;
  beforeAll(async () => {
    served = await serveSite(await more());
  });
  afterAll(async () => {
    await (await browser)?.close();
    await served?.close();
  });
  const site = (): Served => {
    if (!served) throw new Error('The site is open within tests only.');
    return served;
  };
  return {
    site,
    text: async (path) => (await fetch(site().origin + path)).text(),
    look: async (options, then) => {
      browser ??= launch();
      return look(await browser, options, then);
    },
  };
};
