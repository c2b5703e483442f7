/** What the built site answers over HTTP: status, headers, links and mark-up. */
import { describe, expect, it, vi } from 'vitest';
import { openSite } from './testing/open.ts';
import { MORE_PATHS, PATHS } from './testing/serve.ts';

const { site } = openSite();

describe('answers', () => {
  const get = async (path: string): Promise<{ status: number; headers: Headers; text: string }> => {
    const response = await fetch(site().origin + path, { redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it.each([
    ['/', 200],
    ['/en', 200],
    ['/ar', 200],
    ['/en/records/dd44ee55ff66?version=1', 200],
    ['/en/records/dd44ee55ff66?version=3', 404],
    ['/en/records/dd44ee55ff66?version=first', 404],
    ['/en?page=2', 200],
    ['/en?page=3', 404],
    ['/en?page=0', 404],
    ['/en/reports/none', 404],
    ['/en/actors/none', 404],
    ['/en/actors?page=2', 404],
    ['/en/actors/guards?page=2', 200],
    ['/en/actors/guards?page=3', 404],
    ['/ar/places/none', 404],
    ['/ar/posture/guards@none', 404],
    ['/ar/posture/guards', 404],
    ['/en/timeline?from=yesterday&page=2', 200],
    ['/en/timeline?page=x', 404],
    ['/en/search?q=%00', 200],
    ['/en/map/data.json', 200],
    ['/en/map/site.json?place=country:IQ', 200],
    ['/en/map/site.json?place=none', 404],
    ['/en/map/site.json', 404],
    ['/fr', 404],
    ['/robots.txt', 200],
    ['/favicon.svg', 200],
  ])('%s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it.each(['/en/timeline', '/ar/map/data.json', '/en/feed.xml', '/api/v1/codebook.json'])(
    '%s once: whoever has it is told that nothing has changed',
    async (path) => {
      const first = await fetch(site().origin + path, { headers: { 'accept-encoding': 'gzip' } });
      const text = await first.text();
      expect(first.headers.get('cache-control')).toBe('no-cache');
      const tag = first.headers.get('etag') ?? '';
      expect(tag).not.toBe('');
      const again = await fetch(site().origin + path, {
        headers: { 'accept-encoding': 'gzip', 'if-none-match': tag },
      });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const plain = await fetch(site().origin + path, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(await plain.text()).toBe(text);
    },
  );

  it('to the owner with no tag, since it is kept nowhere', async () => {
    site().setAudience('owner');
    try {
      const { headers } = await get('/en/timeline');
      expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['private, no-store', null]);
    } finally {
      site().setAudience('public');
    }
  });

  it('with a strict policy, and no inline style or script that runs', async () => {
    for (const path of [...PATHS, ...MORE_PATHS, '/map']) {
      const { headers, text } = await get(`/en${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(text).not.toContain('<!--');
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
      const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
      expect(scripts.filter((attributes) => !attributes.includes('application/ld+json'))).toHaveLength(
        path === '/map' ? 2 : path.endsWith('/embed') ? 0 : 1,
      );
    }
  });

  it('with 500 in the reader’s language, and no detail of the fault', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { status, text } = await get('/ar/reports/broken');
    expect(status).toBe(500);
    expect(text).toContain('الخطأ من عندنا');
    expect(text).not.toContain('secret');
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
  });

  it('with 503 and a reason where no observatory is open', async () => {
    site().openSlot(false);
    try {
      const { status, text } = await get('/en');
      expect(status).toBe(503);
      expect(text).toMatch(/not open[\s\S]*المرصد غير مفتوح/);
    } finally {
      site().openSlot(true);
    }
  });

  it('uncached and with a banner to the owner, who can look as a reader does', async () => {
    site().setAudience('owner');
    try {
      const own = await get('/en/reports/quiet');
      expect(own.text).toContain('You see the full text');
      expect(own.text).toContain('href="/en/reports/quiet?as=reader"');
      expect(own.headers.get('cache-control')).toBe('private, no-store');
      const asReader = await get('/en/reports/quiet?as=reader');
      expect(asReader.text).not.toContain('You see the full text');
      expect(asReader.text).toContain('The publisher’s text is theirs');
      expect(asReader.text).toContain('href="/en?as=reader"');
    } finally {
      site().setAudience('public');
    }
    expect((await get('/en/reports/quiet')).text).not.toContain('as=reader');
  });

  it('keeping page, language and point of view in each other’s links', async () => {
    site().setAudience('owner');
    try {
      const { text } = await get('/en?page=2');
      expect(text).toContain('href="/ar?page=2"');
      expect(text).toContain('href="/en?page=2&amp;as=reader"');
      for (const query of ['?page=2&as=reader', '?as=reader&page=2']) {
        const { text } = await get(`/en${query}`);
        expect(text).toContain(`href="/ar${query.replace('&', '&amp;')}"`);
        expect(text).toContain('href="/en?page=2"');
        expect(text).toContain('href="/en?as=reader" rel="prev"');
      }
      expect((await get('/ar/none?as=reader')).text).toContain('href="/ar?as=reader"');
    } finally {
      site().setAudience('public');
    }
  });

  it('with a headline that carries no numbers, and a dispute told right below the record’s sentence', async () => {
    const report = (await get('/en/reports/market')).text;
    const headline = /<h1[\s\S]*?<\/h1>/.exec(report)?.[0] ?? '';
    expect(headline).toContain('قصف');
    expect(headline).not.toContain('#note-');
    const record = (await get('/en/records/dd44ee55ff66')).text;
    const told =
      /<h1[\s\S]*?<\/header>/
        .exec(record)?.[0]
        ?.replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ') ?? '';
    expect(told).toContain(
      'the River Monitor: 4 killed; a rescuer: at least 6 killed; the Interior Ministry says otherwise.',
    );
  });

  it('with links to those pages of actors and places that there are', async () => {
    for (const path of ['/en/reports/quiet', '/ar/reports/market']) {
      const { text } = await get(path);
      const links = [...text.matchAll(/href="(\/(?:en|ar)\/(?:actors|places)\/[^"#?]+)/g)].map(
        ([, link]) => link ?? '',
      );
      for (const link of new Set(links)) expect((await get(link)).status, `${path} → ${link}`).toBe(200);
    }
  });

  it('with the address of the twin page', async () => {
    const { text } = await get('/ar/reports/quiet');
    expect(text).toContain(`hreflang="en" href="${site().origin}/en/reports/quiet"`);
  });
});
