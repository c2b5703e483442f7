/** Rows of the tables of sentences; see `Case`. */
import { ar, at, both, type Case, en, HOUTHIS, IRAQ, ISIS, ISRAEL, MILITIAS, RUSSIA, SDF } from './cast.test-help.ts';

const GROUPS = en('Iranian groups');
const GUNMEN = en('unknown gunmen');
const HOSPITAL = both('hospital', 'مستشفى');
const BASE = both('base', 'قاعدة');
const AREA = at('Al-Bukamal', 'البوكمال', { precision: 'district', coarsened: true });
const AIRPORT = at('Sanaa International Airport', 'مطار صنعاء الدولي');

export const VIOLENCE: readonly Case[] = [
  [
    'violence.airstrike',
    { a: [ISRAEL], t: [GROUPS] },
    'Israel carried out an airstrike on Iranian groups in Al-Bukamal',
    'شنّت إسرائيل غارة جوية على مجموعات إيرانية في البوكمال',
  ],
  [
    'violence.airstrike',
    { a: [IRAQ], t: [ISIS] },
    'Iraq carried out an airstrike on the Islamic State in Al-Bukamal',
    'شنّ العراق غارة جوية على تنظيم الدولة الإسلامية في البوكمال',
  ],
  [
    'violence.airstrike',
    { t: [MILITIAS] },
    'the Iranian-backed militias were hit by an airstrike in Al-Bukamal',
    'تعرّضت الميليشيات الإيرانية لغارة جوية في البوكمال',
  ],
  ['violence.airstrike', {}, 'there was an airstrike in Al-Bukamal', 'وقعت غارة جوية في البوكمال'],
  [
    'violence.airstrike',
    { f: [HOSPITAL] },
    'a hospital was hit by an airstrike in Al-Bukamal',
    'تعرّض مستشفى لغارة جوية في البوكمال',
  ],
  [
    'violence.airstrike',
    { c: 'continued', a: [ISRAEL] },
    'Israel continued to carry out airstrikes in Al-Bukamal',
    'واصلت إسرائيل شنّ غارات جوية في البوكمال',
  ],
  [
    'violence.airstrike',
    { c: 'increased', a: [ISRAEL], t: [GROUPS] },
    'Israel stepped up airstrikes on Iranian groups in Al-Bukamal',
    'كثّفت إسرائيل شنّ غارات جوية على مجموعات إيرانية في البوكمال',
  ],
  ['violence.airstrike', { c: 'ended' }, 'airstrikes in Al-Bukamal ended', 'توقف وقوع غارات جوية في البوكمال'],
  [
    'violence.airstrike',
    { p: [AIRPORT], a: [ISRAEL] },
    'Israel carried out an airstrike at Sanaa International Airport',
    'شنّت إسرائيل غارة جوية في مطار صنعاء الدولي',
  ],
  [
    'violence.drone-strike',
    { a: [RUSSIA], f: [both('warehouses', 'مستودعات')] },
    'Russia carried out a drone strike on warehouses in Al-Bukamal',
    'نفّذت روسيا ضربة بطائرة مسيّرة على مستودعات في البوكمال',
  ],
  ['violence.drone-strike', {}, 'there was a drone strike in Al-Bukamal', 'وقعت ضربة بطائرة مسيّرة في البوكمال'],
  [
    'violence.shelling',
    { a: [IRAQ], f: [both('schools', 'مدارس')] },
    'Iraq shelled schools in Al-Bukamal',
    'قصف العراق مدارس في البوكمال',
  ],
  [
    'violence.shelling',
    { a: [SDF] },
    'the Syrian Democratic Forces shelled Al-Bukamal',
    'قصفت قوات سوريا الديمقراطية البوكمال',
  ],
  ['violence.shelling', {}, 'Al-Bukamal was shelled', 'تعرّضت البوكمال للقصف'],
  ['violence.shelling', { p: [AREA] }, 'the area of Al-Bukamal was shelled', 'تعرّضت منطقة البوكمال للقصف'],
  [
    'violence.missile',
    { a: [HOUTHIS], t: [en('two tankers')] },
    'the Houthis carried out a missile attack on 2 tankers in Al-Bukamal',
    'شنّت جماعة الحوثي ضربة صاروخية على ناقلتين في البوكمال',
  ],
  [
    'violence.clash',
    { a: [SDF], t: [ISIS] },
    'the Syrian Democratic Forces clashed with the Islamic State in Al-Bukamal',
    'اشتبكت قوات سوريا الديمقراطية مع تنظيم الدولة الإسلامية في البوكمال',
  ],
  [
    'violence.clash',
    { a: [SDF, ISIS] },
    'clashes broke out between the Syrian Democratic Forces and the Islamic State in Al-Bukamal',
    'دارت اشتباكات بين قوات سوريا الديمقراطية وتنظيم الدولة الإسلامية في البوكمال',
  ],
  [
    'violence.clash',
    { a: [ISIS], c: 'continued' },
    'the Islamic State continued to take part in clashes in Al-Bukamal',
    'واصل تنظيم الدولة الإسلامية خوض اشتباكات في البوكمال',
  ],
  ['violence.clash', {}, 'there were clashes in Al-Bukamal', 'دارت اشتباكات في البوكمال'],
  [
    'violence.explosive',
    { a: [ISIS], t: [en('soldiers')] },
    'the Islamic State set off an explosive device against soldiers in Al-Bukamal',
    'استهدف تنظيم الدولة الإسلامية جنوداً بعبوة ناسفة في البوكمال',
  ],
  [
    'violence.explosive',
    { f: [both('bridge', 'جسر')] },
    'an explosion hit a bridge in Al-Bukamal',
    'أصاب انفجار جسراً في البوكمال',
  ],
  [
    'violence.suicide-attack',
    { a: [ISIS], f: [both('market', 'سوق')] },
    'the Islamic State carried out a suicide attack on a market in Al-Bukamal',
    'نفّذ تنظيم الدولة الإسلامية هجوماً انتحارياً على سوق في البوكمال',
  ],
  [
    'violence.shooting',
    { a: [GUNMEN], t: [en('protesters')] },
    'unknown gunmen opened fire on protesters in Al-Bukamal',
    'أطلق مسلحون مجهولون النار على متظاهرين في البوكمال',
  ],
  [
    'violence.shooting',
    { t: [en('a farmer')] },
    'a farmer was shot at in Al-Bukamal',
    'تعرّض مزارع لإطلاق نار في البوكمال',
  ],
  [
    'violence.assassination',
    { a: [GUNMEN], t: [en('a local leader')] },
    'unknown gunmen assassinated a local leader in Al-Bukamal',
    'اغتال مسلحون مجهولون قيادياً محلياً في البوكمال',
  ],
  [
    'violence.assassination',
    { t: [en('two officers')] },
    '2 officers were assassinated in Al-Bukamal',
    'اغتيل ضابطان في البوكمال',
  ],
  [
    'violence.execution',
    { a: [ISIS], t: [en('five prisoners')] },
    'the Islamic State executed 5 prisoners in Al-Bukamal',
    'أعدم تنظيم الدولة الإسلامية 5 أسرى في البوكمال',
  ],
  [
    'violence.abduction',
    { a: [ar('مسلحون مجهولون')], t: [en('a teacher')] },
    'unknown gunmen abducted a teacher in Al-Bukamal',
    'خطف مسلحون مجهولون معلماً في البوكمال',
  ],
  ['violence.abduction', { t: [ar('صحفيين')] }, 'journalists were abducted in Al-Bukamal', 'خُطف صحفيون في البوكمال'],
  [
    'violence.torture',
    { a: [en('police')], t: [en('detainees')] },
    'the police tortured detainees in Al-Bukamal',
    'عذّبت الشرطة معتقلين في البوكمال',
  ],
  ['violence.torture', {}, 'there was torture in Al-Bukamal', 'وقعت عمليات تعذيب في البوكمال'],
  [
    'violence.sexual',
    { a: [en('armed groups')], t: [en('women')] },
    'armed groups committed sexual violence against women in Al-Bukamal',
    'ارتكبت جماعات مسلحة أعمال عنف جنسي ضد نساء في البوكمال',
  ],
  [
    'violence.interception',
    { a: [en('air defences')], t: [en('missiles')] },
    'air defences intercepted missiles in Al-Bukamal',
    'اعترضت دفاعات جوية صواريخ في البوكمال',
  ],
  ['violence.interception', {}, 'there was an interception in Al-Bukamal', 'جرت عملية اعتراض في البوكمال'],
  [
    'violence.destruction',
    { f: [both('houses', 'منازل')] },
    'houses were destroyed in Al-Bukamal',
    'دُمّرت منازل في البوكمال',
  ],
  [
    'violence.looting',
    { a: [en('local fighters')], f: [both('homes', 'منازل')] },
    'local fighters looted homes in Al-Bukamal',
    'نهب مقاتلون محليون منازل في البوكمال',
  ],
  [
    'violence.attack',
    { a: [ISIS], t: [SDF] },
    'the Islamic State attacked the Syrian Democratic Forces in Al-Bukamal',
    'هاجم تنظيم الدولة الإسلامية قوات سوريا الديمقراطية في البوكمال',
  ],
  [
    'violence.attack',
    { a: [ISIS] },
    'the Islamic State carried out an attack in Al-Bukamal',
    'شنّ تنظيم الدولة الإسلامية هجوماً في البوكمال',
  ],
  [
    'violence.attack',
    { f: [BASE], t: [en('soldiers')] },
    'soldiers and a base were attacked in Al-Bukamal',
    'تعرّض جنود وقاعدة لهجوم في البوكمال',
  ],
];
