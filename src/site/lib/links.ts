/** Which kinds of page this site has: a name is a link where its page exists. */
const ROUTES = Object.keys(import.meta.glob('../routes/*language*/*/*/+page.svelte'));

const KINDS: ReadonlySet<string> = new Set(ROUTES.map((route) => route.split('/')[3] ?? ''));

/** Address of an actor's or a place's page, if the site has such pages and the value has an id. */
export const pageOf = (kind: 'actors' | 'places', id: string | undefined, language: string): string | undefined =>
  id !== undefined && KINDS.has(kind) ? `/${language}/${kind}/${encodeURIComponent(id)}` : undefined;
