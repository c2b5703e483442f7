/** schema.org descriptions of pages, made of gated values only. */
import type { Language } from '../../model/index.ts';
import type { PublicClaim, PublicRecord, PublicReport } from '../../publish/types.ts';
import { sayerText, textOf } from './show.ts';
import { nameIn } from './words.ts';

const claimOf = (claim: PublicClaim, language: Language, page: string): object => ({
  '@type': 'Claim',
  '@id': `${page}#${claim.id}`,
  name: claim.label[language],
  text: textOf(claim.quote),
  inLanguage: claim.quoteLanguage,
  author: { '@type': 'Organization', name: sayerText(claim, language) },
});

/** NewsArticle with the claims that it makes. */
export const articleOf = (report: PublicReport, language: Language, page: string): object => {
  const { earliest, latest } = report.issued;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': page,
    url: page,
    headline: textOf(report.title),
    inLanguage: report.language,
    ...(earliest !== undefined && earliest === latest ? { datePublished: earliest } : {}),
    ...(report.publisher
      ? { publisher: { '@type': 'Organization', name: nameIn(report.publisher.name, language).text } }
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
    timeRequired: `PT${Math.max(1, report.minutes)}M`,
    hasPart: report.claims.filter((claim) => !claim.same).map((claim) => claimOf(claim, language, page)),
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
  name: record.label[language],
  text: record.sentence[language],
  inLanguage: language,
  version: record.version,
  appearance: record.claims.map((claim) => claimOf(claim, language, pageOf(claim.reportId))),
});
