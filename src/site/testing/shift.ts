/** How far things move after they were drawn: the sum that https://web.dev/articles/cls is made of, here of all of a page's life. */
import type { Page } from 'playwright-core';

type Told = { shift: number };

/** To be called before the page is opened. */
export const watchShift = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const told = globalThis as unknown as Told;
    told.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) told.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** The sum so far, once all faces are there and two frames were drawn. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    return (globalThis as unknown as Told).shift;
  });
