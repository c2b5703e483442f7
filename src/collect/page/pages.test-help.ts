/**
 * Test pages in our own words, each in the mark-up habits of a kind of news site, the same story in both languages:
 * `network` (a large broadcaster's own software), `weblog` (a newsroom on blog software), `agency` (a state agency:
 * marked-up text, nothing in the head), `old` (tables and font elements from before 2010).
 */
export type TestPage = { readonly html: string; readonly story: Story };

export type Story = {
  readonly title: string;
  readonly site: string;
  readonly section: string;
  readonly author: string;
  readonly caption: string;
  readonly credit: string;
  readonly archive: string;
  readonly points: readonly string[];
  readonly paragraphs: readonly string[];
  readonly heading: string;
  readonly more: string;
  readonly teaser: string;
  readonly correction: string;
  readonly sources: string;
  readonly published: string;
  readonly modified: string;
  readonly byline: string;
  readonly follow: string;
  readonly related: string;
  readonly tags: string;
};

export const STORIES: Readonly<Record<'en' | 'ar', Story>> = {
  en: {
    title: 'Four wounded as shells fall on the market of Tal Rayyan',
    site: 'The Rayyan Post',
    section: 'Syria',
    author: 'Salma Test',
    caption: 'The covered market of Tal Rayyan before the shelling',
    credit: 'Rayyan Post',
    archive: 'archive photo',
    points: [
      'Four people were wounded in the market on Tuesday morning',
      'The civil defence took them to the hospital of the next town',
    ],
    paragraphs: [
      'Four people were wounded when shells fell on the covered market of Tal Rayyan on Tuesday morning, the civil defence said.',
      'Two of the wounded are sellers of vegetables, and the others had come to buy bread, a rescuer told the Post at the gate of the market.',
      'Nobody has claimed the shelling. The town council asked people to stay away from the main road until the evening.',
      'The market was shelled twice in the autumn, when a school beside it was damaged and lessons were moved to the next village.',
    ],
    heading: 'A second time',
    more: 'Read also',
    teaser: 'Council of Tal Rayyan opens a new road to the river',
    correction: 'Correction: an earlier version said that five people were wounded. The civil defence counts four.',
    sources: 'Source: Rayyan Post + agencies',
    published: 'Published: 24 December 2024, 18:30',
    modified: 'Last updated: 25 December 2024, 09:15',
    byline: 'By Salma Test',
    follow: 'Follow us on every platform to be first with the news',
    related: 'Related news',
    tags: 'Tags',
  },
  ar: {
    title: 'أربعة جرحى بسقوط قذائف على سوق تل الريان',
    site: 'بريد الريان',
    section: 'سوريا',
    author: 'سلمى تجربة',
    caption: 'السوق المسقوف في تل الريان قبل القصف',
    credit: 'بريد الريان',
    archive: 'صورة أرشيفية',
    points: ['أصيب أربعة أشخاص في السوق صباح الثلاثاء', 'نقل الدفاع المدني المصابين إلى مشفى البلدة المجاورة'],
    paragraphs: [
      'أصيب أربعة أشخاص عندما سقطت قذائف على السوق المسقوف في تل الريان صباح الثلاثاء، بحسب ما قاله الدفاع المدني.',
      'اثنان من الجرحى بائعا خضار، أما الآخران فجاءا لشراء الخبز، وفق ما قاله أحد المسعفين لبريد الريان عند مدخل السوق.',
      'ولم تعلن أي جهة مسؤوليتها عن القصف. وطلب مجلس البلدة من الأهالي الابتعاد عن الطريق الرئيسي حتى المساء.',
      'وكان السوق قد تعرض للقصف مرتين في الخريف، وتضررت حينها مدرسة مجاورة ونقلت الدروس إلى القرية التالية.',
    ],
    heading: 'للمرة الثانية',
    more: 'اقرأ أيضًا',
    teaser: 'مجلس تل الريان يفتح طريقا جديدا إلى النهر',
    correction: 'تصحيح: ذكرت نسخة سابقة أن خمسة أشخاص أصيبوا. الدفاع المدني يحصي أربعة.',
    sources: 'المصدر: بريد الريان + وكالات',
    published: 'تاريخ النشر: 24 كانون الأول/ديسمبر 2024 - 18:30',
    modified: 'آخر تحديث: ٢٥ كانون الأول/ديسمبر ٢٠٢٤ - ٠٩:١٥',
    byline: 'بقلم: سلمى تجربة',
    follow: 'تابعونا على جميع المنصات لتصلكم الأخبار أولا بأول',
    related: 'أخبار ذات صلة',
    tags: 'الوسوم',
  },
};

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');
const menu = (story: Story): string =>
  `<nav><ul><li><a href="/">${story.site}</a></li><li><a href="/s">${story.section}</a></li></ul></nav>`;

const network = (story: Story, language: string): string => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><title>${story.title} | ${story.site}</title>
<link rel="canonical" href="https://rayyan.example/news/2024/12/24/tal-rayyan"><meta property="og:title" content="${story.title}">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"${story.site}"},
{"@type":"NewsArticle","headline":"${story.title}","datePublished":"2024-12-24T18:30:00+03:00","dateModified":"2024-12-25T09:15:00+03:00",
"author":[{"@type":"Person","name":"${story.author}"}],"articleSection":"${story.section}",
"description":"line
break"}]}</script></head><body>${menu(story)}<main id="main"><div class="breadcrumbs"><a href="/s">${story.section}</a></div>
<header class="article-header"><h1>${story.title}</h1></header>
<figure class="article-featured-image"><img src="a.jpg" alt=""><figcaption>${story.caption} (${story.archive})<span class="image-credit">${story.credit}</span></figcaption></figure>
<div class="article-dates"><span class="screen-reader-text">${story.published}</span></div>
<div class="social-sharing"><a href="#">x</a></div>
<div class="wysiwyg wysiwyg--all-content">
<ul>${story.points.map((point) => `<li>${point}</li>`).join('')}</ul>
${paragraphs(story.paragraphs.slice(0, 2))}
<div class="more-on"><h2>${story.more}</h2><ul class="more-on__list"><li><a href="/other"><span>${story.teaser}</span></a></li></ul></div>
${paragraphs(story.paragraphs.slice(2, 3))}<h2>${story.heading}</h2>${paragraphs(story.paragraphs.slice(3))}
</div><div class="article-source"><span>${story.sources}</span></div>
<aside class="article-aside"><h3>${story.related}</h3><a href="/1">${story.teaser}</a></aside></main><footer>© ${story.site}</footer></body></html>`;

const weblog = (story: Story, language: string): string => `<!doctype html>
<html lang="${language}"><head><title>${story.title} - ${story.site}</title>
<meta property="article:published_time" content="2024-12-24T15:30:00+00:00"><meta property="article:modified_time" content="2024-12-25T06:15:00+00:00">
<meta property="article:section" content="${story.section}"><meta name="author" content="${story.author}">
<link rel="canonical" href="https://blog.example/archives/7"></head><body class="rtl single-post">${menu(story)}
<div id="content"><article class="post-7 post type-post"><h1 class="entry-title">${story.title}</h1>
<div class="post-meta"><span class="post-date">${story.published}</span></div>
<div class="entry-content"><div id="attachment_9" class="wp-caption aligncenter"><img src="b.jpg"><p class="wp-caption-text">${story.caption} – ${story.archive} (${story.credit})</p></div>
<p><strong>${story.byline}</strong></p>
${paragraphs(story.paragraphs.slice(0, 2))}
<p style="text-align: center"><strong>${story.more}: <a href="/other">${story.teaser}</a></strong></p>
${paragraphs(story.paragraphs.slice(2, 3))}<h3>${story.heading}</h3>${paragraphs(story.paragraphs.slice(3))}
<p><em>${story.correction}</em></p>
<div class="sharedaddy sd-sharing-enabled"><a href="#">Facebook</a></div></div>
<div class="post-tags"><span>${story.tags}:</span> <a href="/t">${story.section}</a></div></article>
<div class="related-posts"><h3>${story.related}</h3><ul><li><a href="/1">${story.teaser}</a></li></ul></div></div></body></html>`;

const agency = (story: Story): string => `<!doctype html>
<html><head><title>${story.site} | ${story.title}</title></head><body>${menu(story)}<div class="container"><div class="row">
<div class="col-md-8"><h1 class="news-title">${story.title}</h1><div class="news-info"><span class="date">${story.published}</span> <span>${story.modified}</span></div>
<div class="news-image"><img src="c.jpg"><div class="img-desc">${story.caption}</div></div>
<div id="news_body" itemprop="articleBody"><p class="author">${story.byline}</p>${paragraphs(story.paragraphs)}
<p>${story.follow}: <a href="https://t.example/x">https://t.example/x</a></p></div>
<div class="box"><h4>${story.related}</h4><ul><li><a href="/1">${story.teaser}</a></li><li><a href="/2">${story.teaser}</a></li></ul></div>
</div></div></div></body></html>`;

const old = (story: Story, language: string): string => `<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><meta http-equiv="Content-Language" content="${language}">
<title>${story.title}</title></head><body><table width="100%"><tr><td width="20%"><a href="/">${story.site}</a><br><a href="/s">${story.section}</a></td>
<td><table><tr><td class="title"><font size="5"><b>${story.title}</b></font></td></tr>
<tr><td><font size="1">${story.published}</font></td></tr>
<tr><td><font face="Tahoma">${story.paragraphs.join('<br><br>\n')}</font></td></tr></table></td></tr></table></body></html>`;

const KINDS = { network, weblog, agency, old } as const;
export type PageKind = keyof typeof KINDS;

export const testPage = (kind: PageKind, language: 'en' | 'ar'): TestPage => ({
  html: KINDS[kind](STORIES[language], language),
  story: STORIES[language],
});
