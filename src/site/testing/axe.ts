/** axe-core in a page of the tests' browser. */
import axeCore, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules whose answer hangs on colours alone: what has to be asked anew in another theme. */
export const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds, each with the elements; folded notes are unfolded and read too. The page's policy must be bypassed. */
export const violationsOf = async (page: Page, options: RunOptions = {}): Promise<readonly string[]> => {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axeCore.source });
  return page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    return (await axe.run(document, { resultTypes: ['violations'], ...asked })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
    );
  }, options);
};
