/** schema.org descriptions of pages, made of gated values only. */
import type { Language } from '../../model/index.ts';
import type { PublicClaim, PublicCorrection, PublicRecord, PublicReport } from '../../publish/types.ts';
import { sayerText, shorten, textOf } from './show.ts';
import { tagsOf } from './tags.ts';
import { articleWords } from './words/article.ts';
import { nameIn } from './words.ts';

const organisation = (name: string, url?: string): object => ({
  '@type': 'Organization',
  name,
  ...(url ? { url } : {}),
});

/** @param within language of what holds the claim, which it need not repeat */
const claimOf = (claim: PublicClaim, language: Language, page: string, within: Language): object => ({
  '@type': 'Claim',
  '@id': `${page}#${claim.id}`,
  name: claim.label[language],
  // Long ones stand in full on the page that `@id` leads to.
  text: shorten(textOf(claim.quote), 160),
  ...(claim.quoteLanguage === within ? {} : { inLanguage: claim.quoteLanguage }),
  author: organisation(sayerText(claim, language)),
});

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
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': page,
    url: page,
    headline: textOf(report.title),
    inLanguage: report.language,
    ...(abstract ? { abstract } : {}),
    ...(tags.topics[0] ? { articleSection: tags.topics[0].label[language] } : {}),
    ...(earliest !== undefined && earliest === latest ? { datePublished: earliest } : {}),
    ...(report.updatedAt ? { dateModified: report.updatedAt } : {}),
    ...(byline ? { author: { '@type': 'Person', name: byline } } : publisher ? { author: publisher } : {}),
    ...(publisher ? { publisher } : {}),
    sdPublisher: organisation(observatory, `${origin}/${language}`),
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
  '@context': 'https://schema.org',
  '@type': 'Claim',
  '@id': page,
  url: page,
  name: record.headline?.[language] ?? record.label[language],
  text: record.sentence[language],
  inLanguage: language,
  version: record.version,
  appearance: record.claims.map((claim) => claimOf(claim, language, pageOf(claim.reportId), language)),
  ...(record.corrections
    ? { comment: record.corrections.map((one) => correctionOf(one, language, new URL(page).origin)) }
    : {}),
});
