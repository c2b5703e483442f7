/** How far things move after they were drawn: the sum that https://web.dev/articles/cls is made of, here of all of a page's life. */
import type { Page } from 'playwright-core';

type Told = { shift: number };

/** To be called before the page is opened. */
export const watchShift = (page: Page): Promise<void> =>
  page.addInitScript(() => {
    const told = globalThis as unknown as Told;
    told.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) told.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Holds every face back by so many milliseconds, as a slow line does. */
export const slowFaces = (page: Page, ms: number): Promise<void> =>
  page.route(/\.woff2$/, async (route) => {
    await new Promise((done) => setTimeout(done, ms));
    await route.continue();
  });

/** The sum so far, once all faces are there and two frames were drawn. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    return (globalThis as unknown as Told).shift;
  });
