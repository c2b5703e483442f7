/** schema.org descriptions of reports and records, made of gated values only. */
import type { Language } from '../../../model/index.ts';
import type {
  PublicClaim,
  PublicCorrection,
  PublicRecord,
  PublicReport,
  PublicSpeaker,
} from '../../../publish/types.ts';
import { shorten, textOf } from '../show.ts';
import { tagsOf } from '../tags.ts';
import { articleWords } from '../words/article.ts';
import { nameIn } from '../words.ts';
import { observatoryId, organisation } from './page.ts';

/** Whoever the tables know is an organisation; «a rescuer» is told in the report's words, and may be anybody. */
const speakerOf = ({ id, name }: PublicSpeaker, language: Language): object | string => {
  const text = nameIn(name, language).text;
  return id === undefined ? text : organisation(text);
};

/**
 * A claim is somebody's: https://schema.org/Claim. There is no ClaimReview, as nothing here is rated true or false.
 * @param page address of the report's page; empty where the claim stands on that page
 * @param within language of what holds the claim, which it need not repeat
 */
const claimOf = (claim: PublicClaim, language: Language, page: string, within: Language): object => {
  // In the report's own voice the article's author speaks, who stands above it.
  const own = page !== '' && claim.publisher ? [claim.publisher] : [];
  const authors = (claim.speakers.length > 0 ? claim.speakers : own).map((one) => speakerOf(one, language));
  return {
    '@type': 'Claim',
    '@id': `${page}#${claim.id}`,
    ...(page === '' ? {} : { name: claim.label[language] }),
    // Long ones stand in full on the page that `@id` leads to.
    text: shorten(textOf(claim.quote), 160),
    ...(claim.quoteLanguage === within ? {} : { inLanguage: claim.quoteLanguage }),
    ...(authors.length > 0 ? { author: authors.length === 1 ? authors[0] : authors } : {}),
  };
};

const correctionOf = (
  { at, recordId, version, sentence, why }: PublicCorrection,
  language: Language,
  origin: string,
): object => ({
  '@type': 'CorrectionComment',
  dateCreated: at,
  url: `${origin}/${language}/records/${recordId}?version=${version}`,
  ...(sentence || why ? { text: [sentence?.[language], why].filter(Boolean).join(' ') } : {}),
});

/** First and last day of what is told with a time of its own, as ISO 8601 has an interval. */
const spanOf = (claims: readonly PublicClaim[]): string | undefined => {
  const stated = claims.filter((claim) => claim.timeBasis !== 'report').map((claim) => claim.time);
  const days = stated.flatMap(({ earliest, latest }) => (earliest && latest ? [earliest, latest] : [])).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? (first === last ? first : `${first}/${last}`) : undefined;
};

/**
 * NewsArticle with the claims that it makes.
 * @param observatory who published the reading of it
 */
export const articleOf = (report: PublicReport, language: Language, page: string, observatory: string): object => {
  const { earliest, latest } = report.issued;
  const { origin } = new URL(page);
  const tags = tagsOf(report);
  const part = (...kinds: readonly string[]): string =>
    shorten(textOf(report.parts.find(({ kind }) => kinds.includes(kind))?.runs ?? []), 200);
  const abstract = part('standfirst', 'key-point');
  const byline = part('byline');
  const caption = report.parts.find(({ kind }) => kind === 'caption');
  const machine = report.claims.filter((claim) => claim.review === 'machine-read').length;
  const publisher =
    report.publisher && organisation(nameIn(report.publisher.name, language).text, report.publisherAddress);
  return {
    '@type': 'NewsArticle',
    '@id': page,
    url: page,
    isAccessibleForFree: true,
    headline: textOf(report.title),
    inLanguage: report.language,
    ...(abstract ? { abstract } : {}),
    ...(tags.topics[0] ? { articleSection: tags.topics[0].label[language] } : {}),
    ...(earliest !== undefined && earliest === latest ? { datePublished: earliest } : {}),
    ...(report.updatedAt ? { dateModified: report.updatedAt } : {}),
    ...(byline ? { author: { '@type': 'Person', name: byline } } : publisher ? { author: publisher } : {}),
    ...(publisher ? { publisher } : {}),
    sdPublisher: {
      ...organisation(observatory, `${origin}/${language}`),
      '@id': observatoryId(origin, language),
    },
    ...(spanOf(report.claims) ? { temporalCoverage: spanOf(report.claims) } : {}),
    ...(caption
      ? { image: { '@type': 'ImageObject', caption: textOf(caption.runs), inLanguage: caption.language } }
      : {}),
    ...(report.url ? { isBasedOn: report.url } : {}),
    ...(report.citations.length > 0
      ? {
          citation: report.citations.map(({ text, url }) => ({
            '@type': 'CreativeWork',
            name: text,
            ...(url ? { url } : {}),
          })),
        }
      : {}),
    ...(tags.places.length > 0
      ? { contentLocation: tags.places.map(({ name }) => ({ '@type': 'Place', name: nameIn(name, language).text })) }
      : {}),
    keywords: [
      ...tags.actors.map(({ name }) => nameIn(name, language).text),
      ...tags.topics.map(({ label }) => label[language]),
    ],
    timeRequired: `PT${Math.max(1, report.minutes)}M`,
    ...(report.claims.length > 0
      ? { backstory: articleWords[language].machineShare(machine, report.claims.length) }
      : {}),
    publishingPrinciples: `${origin}/${language}/method`,
    ...(report.corrections ? { correction: report.corrections.map((one) => correctionOf(one, language, origin)) } : {}),
    hasPart: report.claims.filter((claim) => !claim.same).map((claim) => claimOf(claim, language, '', report.language)),
  };
};

/** One Claim that stands for the record, with the reports' claims that it rests on. */
export const recordClaimOf = (
  record: PublicRecord,
  language: Language,
  page: string,
  pageOf: (reportId: string) => string,
): object => ({
  '@type': 'Claim',
  '@id': page,
  url: page,
  name: record.headline?.[language] ?? record.label[language],
  text: record.sentence[language],
  inLanguage: language,
  version: record.version,
  ...(record.time.earliest && record.time.latest
    ? {
        temporalCoverage:
          record.time.earliest === record.time.latest
            ? record.time.latest
            : `${record.time.earliest}/${record.time.latest}`,
      }
    : {}),
  ...(record.places.length > 0
    ? {
        spatialCoverage: record.places.map(({ name }) => ({ '@type': 'Place', name: nameIn(name, language).text })),
      }
    : {}),
  appearance: record.claims.map((claim) => claimOf(claim, language, pageOf(claim.reportId), language)),
  ...(record.corrections
    ? { correction: record.corrections.map((one) => correctionOf(one, language, new URL(page).origin)) }
    : {}),
});
