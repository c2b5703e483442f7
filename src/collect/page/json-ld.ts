/** A page's JSON-LD → the node that stands for its article. Broken JSON-LD is common: what can be mended is. */

export type Node = Readonly<Record<string, unknown>>;

/** More nodes than this are a catalogue, not a description of one page. */
const NODES_LIMIT = 2000;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Page software writes line breaks and comments into strings, which JSON forbids. */
const mended = (text: string): string =>
  text
    .replace(/^\s*(?:\/\*.*?\*\/|<!\[CDATA\[|<!--|\/\/\s*<!\[CDATA\[)/s, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)\s*;?\s*$/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these make a string invalid
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1');

const parsed = (text: string): unknown => {
  for (const attempt of [text, mended(text)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The mended text is tried next; the page's other hints remain.
    }
  }
  return undefined;
};

const typesOf = (node: Node): readonly string[] => [node['@type']].flat().filter((type) => typeof type === 'string');

/** Every node of the page's scripts, breadth first, so that an article comes before what it mentions. */
const nodesOf = (document: Document): readonly Node[] => {
  const nodes: Node[] = [];
  const open: unknown[] = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    parsed(script.textContent ?? ''),
  );
  for (let at = 0; at < open.length && at < NODES_LIMIT; at += 1) {
    const value = open[at];
    if (Array.isArray(value)) open.push(...value.slice(0, NODES_LIMIT));
    else if (isNode(value)) {
      nodes.push(value);
      open.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
    }
  }
  return nodes;
};

const ARTICLE = /(?:Article|Posting|Report|Review|NewsItem)$/;

/**
 * The article's node: one that says it is an article, else one that at least has a headline or a date of issue.
 * @returns an empty node where the page has none
 */
export const articleNode = (document: Document): Node => {
  const nodes = nodesOf(document);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  return (
    articles.find((node) => node.datePublished !== undefined) ??
    articles[0] ??
    nodes.find((node) => typeof node.datePublished === 'string') ??
    nodes.find((node) => typeof node.headline === 'string') ??
    {}
  );
};

/** The value as a text: a string, or what a node calls itself. */
export const textIn = (value: unknown): string | undefined => {
  const first = Array.isArray(value) ? value[0] : value;
  const text = isNode(first) ? (first.name ?? first.text ?? first['@value'] ?? first.url) : first;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
};

/** All of them, for properties that may have many values. */
export const textsIn = (value: unknown): readonly string[] =>
  [value].flat().flatMap((one) => {
    const text = textIn(one);
    return text === undefined ? [] : [text];
  });

/** A property of the value, where the value is a node or a list of them. */
export const inNode = (value: unknown, key: string): unknown => {
  const first = Array.isArray(value) ? value[0] : value;
  return isNode(first) ? first[key] : undefined;
};
