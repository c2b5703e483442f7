/** The newest records as a feed of one language, so that a change of what is reported comes to whoever follows it. */
import { generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Language } from '../../../model/index.ts';
import type { RecordLine } from '../../../publish/types.ts';
import { intervalWords } from '../dates.ts';
import { terms } from '../terms.ts';

export type FeedOf = {
  readonly title: string;
  readonly about: string;
  readonly language: Language;
  /** Absolute addresses: of the site, of the page that lists the same, and of the feed. */
  readonly origin: string;
  readonly home: string;
  readonly self: string;
  readonly lines: readonly RecordLine[];
};

type Item = {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly text: string;
  readonly tags: string[];
};

/** When it happened stands in words: a feed's own date would tell when it was published, which a line does not hold. */
const itemsOf = ({ lines, language, origin }: FeedOf): Item[] =>
  lines.map((line) => ({
    id: `${origin}/en/records/${line.id}`,
    link: `${origin}/${language}/records/${line.id}`,
    title: (line.headline ?? line.sentence)[language],
    text: `${line.sentence[language]} (${terms[language].modality[line.modality]}${language === 'ar' ? '، ' : ', '}${terms[language].review[line.review]}${language === 'ar' ? '، ' : ', '}${intervalWords(line.time, language)})`,
    tags: [line.label[language], ...line.places.flatMap(({ name }) => name[language] ?? [])],
  }));

export const rssOf = (feed: FeedOf): string =>
  generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.about,
    language: feed.language,
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: itemsOf(feed).map(({ id, link, title, text, tags }) => ({
      title,
      link,
      description: text,
      guid: { value: id, isPermaLink: false },
      categories: tags.map((name) => ({ name })),
    })),
  });

export const jsonFeedOf = (feed: FeedOf): string =>
  JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      home_page_url: feed.home,
      feed_url: feed.self,
      description: feed.about,
      language: feed.language,
      items: itemsOf(feed).map(({ id, link, title, text, tags }) => ({
        id,
        url: link,
        title,
        content_text: text,
        tags,
      })),
    }),
  );
