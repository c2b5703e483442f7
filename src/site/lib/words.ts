/** The interface's own words, written for each language. */
import type { Language } from '../../model/index.ts';
import type { Name } from '../../publish/types.ts';

const rules = new Intl.PluralRules('ar');

/** An Arabic count: the noun's form follows the number, and one and two need no digit. */
const count = (n: number, one: string, two: string, few: string, many: string, other: string): string => {
  const forms: Readonly<Record<Intl.LDMLPluralRule, string>> = {
    zero: `لا ${other}`,
    one,
    two,
    few: `${n} ${few}`,
    many: `${n} ${many}`,
    other: `${n} ${other}`,
  };
  return forms[rules.select(n)];
};

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const en = {
  observatory: 'Marsad',
  motto: 'What was reported, who says so, and how sure that is',
  skip: 'Skip to the text',
  home: 'Front page',
  method: 'How it is read',
  sections: 'Sections',
  otherLanguage: 'العربية',
  dark: 'Dark mode',
  copy: 'Copy link',
  copied: 'Copied',
  share: 'Share',
  footer: 'Marsad is made for documentation and journalism. It does not track anybody live and does not predict.',
  version: 'version',
  machineReadBanner: 'Read by a machine and not yet checked by a person. It can be wrong: every value shows its words.',
  machineReadMore: 'What this means',
  ownerBanner:
    'You see the full text and exact places because you are on the machine where this observatory runs. Readers elsewhere see less.',
  ownerLink: 'See it as they do',
  readerBanner: 'You see this page as readers elsewhere see it.',
  readerLink: 'Back to the full view',
  withheld: 'words withheld',
  archive: 'Archive photo',
  notKept: 'The picture itself is not kept here; this is its caption.',
  photo: 'Picture',
  keyPoints: 'Key points',
  truncated: 'cut off on the page',
  issued: 'Issued',
  grounds: 'Grounds',
  minutes: (n: number): string => (n <= 1 ? 'about a minute to read' : `about ${n} minutes to read`),
  agencies: 'The credit names agencies.',
  margin: 'Claims',
  claims: (n: number): string => plural(n, 'claim'),
  claimsHere: (n: number): string => `${plural(n, 'claim')} in these words`,
  ownVoice: 'in its own voice',
  unnamed: 'The report',
  accordingTo: 'according to',
  inPublisher: 'in',
  toldAgain: 'Told again, see',
  background: 'older than the news',
  where: 'Where',
  when: 'When',
  toll: 'Toll',
  who: 'Who',
  whom: 'Whom',
  facility: 'Facility',
  sure: 'How sure',
  record: 'Record',
  claimNumber: (n: number): string => `Note ${n}`,
  backToWords: (n: number): string => `To the words of note ${n}`,
  coarsened: 'made less exact on purpose',
  atLeast: 'at least',
  notStated: 'not stated',
  gaps: 'What was not understood',
  gapsNote:
    'Words that the reader met and could not resolve. They are shown so that nobody takes silence for knowledge.',
  sources: 'Sources',
  original: 'The report at its publisher',
  bundled:
    'This report comes with Marsad. Its words are our own; the events are of public record, taken from the sources listed here.',
  bundledShort: 'bundled',
  how: 'How we know this',
  address: 'Address',
  fetched: 'Fetched',
  hash: 'SHA-256, first eight',
  size: 'Kept as',
  reader: 'Read by',
  bytes: (n: number): string => `${n.toLocaleString('en')} bytes`,
  furniture: 'Words around the article, left out',
  termsQuotes: 'The publisher’s text is theirs. Shown here: the headline, and the words that claims rest on.',
  termsLink: 'The publisher’s text is theirs. Follow the link to read it.',
  heldBack: (n: number): string => `${plural(n, 'claim is', 'claims are')} held back from public view for now.`,
  latestReports: 'Latest reports',
  latestRecords: 'On record',
  noReports: 'No report is shown yet.',
  noRecords: 'No record is shown yet.',
  byPlace: 'By place',
  byActor: 'By actor',
  records: (n: number): string => plural(n, 'record'),
  agreed: 'What is agreed',
  disputed: 'What is disputed',
  nobodyDisputes: 'No report that was read here disputes it.',
  whoSaysSo: 'Who says so',
  field: 'Field',
  value: 'Reported',
  saysSo: 'Says so',
  denies: 'says otherwise',
  versions: 'Versions',
  versionN: (n: number): string => `Version ${n}`,
  byMachine: 'made by the machine',
  byPerson: 'made by a person',
  olderVersion: 'You are reading an older version of this record.',
  newestVersion: 'Read the newest',
  thisOne: 'this one',
  definition: 'What counts as this',
  openWords: 'Read the words in the report',
  map: 'Map',
  notFoundTitle: 'There is no such page',
  notFound: 'The address is wrong, or what stood here is not shown to readers.',
  errorTitle: 'Something went wrong',
  errorText: 'The fault is ours. Nothing was lost. Please try again in a moment.',
  listComma: ', ',
};

export type Words = typeof en;

const ar: Words = {
  observatory: 'مرصد',
  motto: 'ما الذي ورد، ومن قاله، وما مدى الثقة به',
  skip: 'انتقل إلى النص',
  home: 'الصفحة الأولى',
  method: 'كيف نقرأ',
  sections: 'الأقسام',
  otherLanguage: 'English',
  dark: 'الوضع الداكن',
  copy: 'انسخ الرابط',
  copied: 'نُسخ الرابط',
  share: 'شارك',
  footer: 'صُنع مرصد للتوثيق والصحافة. لا يتعقّب أحدًا ولا يتنبّأ.',
  version: 'الإصدار',
  machineReadBanner: 'قرأته الآلة ولم يراجعه أحد بعد، وقد تخطئ: كل معلومة تدلّك على ألفاظها.',
  machineReadMore: 'ما معنى ذلك',
  ownerBanner: 'ترى النص كاملًا والأماكن بدقّتها لأنك على الجهاز الذي يعمل عليه هذا المرصد. القرّاء في غيره يرون أقل.',
  ownerLink: 'انظر إليه كما يرونه',
  readerBanner: 'ترى هذه الصفحة كما يراها القرّاء في مكان آخر.',
  readerLink: 'عُد إلى العرض الكامل',
  withheld: 'ألفاظ محجوبة',
  archive: 'صورة أرشيفية',
  notKept: 'الصورة نفسها غير محفوظة هنا، وهذا تعليقها.',
  photo: 'صورة',
  keyPoints: 'أبرز ما جاء',
  truncated: 'مقطوع في الصفحة',
  issued: 'تاريخ الصدور',
  grounds: 'الدليل',
  minutes: (n) => `القراءة في نحو ${count(Math.max(1, n), 'دقيقة', 'دقيقتين', 'دقائق', 'دقيقةً', 'دقيقة')}`,
  agencies: 'يذكر التوقيع وكالات أنباء.',
  margin: 'الإفادات',
  claims: (n) => count(n, 'إفادة واحدة', 'إفادتان', 'إفادات', 'إفادةً', 'إفادة'),
  claimsHere: (n) => `${count(n, 'إفادة واحدة', 'إفادتان', 'إفادات', 'إفادةً', 'إفادة')} في هذه الألفاظ`,
  ownVoice: 'بلسان التقرير نفسه',
  unnamed: 'التقرير',
  accordingTo: 'بحسب',
  inPublisher: 'في',
  toldAgain: 'تكرار لما في',
  background: 'أقدم من الخبر',
  where: 'أين',
  when: 'متى',
  toll: 'الحصيلة',
  who: 'مَن',
  whom: 'بحقّ مَن',
  facility: 'المنشأة',
  sure: 'مدى الثقة',
  record: 'السجل',
  claimNumber: (n) => `الحاشية ${n}`,
  backToWords: (n) => `إلى ألفاظ الحاشية ${n}`,
  coarsened: 'خُفّضت دقّته عمدًا',
  atLeast: 'على الأقل',
  notStated: 'غير مذكور',
  gaps: 'ما لم يُفهم',
  gapsNote: 'ألفاظ صادفها القارئ الآلي ولم يهتدِ إلى معناها. نعرضها كي لا يُحسب السكوت علمًا.',
  sources: 'المصادر',
  original: 'التقرير لدى ناشره',
  bundled: 'هذا التقرير مرفق مع مرصد. ألفاظه من صياغتنا، والأحداث معلنة وموثّقة ومأخوذة من المصادر المذكورة هنا.',
  bundledShort: 'مرفق',
  how: 'كيف عرفنا ذلك',
  address: 'العنوان',
  fetched: 'وقت الجلب',
  hash: 'أول ثمانية من SHA-256',
  size: 'محفوظ بصيغة',
  reader: 'القارئ',
  bytes: (n) => `${n.toLocaleString('en')} بايت`,
  furniture: 'ألفاظ حول المقال تُركت جانبًا',
  termsQuotes: 'النص ملك لناشره. نعرض العنوان والألفاظ التي تقوم عليها الإفادات.',
  termsLink: 'النص ملك لناشره. اتبع الرابط لقراءته.',
  heldBack: (n) =>
    `${count(n, 'إفادة واحدة محجوبة', 'إفادتان محجوبتان', 'إفادات محجوبة', 'إفادةً محجوبة', 'إفادة محجوبة')} عن العموم مؤقتًا.`,
  latestReports: 'أحدث التقارير',
  latestRecords: 'في السجل',
  noReports: 'لا تقارير معروضة بعد.',
  noRecords: 'لا سجلات معروضة بعد.',
  byPlace: 'بحسب المكان',
  byActor: 'بحسب الجهة',
  records: (n) => count(n, 'سجل واحد', 'سجلّان', 'سجلات', 'سجلًّا', 'سجل'),
  agreed: 'ما اتُّفق عليه',
  disputed: 'ما اختُلف فيه',
  nobodyDisputes: 'لا يخالفه أي تقرير قُرئ هنا.',
  whoSaysSo: 'من يقول ذلك',
  field: 'البند',
  value: 'ما ورد',
  saysSo: 'القائل',
  denies: 'يقول خلاف ذلك',
  versions: 'النسخ',
  versionN: (n) => `النسخة ${n}`,
  byMachine: 'أعدّتها الآلة',
  byPerson: 'أعدّها شخص',
  olderVersion: 'أنت تقرأ نسخة قديمة من هذا السجل.',
  newestVersion: 'اقرأ الأحدث',
  thisOne: 'هذه',
  definition: 'ما الذي يُعدّ كذلك',
  openWords: 'اقرأ الألفاظ في التقرير',
  map: 'خريطة',
  notFoundTitle: 'لا وجود لهذه الصفحة',
  notFound: 'العنوان غير صحيح، أو أن ما كان هنا لا يُعرض على القرّاء.',
  errorTitle: 'حدث خطأ',
  errorText: 'الخطأ من عندنا، ولم يضع شيء. حاول مرة أخرى بعد قليل.',
  listComma: '، ',
};

export const words: Readonly<Record<Language, Words>> = { en, ar };

/** The name in `language` if there is one, else in the other; which of them it is decides `lang` and `dir`. */
export const nameIn = (name: Name, language: Language): { readonly text: string; readonly language: Language } => {
  const other: Language = language === 'en' ? 'ar' : 'en';
  const own = name[language];
  return own ? { text: own, language } : { text: name[other] ?? '', language: name[other] ? other : language };
};

/** A calibrated confidence in words; the bounds are ours and stand on the method page. */
export const sureness = (confidence: number, language: Language): string => {
  const [en, ar] =
    confidence >= 0.9
      ? ['very likely', 'مرجَّح جدًّا']
      : confidence >= 0.7
        ? ['likely', 'مرجَّح']
        : confidence >= 0.5
          ? ['more likely than not', 'أقرب إلى الصواب']
          : confidence >= 0.3
            ? ['unsure', 'غير مؤكَّد']
            : ['doubtful', 'مشكوك فيه'];
  return (language === 'en' ? en : ar) as string;
};
