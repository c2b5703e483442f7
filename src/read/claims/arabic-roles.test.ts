/** Who did it and to whom in Arabic: verb first and subject first, masdars, passives, what governs, what «and» joins. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** [text, the word that tells it, who did it, to whom or what] */
type Row = readonly [text: string, trigger: string, agents: readonly string[], targets: readonly string[]];

const ROLES: readonly Row[] = [
  // verb, subject, object
  ['قصفت قوات الدعم السريع مخيم زمزم بالمدفعية.', 'قصفت', ['قوات الدعم السريع'], ['مخيم زمزم']],
  ['أطلق حزب الله رشقة من الصواريخ على قاعدة عسكرية.', 'أطلق', ['حزب الله'], ['قاعدة عسكرية']],
  ['قصف الجيش، الخميس، مقر الفصيل في حلب.', 'قصف', ['الجيش'], ['مقر الفصيل']],
  ['هاجم مستوطنون قرية بورين وأحرقوا مركبتين.', 'أحرقوا', ['مستوطنون'], ['مركبتين']],
  // subject first
  ['قالت الوزارة إن الجيش السوداني دمر مستودعا للذخيرة.', 'دمر', ['الجيش السوداني'], ['مستودعا']],
  ['إسرائيل وحماس تتفقان على هدنة.', 'تتفقان', ['إسرائيل', 'حماس'], []],
  ['«الحرس الثوري» يخلي مقراته في دير الزور.', 'يخلي', ['الحرس الثوري'], ['مقراته']],
  // passive, as written
  ['استُهدفت قاعدة عين الأسد بطائرة مسيرة.', 'استُهدفت', [], ['قاعدة عين الأسد']],
  // what it was done with is no doer, whose it is may be
  ['قصفت مسيرة تركية سيارة عسكرية على طريق تل تمر.', 'قصفت', ['تركية'], ['سيارة عسكرية']],
  ['هدمت جرافات الجيش الإسرائيلي منزلين في يطا.', 'هدمت', ['الجيش الإسرائيلي'], ['منزلين']],
  // masdars
  ['نفذ سلاح الجو الإسرائيلي سلسلة غارات على مستودع في البقاع.', 'غارات', ['سلاح الجو الإسرائيلي'], ['مستودع']],
  ['قتل أربعون جنديا في هجوم شنه جهاديون الأحد على معسكر.', 'هجوم', ['جهاديون'], ['معسكر']],
  ['استهدف هجوم لتنظيم داعش على حقل نفطي قرب كركوك.', 'هجوم', ['تنظيم داعش'], ['حقل نفطي']],
  ['وقع انفجار في هجوم استهدف كنيسة في دمشق.', 'هجوم', [], ['كنيسة']],
  // what governs the masdar
  ['اتهم ناشطون الجيش بقصف سوق في البلدة.', 'قصف', ['الجيش'], ['سوق']],
  ['اتهم ناشطون الجيش بقصف سوق في البلدة.', 'اتهم', ['ناشطون'], ['الجيش']],
  ['أقدم محتجون على إغلاق الطريق الساحلي.', 'إغلاق', ['محتجون'], []],
  // both sides
  [
    'اندلعت اشتباكات بين قوات سوريا الديمقراطية وفصائل مسلحة قرب سد تشرين.',
    'اشتباكات',
    ['قوات سوريا الديمقراطية', 'فصائل مسلحة'],
    [],
  ],
];

// Arabic verbs that a tagger takes for nouns, and nouns that look like verbs or like other words.
const TYPES: readonly (readonly [text: string, types: readonly string[]])[] = [
  ['أطفأت الميليشيات الأنوار في مقراتها ليلا.', ['posture.concealment began']],
  ['ألقت محلقة قنبلة صوتية على صيادين في الناقورة.', ['violence.drone-strike']],
  ['ألغت الميليشيات دورات عسكرية كانت مقررة في البادية.', ['posture.training ended']],
  ['كثفت الفصائل دورياتها في محيط المدينة.', ['posture.patrol increased']],
  ['أوقفت القوات الأمريكية دورياتها قرب الحدود العراقية.', ['posture.patrol ended']],
  ['سحبت الفرقة الرابعة الحراس من محيط المعبر.', ['posture.guard ended']],
  ['خفض الجيش درجة الاستنفار في الجنوب.', ['posture.alert decreased']],
  ['انخفض عدد عناصر الميليشيات في المنطقة.', ['posture.presence decreased']],
  ['رفض قادة محليون حضور الاجتماعات خشية الاستهداف.', ['posture.meeting refused']],
  ['عقد قادة الميليشيات اجتماعا في الميادين.', ['posture.meeting began']],
  ['قال مسؤول عسكري إن الجيش لن ينسحب من المحور.', ['posture.deployment refused']],
  // one happening, told by two words
  ['شنت طائرات حربية روسية أكثر من 20 غارة على مواقع في بادية السخنة.', ['violence.airstrike']],
  ['ضبطت الشرطة عبوات ناسفة وأسلحة خفيفة في المنزل.', ['control.weapons-seizure']],
  // silent
  ['بدأت الفصائل عملها في المدينة.', []],
  ['وصل إليه الوفد في مدينة حلب.', []],
];

// Words that are no places, and places that no table knows.
const PLACES: readonly (readonly [text: string, places: readonly string[]])[] = [
  ['قصف الجيش موقعا في مدينة طفس.', ['طفس']],
  ['قُتل شخص في غارة على سيارة في قدموس قرب صور.', ['قدموس']],
  ['قصفت المدفعية ميس الجبل وكفرتبنيت ودبين.', ['ميس الجبل', 'كفرتبنيت', 'دبين']],
  ['سيطر اللواء 444 على مقر في أبو سليم.', ['أبو سليم']],
  ['اقتحمت القوات الإسرائيلية مدينة نابلس ومخيم بلاطة.', ['نابلس', 'مخيم بلاطة']],
  ['فتحت ميليشيا مسلحة باب الانتساب.', []],
];

describe('Arabic roles', () => {
  it.each(ROLES.map((row) => [`${row[1]}: ${row[0]}`, row] as const))(
    '%s',
    (_title, [text, trigger, agents, targets]) => {
      const { claims, mentions } = read({ id: 'roles', text, date: '2024-05-15' });
      const words = (ids: readonly string[]): string[] =>
        ids.map((id) => mentions.find((m) => m.id === id)!).map(({ start, end }) => text.slice(start, end));
      const claim = claims.find((each) => text.slice(each.trigger.start, each.trigger.end) === trigger);
      expect(claim && [words(claim.agents), words(claim.targets)]).toEqual([agents, targets]);
    },
  );
});

describe('Arabic types', () => {
  it.each(TYPES)('%s', (text, types) => {
    const { claims } = read({ id: 'types', text, date: '2024-05-15' });
    expect(claims.map(({ type, change }) => [type, change].filter(Boolean).join(' '))).toEqual(types);
  });
});

describe('Arabic places', () => {
  it.each(PLACES)('%s', (text, places) => {
    const { claims, mentions } = read({ id: 'places', text, date: '2024-05-15' });
    const found = [...new Set(claims.flatMap((claim) => claim.places))].map((id) => mentions.find((m) => m.id === id)!);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(places);
  });
});
