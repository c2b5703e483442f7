/** What the site's files must keep to, whatever a browser makes of them. */
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('sources', () => {
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

  it('the two dark blocks are alike', () => {
    const tokens = read('styles/tokens.css');
    const blocks = [...tokens.matchAll(/color-scheme: dark;([^}]*)\}/g)].map(([, block]) =>
      (block ?? '').replace(/\s+/g, ' '),
    );
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toBe(blocks[1]);
  });

  it('the one script is at most 2 KB', () => {
    expect(statSync(new URL('lib/marsad.js', import.meta.url)).size).toBeLessThanOrEqual(2048);
  });
});
