/** Rows of the tables of sentences; see `Case`. */
import {
  ar,
  at,
  both,
  type Case,
  DEFENCE,
  en,
  HEZBOLLAH,
  IRAQ,
  ISIS,
  ISRAEL,
  LEVANT,
  printed,
  SDF,
  SOHR,
  said,
  toll,
  UN,
} from './cast.test-help.ts';

const GROUPS = en('Iranian groups');
const HQ = both('headquarters', 'مقر');

const FROM_APRIL = {
  time: { earliest: '2024-04-01', latest: '2024-12-24', precision: 'bounded' },
  timeBasis: 'report',
} as const;

export const WHOLE: readonly Case[] = [
  [
    'posture.deployment',
    { t: [ar('القوات')], m: 'denied', by: [printed(LEVANT)] },
    '=Levant24 reports that the deployment of the forces in Al-Bukamal did not happen.',
    '=بحسب ليفانت 24، لم يحدث انتشار القوات في البوكمال.',
  ],
  [
    'violence.attack',
    {
      a: [ISRAEL],
      t: [IRAQ],
      p: [at('Iraq', 'العراق')],
      when: { time: { earliest: '2024-01-26', precision: 'bounded' }, timeBasis: 'stated' },
    },
    '=The Syrian Observatory for Human Rights says that Israel attacked Iraq on or after 26 January 2024.',
    '=بحسب المرصد السوري لحقوق الإنسان، هاجمت إسرائيل العراق في 26 كانون الثاني/يناير 2024 أو بعده.',
  ],
  [
    'violence.clash',
    {
      a: [SDF],
      p: [at('Northern Syria', 'شمال سوريا'), at('Litani', 'نهر الليطاني')],
      by: [said(en('military source'))],
    },
    '=A military source says that the Syrian Democratic Forces took part in clashes in northern Syria and along the Litani river.',
    '=بحسب مصدر عسكري، خاضت قوات سوريا الديمقراطية اشتباكات في شمال سوريا وعند نهر الليطاني.',
  ],
  [
    'violence.shooting',
    { a: [en('terrorist')], t: [en('two port workers')] },
    '=The Syrian Observatory for Human Rights says that a terrorist opened fire on 2 port workers in Al-Bukamal.',
    '=بحسب المرصد السوري لحقوق الإنسان، أطلق إرهابي النار على عاملي ميناء في البوكمال.',
  ],
  [
    'violence.airstrike',
    { a: [ISRAEL], t: [GROUPS], day: '2024-05-03', tolls: [toll('killed', 7, 7), toll('injured', 3)] },
    '=The Syrian Observatory for Human Rights says that Israel carried out an airstrike on Iranian groups in Al-Bukamal on 3 May 2024, killing 7 people and injuring at least 3.',
    '=بحسب المرصد السوري لحقوق الإنسان، شنّت إسرائيل غارة جوية على مجموعات إيرانية في البوكمال في 3 أيار/مايو 2024، ما أدى إلى مقتل 7 أشخاص وإصابة ما لا يقل عن 3 أشخاص.',
  ],
  [
    'violence.airstrike',
    {
      f: [{ en: 'Iranian consulate' }],
      p: [at('Damascus', 'دمشق')],
      day: '2024-04-01',
      tolls: [
        toll('killed', 7, 7, {
          who: { en: 'Iranian military advisers' },
          including: [{ low: 3, high: 3, who: { en: 'senior commanders' } }],
        }),
      ],
    },
    '=The Syrian Observatory for Human Rights says that an Iranian consulate was hit by an airstrike in Damascus on 1 April 2024, killing 7 Iranian military advisers, including 3 senior commanders.',
    '=بحسب المرصد السوري لحقوق الإنسان، تعرّضت قنصلية إيرانية لغارة جوية في دمشق في 1 نيسان/أبريل 2024، ما أدى إلى مقتل 7 مستشارين عسكريين إيرانيين، بينهم 3 قادة كبار.',
  ],
  [
    'violence.attack',
    { tolls: [toll('killed', 5, 7)] },
    '=The Syrian Observatory for Human Rights says that there was an attack in Al-Bukamal, killing between 5 and 7 people.',
    '=بحسب المرصد السوري لحقوق الإنسان، وقع هجوم في البوكمال، ما أدى إلى مقتل ما بين 5 و7 أشخاص.',
  ],
  [
    'violence.shelling',
    { tolls: [toll('killed', 1, 1), toll('killed', 2, 2)], by: [said(SOHR), said(SDF)] },
    '=The Syrian Observatory for Human Rights and the Syrian Democratic Forces say that Al-Bukamal was shelled; accounts differ on the number killed: 1 or 2.',
    '=بحسب المرصد السوري لحقوق الإنسان وقوات سوريا الديمقراطية، تعرّضت البوكمال للقصف؛ تختلف الروايات في عدد القتلى: 1 أو 2.',
  ],
  [
    'violence.shelling',
    { tolls: [toll('killed', 0, 0)] },
    '=The Syrian Observatory for Human Rights says that Al-Bukamal was shelled; nobody was killed.',
    '=بحسب المرصد السوري لحقوق الإنسان، تعرّضت البوكمال للقصف؛ دون قتلى.',
  ],
  [
    'violence.shelling',
    { tolls: [toll('killed', 12, 12, { who: { ar: 'مدنيًا' } })], day: '2024-05-03' },
    '=The Syrian Observatory for Human Rights says that Al-Bukamal was shelled on 3 May 2024, killing 12 civilians.',
    '=بحسب المرصد السوري لحقوق الإنسان، تعرّضت البوكمال للقصف في 3 أيار/مايو 2024، ما أدى إلى مقتل 12 مدنياً.',
  ],
  [
    'posture.facility',
    { c: 'ended', a: [GROUPS], f: [HQ], when: FROM_APRIL },
    '=The Syrian Observatory for Human Rights says that Iranian groups evacuated headquarters in Al-Bukamal; no date stated, reported between 1 April and 24 December 2024.',
    '=بحسب المرصد السوري لحقوق الإنسان، أخلت مجموعات إيرانية مقراتها في البوكمال؛ التاريخ غير مذكور، والتقرير بين 1 نيسان/أبريل و24 كانون الأول/ديسمبر 2024.',
  ],
  [
    'posture.presence',
    { c: 'ended', a: [en('forces')], m: 'denied', by: [said(DEFENCE)] },
    '=The Syrian Defence Ministry denies that forces withdrew from Al-Bukamal.',
    '=تنفي وزارة الدفاع السورية انسحاب قوات من البوكمال.',
  ],
  [
    'violence.airstrike',
    { a: [ISRAEL], m: 'denied', by: [said(ISRAEL)] },
    '=Israel denies that it carried out an airstrike in Al-Bukamal.',
    '=تنفي إسرائيل شنّ غارة جوية في البوكمال.',
  ],
  [
    'control.capture',
    { a: [ISIS], m: 'denied', by: [said(SDF)] },
    '=The Syrian Democratic Forces deny that the Islamic State captured Al-Bukamal.',
    '=تنفي قوات سوريا الديمقراطية سيطرة تنظيم الدولة الإسلامية على البوكمال.',
  ],
  [
    'violence.attack',
    { a: [ISRAEL], t: [HEZBOLLAH], m: 'threatened', by: [said(ISRAEL)], p: [] },
    '=Israel threatens to attack Hezbollah.',
    '=تهدد إسرائيل بمهاجمة حزب الله.',
  ],
  [
    'violence.airstrike',
    { m: 'threatened' },
    '=The Syrian Observatory for Human Rights says that there is a threat of an airstrike in Al-Bukamal.',
    '=بحسب المرصد السوري لحقوق الإنسان، ثمة تهديد بوقوع غارة جوية في البوكمال.',
  ],
  [
    'violence.airstrike',
    { a: [ISRAEL], m: 'intended', by: [printed(LEVANT)] },
    '=Levant24 reports that Israel plans to carry out an airstrike in Al-Bukamal.',
    '=بحسب ليفانت 24، تعتزم إسرائيل شنّ غارة جوية في البوكمال.',
  ],
  [
    'posture.presence',
    { c: 'ended', a: [SDF], m: 'intended', by: [said(SDF)] },
    '=The Syrian Democratic Forces say that they plan to withdraw from Al-Bukamal.',
    '=تقول قوات سوريا الديمقراطية إنها تعتزم الانسحاب من البوكمال.',
  ],
  [
    'violence.airstrike',
    { a: [ISRAEL], by: [said(ISRAEL)], t: [HEZBOLLAH] },
    '=Israel says that it carried out an airstrike on Hezbollah in Al-Bukamal.',
    '=تقول إسرائيل إنها شنّت غارة جوية على حزب الله في البوكمال.',
  ],
  [
    'violence.interception',
    { a: [IRAQ], t: [en('missiles')], by: [said(IRAQ)], p: [] },
    '=Iraq says that it intercepted missiles.',
    '=يقول العراق إنه اعترض صواريخ.',
  ],
  [
    'violence.shelling',
    { a: [ISIS], m: 'possible' },
    '=The Syrian Observatory for Human Rights says that there is a possibility of shelling by the Islamic State in Al-Bukamal.',
    '=بحسب المرصد السوري لحقوق الإنسان، ثمة احتمال لقصف تنظيم الدولة الإسلامية البوكمال.',
  ],
  [
    'politics.ceasefire',
    { a: [ISRAEL, HEZBOLLAH], m: 'conditional', p: [] },
    '=The Syrian Observatory for Human Rights says that a ceasefire between Israel and Hezbollah depends on a condition.',
    '=بحسب المرصد السوري لحقوق الإنسان، يتوقف الاتفاق على وقف إطلاق النار بين إسرائيل وحزب الله على شرط.',
  ],
  [
    'politics.ceasefire',
    { m: 'called-for', by: [said(UN)] },
    '=The United Nations calls for a ceasefire in Al-Bukamal.',
    '=تدعو الأمم المتحدة إلى الاتفاق على وقف إطلاق النار في البوكمال.',
  ],
  [
    'posture.strategy',
    { a: [GROUPS], m: 'assessed', p: [] },
    '=The assessment of the Syrian Observatory for Human Rights points to a change of strategy by Iranian groups.',
    '=يشير تقدير المرصد السوري لحقوق الإنسان إلى تغيير مجموعات إيرانية استراتيجيتها.',
  ],
  [
    'assessment.judgement',
    { m: 'assessed', by: [printed(LEVANT)] },
    '=Levant24 gives an assessment of the situation.',
    '=يقدّم ليفانت 24 تقديراً للوضع.',
  ],
  [
    'violence.clash',
    { by: [said(en('security sources'))] },
    '=Security sources say that there were clashes in Al-Bukamal.',
    '=بحسب مصادر أمنية، دارت اشتباكات في البوكمال.',
  ],
  [
    'harm.damage',
    { by: [said(ar('الوزارة'))] },
    '=The ministry says that there was damage in Al-Bukamal.',
    '=بحسب الوزارة، وقعت أضرار في البوكمال.',
  ],
  [
    'harm.return',
    { by: [said(en('army'))], p: [] },
    '=The army says that displaced people returned.',
    '=بحسب الجيش، عاد نازحون.',
  ],
  [
    'posture.presence',
    { c: 'ended', a: [HEZBOLLAH], by: [said(SOHR), said(DEFENCE, 'disputes')] },
    '=The Syrian Observatory for Human Rights says that Hezbollah withdrew from Al-Bukamal; the Syrian Defence Ministry denies it.',
    '=بحسب المرصد السوري لحقوق الإنسان، انسحب حزب الله من البوكمال؛ وتنفي وزارة الدفاع السورية ذلك.',
  ],
  [
    'violence.attack',
    { by: [] },
    '=A report says that there was an attack in Al-Bukamal.',
    '=بحسب تقرير، وقع هجوم في البوكمال.',
  ],
  [
    'violence.attack',
    { a: [en('the masked men of the bridge')], by: [said(en('Oleh Kiper'))] },
    '=Oleh Kiper says that the masked men of the bridge carried out an attack in Al-Bukamal.',
    '=بحسب \u2068Oleh Kiper\u2069، شنّ رجال الجسر الملثمون هجوماً في البوكمال.',
  ],
  [
    'violence.attack',
    { a: [en('the Lotus Circle')] },
    '=The Syrian Observatory for Human Rights says that the Lotus Circle carried out an attack in Al-Bukamal.',
    '=بحسب المرصد السوري لحقوق الإنسان، شنّ \u2068the Lotus Circle\u2069 هجوماً في البوكمال.',
  ],
];
