/** What every page says of itself to machines, in the words of schema.org: whose it is, and the way to it from the front page. */
import type { Language } from '../../../model/index.ts';

/** A page on the way to another: what it is called, and its path. */
export type Step = { readonly name: string; readonly path: string };

/** Organization by its name, with its page where there is one. */
export const organisation = (name: string, url?: string): object => ({
  '@type': 'Organization',
  name,
  ...(url ? { url } : {}),
});

/** Front page, the pages between, and this one: https://schema.org/BreadcrumbList. */
const breadcrumbsOf = (origin: string, steps: readonly Step[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: `${origin}${path}`,
  })),
});

/**
 * One block for a page: its own descriptions, and the way to it.
 * @param steps from the front page to the page itself; a page that stands alone has none
 */
export const graphOf = (origin: string, own: readonly object[], steps: readonly Step[]): object | undefined => {
  const graph = [...own, ...(steps.length > 1 ? [breadcrumbsOf(origin, steps)] : [])];
  return graph.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': graph };
};

/** By which the observatory is the same on all its pages of a language. */
export const observatoryId = (origin: string, language: Language): string => `${origin}/${language}#observatory`;

/** The front page: the observatory with the policies that readers may hold it to, and its site with its search. */
export const siteOf = (origin: string, language: Language, name: string): readonly object[] => {
  const home = `${origin}/${language}`;
  const method = `${home}/method`;
  const publisher = { '@id': observatoryId(origin, language) };
  return [
    {
      '@type': 'NewsMediaOrganization',
      ...publisher,
      name,
      url: home,
      publishingPrinciples: method,
      verificationFactCheckingPolicy: `${method}#verify`,
      unnamedSourcesPolicy: `${method}#voices`,
      noBylinesPolicy: `${method}#voices`,
      correctionsPolicy: `${home}/corrections`,
      actionableFeedbackPolicy: `${home}/corrections#report`,
    },
    {
      '@type': 'WebSite',
      '@id': home,
      name,
      url: home,
      inLanguage: language,
      publisher,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${home}/search?q={q}` },
        'query-input': 'required name=q',
      },
    },
  ];
};
