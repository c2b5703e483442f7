/** Words of the data page and of embedded records, written for each language. */
import type { Language } from '../../../model/index.ts';
import type { Column } from '../open/formats.ts';

type DataWords = {
  readonly title: string;
  readonly lead: string;
  readonly keywords: readonly string[];
  readonly whole: string;
  readonly wholeLead: (records: string) => string;
  readonly what: string;
  readonly files: string;
  readonly allRecords: string;
  readonly forSheets: string;
  readonly forPrograms: string;
  readonly forMaps: string;
  readonly codebook: string;
  readonly follow: string;
  readonly followNote: string;
  readonly part: string;
  readonly partLead: string;
  readonly key: string;
  readonly asks: string;
  readonly example: string;
  readonly keys: Readonly<Record<'q' | 'type' | 'actor' | 'place' | 'modality' | 'from' | 'version', string>>;
  readonly one: string;
  readonly oneLead: string;
  readonly oneRecord: string;
  readonly oneReport: string;
  readonly mistakes: string;
  readonly columns: string;
  readonly columnsLead: string;
  readonly column: string;
  readonly holds: string;
  readonly told: Readonly<Record<Column, string>>;
  readonly care: string;
  readonly careText: readonly string[];
  readonly licence: string;
  readonly licenceText: readonly string[];
  readonly embed: string;
  readonly embedLead: string;
  readonly embedTitle: (sentence: string) => string;
  readonly reuse: string;
  readonly thisRecord: string;
  readonly thisReport: string;
  readonly theseRecords: string;
  readonly shownBy: string;
};

const en: DataWords = {
  title: 'Open data',
  lead: 'Everything that these pages show can be taken away: as a table, for programs, for maps. No account, no key, no limit but the reader’s patience.',
  keywords: ['armed conflict', 'attributed claims', 'event data', 'human rights documentation'],
  whole: 'All of it',
  wholeLead: (records) => `${records} now. Files are made as they are asked for, newest first.`,
  what: 'What',
  files: 'Files',
  allRecords: 'All records',
  forSheets: 'for spreadsheets',
  forPrograms: 'one record a line',
  forMaps: 'for maps',
  codebook: 'The code book: every kind of event, defined in both languages',
  follow: 'What is new, as a feed',
  followNote: 'A feed can follow one kind, actor or place: put ?type=, ?actor= or ?place= behind its address.',
  part: 'A part of it',
  partLead: 'The same words as on the search page narrow a file down. Several together narrow it further.',
  key: 'Word',
  asks: 'asks for',
  example: 'Example that works here',
  keys: {
    q: 'words of reports and names, in either language',
    type: 'a kind of event, or a family of kinds',
    actor: 'an actor, by the id in the address of its page',
    place: 'a place and all that lies in it, by the id in the address of its page',
    modality: 'how it is told: asserted, denied, threatened …',
    from: 'days, both included, between which it may have happened',
    version: 'an older version of one record',
  },
  one: 'One record, one report',
  oneLead: 'With every claim, its exact words, who says so, and the capture that it was read from.',
  oneRecord: 'A record',
  oneReport: 'A report',
  mistakes: 'A mistake is answered in one line of JSON that says what to do, with status 400 or 404.',
  columns: 'Columns of the table',
  columnsLead:
    'CSV by RFC 4180, UTF-8 with a byte order mark, so that spreadsheets show Arabic as it is. An empty cell means not stated, never nought.',
  column: 'Column',
  holds: 'Holds',
  told: {
    id: 'The record’s id; it never changes',
    type: 'Kind of event, as in the code book',
    modality:
      'Asserted, intended, ordered, threatened, possible, conditional, denied, cancelled, called-for or assessed',
    review: 'Whether a person has checked it: machine-read, confirmed, corrected …',
    earliest: 'First day on which it may have happened (ISO 8601)',
    latest: 'Last day on which it may have happened',
    date_precision: 'How exactly the date is known: day, month, year or bounded',
    place_ids: 'Ids of the places, parted by semicolons',
    places_en: 'Their names in English',
    places_ar: 'Their names in Arabic',
    place_precision: 'How exactly the place is known: point, town, district, province, region, country or between',
    latitude: 'Degrees north (WGS 84) of the middle of what the precision names',
    longitude: 'Degrees east',
    country: 'ISO 3166-1 alpha-2',
    speakers_en: 'Who says so, in English',
    speakers_ar: 'Who says so, in Arabic',
    sentence_en: 'The record in one sentence',
    sentence_ar: 'The same in Arabic',
    page: 'Address of the record’s page',
    data: 'Address of all that it rests on, as JSON',
  },
  care: 'What is not in it',
  careText: [
    'Files hold what everybody may see, whoever takes them: places that could put people in danger stand as the wider area, private persons as their role, and recent events wait. A point is the middle of what its precision names, and no hit or hideout.',
    'Reports say these things; the observatory does not. Count records with care: one happening may be told in several, and what is reported most is not what happens most.',
  ],
  licence: 'Use and citation',
  licenceText: [
    'Whoever uses records, their sentences or their numbers names the observatory and links to the record. Words in quotation marks belong to their publishers and stand here as quotations.',
    'Ids and columns stay as they are. What is added is added at the end.',
  ],
  embed: 'A record in another page',
  embedLead:
    'This line shows a record, with who says so and where, in any page. It carries no script and sets no cookie.',
  embedTitle: (sentence) => `Record: ${sentence}`,
  reuse: 'Take it further',
  thisRecord: 'This record as JSON',
  thisReport: 'This report’s claims as JSON',
  theseRecords: 'These records as a file',
  shownBy: 'Record of',
};

const ar: DataWords = {
  title: 'البيانات المفتوحة',
  lead: 'كل ما تعرضه هذه الصفحات يمكن أخذه: جدولًا، أو للبرامج، أو للخرائط. لا حساب ولا مفتاح ولا حدّ إلا صبر القارئ.',
  keywords: ['نزاع مسلح', 'إفادات منسوبة', 'بيانات الأحداث', 'توثيق حقوق الإنسان'],
  whole: 'البيانات كلها',
  wholeLead: (records) => `عددها الآن ${records}. تُعدّ الملفات عند طلبها، والأحدث أولًا.`,
  what: 'المحتوى',
  files: 'الملفات',
  allRecords: 'كل السجلات',
  forSheets: 'للجداول',
  forPrograms: 'سجل في كل سطر',
  forMaps: 'للخرائط',
  codebook: 'دليل الترميز: أنواع الأحداث كلها معرَّفة باللغتين',
  follow: 'الجديد في خلاصة تُتابَع',
  followNote: 'يمكن أن تقتصر الخلاصة على نوع أو جهة أو مكان: أضف ‎?type=‎ أو ‎?actor=‎ أو ‎?place=‎ إلى عنوانها.',
  part: 'جزء منها',
  partLead: 'تُحصر الملفات بالكلمات نفسها التي في صفحة البحث، وكلما اجتمعت ضاق الحصر.',
  key: 'الكلمة',
  asks: 'ما تطلبه',
  example: 'مثال يعمل هنا',
  keys: {
    q: 'ألفاظ التقارير والأسماء، بأي من اللغتين',
    type: 'نوع من الأحداث، أو فئة من الأنواع',
    actor: 'جهة، بالمعرّف الذي في عنوان صفحتها',
    place: 'مكان وكل ما يقع فيه، بالمعرّف الذي في عنوان صفحته',
    modality: 'كيف رُوي: إخبار أو نفي أو تهديد…',
    from: 'يومان قد يكون الأمر وقع بينهما، واليومان داخلان',
    version: 'نسخة أقدم من سجل واحد',
  },
  one: 'سجل واحد أو تقرير واحد',
  oneLead: 'مع كل إفادة بألفاظها كما وردت وقائلها والنسخة المحفوظة التي قُرئت منها.',
  oneRecord: 'سجل',
  oneReport: 'تقرير',
  mistakes: 'يُجاب الطلب الخاطئ بسطر واحد من JSON يقول ما العمل، برمز الحالة 400 أو 404.',
  columns: 'أعمدة الجدول',
  columnsLead:
    'ملف CSV وفق RFC 4180 بترميز UTF-8 مع علامة ترتيب البايتات، فتعرض برامج الجداول العربية كما هي. والخانة الفارغة تعني أن الأمر غير مذكور، ولا تعني صفرًا.',
  column: 'العمود',
  holds: 'ما فيه',
  told: {
    id: 'معرّف السجل، ولا يتغير',
    type: 'نوع الحدث كما في دليل الترميز',
    modality: 'كيف رُوي: إخبار أو نيّة أو أمر أو تهديد أو احتمال أو شرط أو نفي أو إلغاء أو مطالبة أو تقدير',
    review: 'هل راجعه شخص: قراءة آلية أو مؤكَّد أو مصوَّب…',
    earliest: 'أول يوم قد يكون وقع فيه (ISO 8601)',
    latest: 'آخر يوم قد يكون وقع فيه',
    date_precision: 'مدى دقة التاريخ: يوم أو شهر أو سنة أو مدة',
    place_ids: 'معرّفات الأماكن، تفصل بينها فاصلة منقوطة',
    places_en: 'أسماؤها بالإنكليزية',
    places_ar: 'أسماؤها بالعربية',
    place_precision: 'مدى دقة المكان: نقطة أو بلدة أو منطقة أو محافظة أو إقليم أو بلد أو بين مكانين',
    latitude: 'درجات العرض شمالًا (WGS 84) لوسط ما تدل عليه الدقة',
    longitude: 'درجات الطول شرقًا',
    country: 'رمز البلد وفق ISO 3166-1',
    speakers_en: 'من يقول ذلك، بالإنكليزية',
    speakers_ar: 'من يقول ذلك، بالعربية',
    sentence_en: 'السجل في جملة واحدة بالإنكليزية',
    sentence_ar: 'السجل في جملة واحدة بالعربية',
    page: 'عنوان صفحة السجل',
    data: 'عنوان كل ما يستند إليه السجل، بصيغة JSON',
  },
  care: 'ما ليس فيها',
  careText: [
    'لا تتضمن الملفات إلا ما يجوز أن يراه الجميع، أيًّا كان آخذها: الأماكن التي قد يعرّض ذكرها الناس للخطر تُذكر بالمنطقة الأوسع، والأفراد العاديون بصفتهم، والأحداث القريبة تنتظر. والنقطة وسط ما تدل عليه الدقة، لا موضع ضربة ولا مخبأ.',
    'هذا ما تقوله التقارير لا ما يقوله المرصد. عُدّ السجلات بحذر: قد تُروى واقعة واحدة في أكثر من سجل، وليس أكثر ما يُروى أكثر ما يقع.',
  ],
  licence: 'الاستعمال والإحالة',
  licenceText: [
    'من استعمل السجلات أو جملها أو أعدادها يذكر المرصد ويضع رابطًا إلى السجل. أما الألفاظ الموضوعة بين علامتي اقتباس فملك لناشريها، وهي هنا اقتباس.',
    'تبقى المعرّفات والأعمدة كما هي، وما يُضاف يُضاف في الآخر.',
  ],
  embed: 'سجل داخل صفحة أخرى',
  embedLead: 'يعرض هذا السطر سجلًا مع قائله ومكانه في أي صفحة، بلا برمجيات ولا ملفات تعريف ارتباط.',
  embedTitle: (sentence) => `سجل: ${sentence}`,
  reuse: 'خذه إلى أبعد',
  thisRecord: 'هذا السجل بصيغة JSON',
  thisReport: 'إفادات هذا التقرير بصيغة JSON',
  theseRecords: 'هذه السجلات في ملف',
  shownBy: 'سجل من',
};

export const dataWords: Readonly<Record<Language, DataWords>> = { en, ar };
