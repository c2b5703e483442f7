/** Words of the pages over many records, written for each language. */
import type { Language } from '../../../model/index.ts';
import type { Level, Step } from '../../../publish/types.ts';

export type PageWords = {
  readonly map: string;
  readonly timeline: string;
  readonly actors: string;
  readonly places: string;
  readonly search: string;
  readonly posture: string;
  readonly actor: string;
  readonly place: string;
  readonly actorsLead: string;
  readonly placesLead: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly families: Readonly<Record<string, string>>;
  readonly partOf: string;
  readonly parts: string;
  readonly liesIn: string;
  readonly inside: string;
  readonly coordinates: string;
  readonly somewhere: Readonly<Record<string, string>>;
  readonly whereItActs: string;
  readonly whoIsThere: string;
  readonly withWhom: string;
  readonly whatIsTold: string;
  readonly recordsOn: string;
  readonly postureOf: (actor: string, place: string) => string;
  readonly postureLink: string;
  readonly postureLead: string;
  readonly presenceAndVisibility: string;
  readonly presenceNote: string;
  readonly otherIndicators: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly levelNote: string;
  readonly indicator: string;
  readonly told: string;
  readonly how: string;
  readonly nothingTold: string;
  readonly overTime: string;
  readonly byType: string;
  readonly byActor: string;
  readonly chartNote: string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly highest: string;
  readonly sure: string;
  readonly maybe: string;
  readonly undated: (records: string) => string;
  readonly before: (records: string) => string;
  readonly asTable: string;
  readonly bin: Readonly<Record<Step, string>>;
  readonly total: string;
  readonly filter: string;
  readonly type: string;
  readonly modality: string;
  readonly from: string;
  readonly to: string;
  readonly any: string;
  readonly apply: string;
  readonly clear: string;
  readonly newer: string;
  readonly older: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly pagesOf: string;
  readonly nothing: string;
  readonly notADay: (value: string) => string;
  readonly notAType: (value: string) => string;
  readonly orderNote: string;
  readonly timelineLead: string;
  readonly spans: string;
  readonly spansNote: string;
  readonly mapLead: string;
  readonly mapLoading: string;
  readonly mapFailed: string;
  readonly mapLabel: string;
  readonly period: string;
  readonly earliest: string;
  readonly latest: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly whole: string;
  readonly close: string;
  readonly borders: string;
  readonly legend: string;
  readonly legendTown: string;
  readonly legendArea: string;
  readonly legendCluster: string;
  readonly placesByRecords: string;
  readonly acrossCountries: string;
  readonly unplaced: (records: string) => string;
  readonly allRecords: string;
  readonly closer: string;
  readonly searchLead: string;
  readonly query: string;
  readonly searchHint: string;
  readonly noHits: (text: string) => string;
  readonly hits: (text: string) => string;
  readonly reports: string;
  readonly recordsTitle: string;
};

const en: PageWords = {
  map: 'Map',
  timeline: 'Timeline',
  actors: 'Actors',
  places: 'Places',
  search: 'Search',
  posture: 'Posture',
  actor: 'Actor',
  place: 'Place',
  actorsLead: 'Whoever records are about, and how many they are.',
  placesLead: 'Wherever records are set. A province counts what happened in its towns.',
  kinds: {
    state: 'state',
    'state-forces': 'state forces',
    'political-militia': 'armed group',
    'identity-militia': 'armed group',
    'rebel-group': 'armed group',
    'external-forces': 'forces from abroad',
    institution: 'institution',
    organisation: 'organisation',
    alliance: 'alliance',
    monitor: 'monitor',
    agency: 'news agency',
    outlet: 'news outlet',
    civilians: 'civilians',
  },
  families: {
    violence: 'Violence',
    harm: 'Harm to people',
    control: 'Control',
    posture: 'Posture',
    politics: 'Politics',
    assessment: 'Assessment',
  },
  partOf: 'part of',
  parts: 'Parts of it',
  liesIn: 'in',
  inside: 'Within it',
  coordinates: 'Coordinates',
  somewhere: {
    town: 'The town’s middle; nothing finer is said.',
    district: 'Stands for the whole district: an area, no point.',
    province: 'Stands for the whole province: an area, no point.',
    country: 'Stands for the whole country: an area, no point.',
    region: 'Stands for a wider region: an area, no point.',
  },
  whereItActs: 'Where',
  whoIsThere: 'Who is named there',
  withWhom: 'Named with it',
  whatIsTold: 'What is told',
  recordsOn: 'Records',
  postureOf: (actor, place) => `${actor} in ${place}`,
  postureLink: 'posture',
  postureLead: 'What reports tell of an actor’s posture in a place. It counts nobody, and it is shown days late on purpose.',
  presenceAndVisibility: 'Presence and visibility',
  presenceNote:
    'Being there and being seen are two things: an actor that is seen less may be no fewer. A line joins what was asserted or assessed; where it runs, nothing was told.',
  otherIndicators: 'Other indicators',
  levels: { more: 'more, or new', there: 'there', less: 'less', ended: 'ended' },
  levelNote: 'Rows are in order, not in proportion. The width of a mark is the time in which it may have happened.',
  indicator: 'Indicator',
  told: 'Told',
  how: 'How told',
  nothingTold: 'Nothing is told of it.',
  overTime: 'Over time',
  byType: 'By kind of event',
  byActor: 'By actor',
  chartNote:
    'Solid: dated within the bar. Outlined: may lie in this bar or in others, as the date is known only so far.',
  steps: { day: 'a bar a day', week: 'a bar a week', month: 'a bar a month', year: 'a bar a year' },
  highest: 'highest bar',
  sure: 'dated',
  maybe: 'may be',
  undated: (records) => `${records} without a date`,
  before: (records) => `${records} earlier, not drawn`,
  asTable: 'The same as a table',
  bin: { day: 'Day', week: 'Week from', month: 'Month', year: 'Year' },
  total: 'All',
  filter: 'Narrow it down',
  type: 'Kind of event',
  modality: 'How told',
  from: 'From',
  to: 'To',
  any: 'all',
  apply: 'Show',
  clear: 'Show all',
  newer: 'Newer',
  older: 'Older',
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  pagesOf: 'Pages of this list',
  nothing: 'No record answers this. Widen the period or choose fewer filters.',
  notADay: (value) => `«${value}» is no day and was left out. Write it as 2024-12-24.`,
  notAType: (value) => `«${value}» is not known and was left out.`,
  orderNote: 'Newest first, by the last day on which it may have happened.',
  timelineLead: 'What was reported, by when it happened. What is known only roughly is drawn as a span.',
  spans: 'Records, with their spans',
  spansNote: 'From',
  mapLead: 'Where reports set what they tell. A place is drawn no finer than it is known, or than may be shown.',
  mapLoading: 'The map is loading.',
  mapFailed: 'This browser cannot draw the movable map. The drawing above and the list hold the same.',
  mapLabel: 'Movable map. Arrow keys move it, plus and minus zoom. The list below holds the same places.',
  period: 'Period',
  earliest: 'from',
  latest: 'to',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show all places',
  close: 'Close',
  borders:
    'Borders are those of Natural Earth. Some are disputed, and drawing them takes no side.',
  legend: 'Legend',
  legendTown: 'a town, somewhere within it',
  legendArea: 'an area in which it lies; its edge is not known',
  legendCluster: 'several places; the number counts their records',
  placesByRecords: 'Places',
  acrossCountries: 'Across countries',
  unplaced: (records) => `${records} without a place that can be drawn.`,
  allRecords: 'All records',
  closer: 'Zoom in here',
  searchLead: 'Names, words of reports, kinds of events, in either language.',
  query: 'Words',
  searchHint: 'Quotation marks keep words together, a minus leaves one out.',
  noHits: (text) => `Nothing that may be shown holds «${text}». Try fewer words, or another spelling.`,
  hits: (text) => `«${text}»`,
  reports: 'Reports',
  recordsTitle: 'Records',
};

const ar: PageWords = {
  map: 'الخريطة',
  timeline: 'الخط الزمني',
  actors: 'الجهات',
  places: 'الأماكن',
  search: 'البحث',
  posture: 'الوضع الميداني',
  actor: 'جهة',
  place: 'مكان',
  actorsLead: 'الجهات التي تتناولها السجلات، وعدد سجلات كل منها.',
  placesLead: 'الأماكن التي تقع فيها الأحداث المسجّلة. تُحسب للمحافظة سجلات مدنها.',
  kinds: {
    state: 'دولة',
    'state-forces': 'قوات نظامية',
    'political-militia': 'جماعة مسلحة',
    'identity-militia': 'جماعة مسلحة',
    'rebel-group': 'جماعة مسلحة',
    'external-forces': 'قوات أجنبية',
    institution: 'مؤسسة',
    organisation: 'منظمة',
    alliance: 'تحالف',
    monitor: 'جهة رصد',
    agency: 'وكالة أنباء',
    outlet: 'وسيلة إعلام',
    civilians: 'مدنيون',
  },
  families: {
    violence: 'العنف',
    harm: 'الأذى بالناس',
    control: 'السيطرة',
    posture: 'الوضع الميداني',
    politics: 'السياسة',
    assessment: 'التقدير',
  },
  partOf: 'تتبع',
  parts: 'ما يتبعها',
  liesIn: 'ضمن',
  inside: 'في داخله',
  coordinates: 'الإحداثيات',
  somewhere: {
    town: 'وسط البلدة، ولا يُذكر ما هو أدقّ.',
    district: 'يدل على المنطقة كلها: مساحة لا نقطة.',
    province: 'يدل على المحافظة كلها: مساحة لا نقطة.',
    country: 'يدل على البلد كله: مساحة لا نقطة.',
    region: 'يدل على إقليم أوسع: مساحة لا نقطة.',
  },
  whereItActs: 'أين',
  whoIsThere: 'من ورد ذكره هناك',
  withWhom: 'من ورد معها',
  whatIsTold: 'ما الذي يُروى',
  recordsOn: 'السجلات',
  postureOf: (actor, place) => `${actor} في ${place}`,
  postureLink: 'الوضع الميداني',
  postureLead: 'ما ترويه التقارير عن وضع جهة في مكان. لا يُحصى فيه أحد، ويُعرض متأخرًا أيامًا عن قصد.',
  presenceAndVisibility: 'الوجود والظهور',
  presenceNote:
    'الوجود شيء والظهور شيء آخر: قد يقلّ ظهور جهة ولا يقلّ عددها. يصل الخط بين ما ورد إخبارًا أو تقديرًا، وحيث يمتد بلا علامة لم يُروَ شيء.',
  otherIndicators: 'مؤشرات أخرى',
  levels: { more: 'زيادة أو جديد', there: 'قائم', less: 'تراجع', ended: 'انتهى' },
  levelNote: 'الصفوف مرتبة لا متناسبة، وعرض العلامة هو المدة التي قد يكون وقع فيها الأمر.',
  indicator: 'المؤشر',
  told: 'ما ورد',
  how: 'كيف رُوي',
  nothingTold: 'لم يُروَ عنه شيء.',
  overTime: 'عبر الزمن',
  byType: 'بحسب نوع الحدث',
  byActor: 'بحسب الجهة',
  chartNote: 'المُصمت: تاريخه ضمن العمود. المفرَّغ: قد يقع في هذا العمود أو في غيره، إذ لا يُعرف تاريخه إلا بهذا القدر.',
  steps: { day: 'عمود لكل يوم', week: 'عمود لكل أسبوع', month: 'عمود لكل شهر', year: 'عمود لكل سنة' },
  highest: 'أعلى عمود',
  sure: 'مؤرَّخ',
  maybe: 'محتمل',
  undated: (records) => `بلا تاريخ: ${records}`,
  before: (records) => `أقدم ولم يُرسم: ${records}`,
  asTable: 'البيانات نفسها في جدول',
  bin: { day: 'اليوم', week: 'الأسبوع من', month: 'الشهر', year: 'السنة' },
  total: 'الكل',
  filter: 'حصر النتائج',
  type: 'نوع الحدث',
  modality: 'كيف رُوي',
  from: 'من',
  to: 'إلى',
  any: 'الكل',
  apply: 'اعرض',
  clear: 'اعرض الكل',
  newer: 'الأحدث',
  older: 'الأقدم',
  pageOf: (page, pages) => `صفحة ${page} من ${pages}`,
  pagesOf: 'صفحات هذه القائمة',
  nothing: 'لا سجل يطابق ذلك. وسّع المدة أو خفّف الشروط.',
  notADay: (value) => `«${value}» ليس تاريخًا فلم يؤخذ به. اكتبه هكذا: ‎2024-12-24‎.`,
  notAType: (value) => `«${value}» غير معروف فلم يؤخذ به.`,
  orderNote: 'الأحدث أولًا، بحسب آخر يوم قد يكون وقع فيه الأمر.',
  timelineLead: 'ما ورد مرتبًا بحسب وقت وقوعه. وما لا يُعرف وقته إلا تقريبًا يُرسم مدةً.',
  spans: 'السجلات ومُددها',
  spansNote: 'من',
  mapLead: 'أين تقع الأحداث التي ترويها التقارير. لا يُرسم مكان بأدقّ مما يُعرف أو مما يجوز عرضه.',
  mapLoading: 'يجري تحميل الخريطة.',
  mapFailed: 'لا يستطيع هذا المتصفح رسم الخريطة المتحركة. الرسم أعلاه والقائمة يتضمنان الأماكن نفسها.',
  mapLabel: 'خريطة متحركة. تحرّكها أسهم لوحة المفاتيح، ويقرّبها زائد ويبعدها ناقص. القائمة أدناه تتضمن الأماكن نفسها.',
  period: 'المدة',
  earliest: 'من',
  latest: 'إلى',
  zoomIn: 'تقريب',
  zoomOut: 'إبعاد',
  whole: 'كل الأماكن',
  close: 'إغلاق',
  borders: 'الحدود كما ترسمها Natural Earth، وبعضها متنازع عليه، ورسمها ليس انحيازًا لطرف.',
  legend: 'مفتاح الخريطة',
  legendTown: 'بلدة، في موضع ما منها',
  legendArea: 'مساحة يقع ضمنها المكان، وحدّها غير معروف',
  legendCluster: 'أماكن عدة، والرقم عدد سجلاتها',
  placesByRecords: 'الأماكن',
  acrossCountries: 'عابر للبلدان',
  unplaced: (records) => `بلا مكان يمكن رسمه: ${records}.`,
  allRecords: 'كل السجلات',
  closer: 'قرّب هنا',
  searchLead: 'أسماء، وألفاظ التقارير، وأنواع الأحداث، بأي من اللغتين.',
  query: 'كلمات',
  searchHint: 'علامتا التنصيص تبقيان الكلمات متصلة، وعلامة الناقص تستبعد كلمة.',
  noHits: (text) => `لا شيء مما يجوز عرضه يتضمن «${text}». جرّب كلمات أقل أو رسمًا آخر.`,
  hits: (text) => `«${text}»`,
  reports: 'التقارير',
  recordsTitle: 'السجلات',
};

export const pageWords: Readonly<Record<Language, PageWords>> = { en, ar };
