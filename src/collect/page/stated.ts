/** What a page's mark-up says of its article: title, dates, names, section, language, address, pictures. */
import { LANGUAGES, type Language, type Picture, type Stated } from '../../model/index.ts';
import { firstDate } from './dates.ts';
import { articleNode, inNode, type Node, textIn, textsIn } from './json-ld.ts';
import type { PageLabels } from './labels.ts';

const attribute = (document: Document, selector: string, name: string): string | undefined =>
  document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;

const meta = (document: Document, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const found =
      attribute(document, `meta[property="${name}"]`, 'content') ??
      attribute(document, `meta[name="${name}"]`, 'content') ??
      attribute(document, `meta[itemprop="${name}"]`, 'content');
    if (found) return found;
  }
  return undefined;
};

const languageOf = (document: Document, node: Node): Language | undefined => {
  const tags = [
    document.documentElement?.getAttribute('lang'),
    attribute(document, 'meta[property="og:locale"]', 'content'),
    textIn(node.inLanguage),
    attribute(document, 'meta[http-equiv="content-language" i]', 'content'),
  ];
  for (const tag of tags) {
    const primary = tag?.toLowerCase().split(/[-_]/)[0];
    const known = LANGUAGES.find((language) => language === primary);
    if (known) return known;
  }
  return undefined;
};

const addressOf = (document: Document, node: Node, url: string | undefined): string | undefined => {
  const main = node.mainEntityOfPage;
  const own = [
    attribute(document, 'link[rel="canonical" i]', 'href'),
    attribute(document, 'meta[property="og:url"]', 'content'),
    typeof main === 'string' ? main : textIn(inNode(main, '@id')),
  ];
  for (const stated of own) {
    if (!stated || !URL.canParse(stated, url)) continue;
    const address = new URL(stated, url);
    // A canonical address of the front page is a template that nobody filled in.
    if (/^https?:$/.test(address.protocol) && !(url && address.pathname === '/' && new URL(url).pathname !== '/'))
      return address.href;
  }
  return url;
};

/** Names of persons and desks, without «By»; an address or a number is none. */
const namesOf = (values: readonly string[], labels: PageLabels): readonly string[] => {
  const names = values.flatMap((value) =>
    (labels.after('byline', value) ?? value)
      .split(/\s*(?:,|،|;|\||\s+and\s+|\s+&\s+)\s*/)
      .map((name) => name.replace(/\s+/g, ' ').trim()),
  );
  return [...new Set(names)].filter(
    (name) => /\p{L}{2}/u.test(name) && !/^https?:|@|\d{3}/.test(name) && name.length <= 80,
  );
};

const sectionOf = (document: Document, node: Node): string | undefined => {
  const stated =
    textIn(node.articleSection) ?? meta(document, 'article:section', 'section', 'parsely-section', 'category');
  if (stated) return stated;
  // The last step of the way that leads to the article, unless that is the article itself.
  const steps = [...document.querySelectorAll('[class*="breadcrumb" i] a, nav[aria-label*="breadcrumb" i] a')]
    .map((step) => (step.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((step) => step !== '' && step.split(' ').length <= 5);
  return steps.at(-1);
};

/** The picture that the mark-up names, where it says more than an address. */
const picturesOf = (node: Node): readonly Picture[] =>
  [node.image].flat().flatMap((image): Picture[] => {
    const caption = textIn(inNode(image, 'caption')) ?? textIn(inNode(image, 'description'));
    const credit = textIn(inNode(image, 'creditText')) ?? textIn(inNode(image, 'copyrightNotice'));
    return caption || credit ? [{ ...(caption && { caption }), ...(credit && { credit }) }] : [];
  });

const timeOf = (document: Document, ...selectors: readonly string[]): string | undefined => {
  for (const selector of selectors) {
    const found = attribute(document, selector, 'datetime') ?? attribute(document, selector, 'content');
    if (found) return found;
  }
  return undefined;
};

export type Marked = {
  readonly title?: string;
  readonly pageTitle?: string;
  readonly language?: Language;
  readonly address?: string;
  /** Text of the article that the mark-up itself carries. */
  readonly body?: string;
  readonly stated: Stated;
};

/**
 * Reads a page's head, JSON-LD and marked elements. Changes nothing in the document.
 * @param url address of the page, for relative addresses in it
 */
export const markedOf = (document: Document, labels: PageLabels, url?: string): Marked => {
  const node = articleNode(document);
  const published = firstDate([
    ['json-ld', textIn(node.datePublished)],
    [
      'meta',
      meta(
        document,
        'article:published_time',
        'datePublished',
        'og:article:published_time',
        'pubdate',
        'publishdate',
        'publish-date',
        'parsely-pub-date',
        'DC.date.issued',
        'dcterms.created',
        'dc.date',
        'date',
        'sailthru.date',
      ),
    ],
    [
      'time',
      timeOf(document, '[itemprop="datePublished"]', 'time[pubdate]', 'article time[datetime][class*="publish" i]'),
    ],
    ['json-ld', textIn(node.dateCreated)],
    ['time', timeOf(document, 'article time[datetime]', 'main time[datetime]', 'time[datetime]')],
  ]);
  const modified = firstDate([
    ['json-ld', textIn(node.dateModified)],
    [
      'meta',
      meta(
        document,
        'article:modified_time',
        'dateModified',
        'og:updated_time',
        'dcterms.modified',
        'last-modified',
        'lastmod',
      ),
    ],
    [
      'time',
      timeOf(
        document,
        '[itemprop="dateModified"]',
        'time[datetime][class*="update" i]',
        'time[datetime][class*="modif" i]',
      ),
    ],
  ]);
  const authors = [...textsIn(node.author), ...(node.author === undefined ? textsIn(node.creator) : [])];
  const byMeta = meta(document, 'author', 'article:author', 'parsely-author', 'dc.creator', 'byl');
  const byElement = [
    ...document.querySelectorAll('[rel="author"], [itemprop="author"] [itemprop="name"], .byline, .author-name'),
  ]
    .slice(0, 5)
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text.length < 80);
  const bylines = [authors, byMeta ? [byMeta] : [], byElement]
    .map((names) => namesOf(names, labels))
    .find((names) => names.length > 0);
  const section = sectionOf(document, node);
  const pictures = picturesOf(node);
  const corrections = textsIn(node.correction);
  const credits = textsIn(node.sourceOrganization);
  const standfirst = textIn(node.alternativeHeadline);
  const dateline = textIn(node.dateline);
  const title = textIn(node.headline) ?? meta(document, 'og:title', 'twitter:title');
  const pageTitle = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() || undefined;
  const language = languageOf(document, node);
  const address = addressOf(document, node, url);
  const body = textIn(node.articleBody);
  return {
    ...(title && { title: title.replace(/\s+/g, ' ') }),
    ...(pageTitle && { pageTitle }),
    ...(language && { language }),
    ...(address && { address }),
    ...(body && { body }),
    stated: {
      ...(published && { published }),
      ...(modified && { modified }),
      ...(bylines && { bylines }),
      ...(section && { section }),
      ...(dateline && { dateline }),
      ...(standfirst && { standfirst }),
      ...(credits.length > 0 && { credits }),
      ...(corrections.length > 0 && { corrections }),
      ...(pictures.length > 0 && { pictures }),
    },
  };
};
