/** Small texts → what is claimed in them: how sure they are meant, who says so, how many were harmed. English and Arabic side by side. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import type { Modality, Reading } from '../../model/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());
const of = (text: string): Reading => read({ id: 'claims', text, date: '2024-05-15' });
const words = (reading: Reading, id: string): string => {
  const { start, end } = reading.mentions.find((m) => m.id === id)!;
  return reading.report.text.slice(start, end);
};

// The type told, and how it is meant. Nothing but the last group may ever be asserted.
const MODALITY: readonly (readonly [text: string, type: string, modality: Modality])[] = [
  // denied
  ['The army denied that it had withdrawn from Idlib.', 'posture.deployment', 'denied'],
  ['نفى الجيش انسحاب قواته من إدلب.', 'posture.deployment', 'denied'],
  ['نفت وزارة الدفاع الأنباء التي تحدثت عن انسحاب الجيش من إدلب.', 'posture.deployment', 'denied'],
  ['The army did not withdraw from Idlib.', 'posture.deployment', 'denied'],
  ['لم ينسحب الجيش من إدلب.', 'posture.deployment', 'denied'],
  ['The army did not plan to withdraw from Idlib.', 'posture.deployment', 'denied'],
  ['لم يخطط الجيش للانسحاب من إدلب.', 'posture.deployment', 'denied'],
  // intended
  ['Hezbollah fighters plan to withdraw from Idlib.', 'posture.deployment', 'intended'],
  ['تعتزم إسرائيل قصف دمشق.', 'violence.shelling', 'intended'],
  // ordered
  ['The commander ordered his fighters to withdraw from Idlib.', 'posture.deployment', 'ordered'],
  ['أمر القائد مقاتليه بالانسحاب من إدلب.', 'posture.deployment', 'ordered'],
  // threatened
  ['Hezbollah threatened to shell Haifa.', 'violence.shelling', 'threatened'],
  ['هدد حزب الله بقصف حيفا.', 'violence.shelling', 'threatened'],
  // possible
  ['The militias may withdraw from Al-Mayadin.', 'posture.deployment', 'possible'],
  ['قد تنسحب الميليشيات من الميادين.', 'posture.deployment', 'possible'],
  // conditional
  ['If the army withdraws from Idlib, residents will return.', 'posture.deployment', 'conditional'],
  ['إذا انسحب الجيش من إدلب فسيعود السكان.', 'posture.deployment', 'conditional'],
  // called for
  ['The United Nations called for a ceasefire in Aleppo.', 'politics.ceasefire', 'called-for'],
  ['دعت الأمم المتحدة إلى وقف إطلاق النار في حلب.', 'politics.ceasefire', 'called-for'],
  // cancelled
  ['Many military courses in Idlib have been cancelled by the militias.', 'posture.training', 'cancelled'],
  ['The army cancelled the deployment of its fighters in Idlib.', 'posture.deployment', 'cancelled'],
  // a particle negates its verb alone: who was not killed was not killed in a strike that was
  ['لم يقتل أي مدني في الغارة الإسرائيلية على بيروت.', 'violence.airstrike', 'asserted'],
  ['حذر الجيش السكان من قصف وشيك على صنعاء.', 'violence.shelling', 'possible'],
  ['Israel struck Damascus.', 'violence.airstrike', 'asserted'],
  // asserted
  ['The militias withdrew from Al-Mayadin.', 'posture.deployment', 'asserted'],
  ['انسحبت الميليشيات من الميادين.', 'posture.deployment', 'asserted'],
  ['Israeli warplanes bombed Beirut.', 'violence.airstrike', 'asserted'],
  ['طائرات إسرائيلية قصفت بيروت.', 'violence.airstrike', 'asserted'],
  ['Hezbollah threatened to shell Haifa.', 'politics.threat', 'asserted'],
  ['هدد حزب الله بقصف حيفا.', 'politics.threat', 'asserted'],
];

// Nearest first; behind it who passed it on, with the same cue.
const SPEAKERS: readonly (readonly [text: string, speaker: string | undefined, cue?: string, passedOn?: string])[] = [
  ['وقال الدفاع المدني إن قوات النظام قصفت بلدة سرمين.', 'الدفاع المدني', 'قال'],
  [
    'Iran-backed militias withdrew from Deir ez-Zor, the Syrian Observatory for Human Rights said.',
    'Syrian Observatory for Human Rights',
    'said',
  ],
  [
    'انسحبت ميليشيات موالية لإيران من دير الزور، بحسب المرصد السوري لحقوق الإنسان.',
    'المرصد السوري لحقوق الإنسان',
    'بحسب',
  ],
  ['According to Reuters, Israeli warplanes bombed Beirut.', 'Reuters', 'According to'],
  ['وقالت رويترز إن طائرات إسرائيلية قصفت بيروت.', 'رويترز', 'قالت'],
  ['Local sources told Reuters that a drone hit a base in Raqqa.', 'Local sources', 'told', 'Reuters'],
  ['وأفادت مصادر محلية بأن طائرة مسيرة استهدفت قاعدة في الرقة.', 'مصادر محلية', 'أفادت'],
  ['An Israeli military spokesman said that warplanes bombed Beirut.', 'Israeli military spokesman', 'said'],
  ['قال متحدث عسكري إسرائيلي إن طائرات قصفت بيروت.', 'متحدث عسكري إسرائيلي', 'قال'],
  // Nobody but the report itself.
  ['Israeli warplanes bombed Beirut.', undefined],
  ['طائرات إسرائيلية قصفت بيروت.', undefined],
];

type Toll = readonly [harm: string, low: number, high: number | undefined, including?: readonly number[]];
const TOLLS: readonly (readonly [text: string, type: string, ...Toll])[] = [
  [
    'At least 7 civilians, including 3 children, were killed in an Israeli airstrike on Damascus.',
    'violence.airstrike',
    'killed',
    7,
    undefined,
    [3],
  ],
  ['قُتل 7 مدنيين بينهم 3 أطفال في غارة إسرائيلية على دمشق.', 'violence.airstrike', 'killed', 7, 7, [3]],
  ['No civilians were killed in the airstrike on Idlib.', 'violence.airstrike', 'killed', 0, 0],
  ['Shelling of Aleppo killed four people.', 'violence.shelling', 'killed', 4, 4],
  ['قُتل أربعة أشخاص في قصف على مدينة حلب.', 'violence.shelling', 'killed', 4, 4],
  ['Between 10 and 15 fighters were killed in clashes near Raqqa.', 'violence.clash', 'killed', 10, 15],
  ['More than 13,000 people were displaced by shelling in Idlib.', 'harm.displacement', 'displaced', 13_000, undefined],
];

describe('modality', () => {
  it.each(MODALITY)('%s → %s %s', (text, type, modality) => {
    const told = of(text).claims.filter((claim) => claim.type === type);
    expect(told.map((claim) => claim.modality)).toEqual([modality]);
  });
});

describe('speakers', () => {
  const rows = SPEAKERS.map(([text, speaker, cue, passedOn]) => ({ text, speaker, cue, passedOn }));
  it.each(rows)('$text → $speaker', ({ text, speaker, cue, passedOn }) => {
    const reading = of(text);
    const [claim, ...others] = reading.claims;
    expect(others).toEqual([]);
    expect(claim!.speakers.map((s) => [words(reading, s.mention), text.slice(s.cue.start, s.cue.end)])).toEqual(
      [speaker, passedOn].filter((who) => who !== undefined).map((who) => [who, cue]),
    );
    // Who only speaks, or is only told, does nothing.
    expect(claim!.agents.map((id) => words(reading, id))).not.toContain(speaker);
    expect(claim!.agents.map((id) => words(reading, id))).not.toContain('Reuters');
  });
});

describe('tolls', () => {
  const rows = TOLLS.map(([text, type, harm, low, high, including]) => ({ text, type, harm, low, high, including }));
  it.each(rows)('$text → $harm $low to $high', ({ text, type, harm, low, high, including }) => {
    const [claim, ...others] = of(text).claims.filter((c) => c.toll.length > 0);
    expect(others).toEqual([]);
    expect(claim!.type).toBe(type);
    const [toll, ...more] = claim!.toll;
    expect(more).toEqual([]);
    expect([toll!.harm, toll!.low, toll!.high, toll!.including?.map((part) => part.low)]).toEqual([
      harm,
      low,
      high,
      including,
    ]);
  });
});

describe('the same happening told again', () => {
  const PAGES: readonly (readonly [language: string, text: string])[] = [
    [
      'English',
      'Militias withdraw from Al-Mayadin\nThe militias withdrew from Al-Mayadin on Monday, local sources said.',
    ],
    ['Arabic', 'انسحاب ميليشيات من الميادين\nانسحبت الميليشيات من مدينة الميادين يوم الاثنين، بحسب مصادر محلية.'],
  ];
  it.each(PAGES)('in the headline leads to the body: %s', (_, text) => {
    const claims = of(text).claims.filter((claim) => claim.type === 'posture.deployment');
    expect(claims.map((claim) => claim.same)).toEqual([claims.at(-1)!.id, undefined]);
  });

  it('is not the same in two places', () => {
    const { claims } = of(
      'Militias withdraw from Idlib\nThe militias withdrew from Al-Mayadin on Monday, local sources said.',
    );
    expect(claims.filter((claim) => claim.same !== undefined)).toEqual([]);
  });
});

// One word, several happenings: what stands beside it decides.
const FRAMES: readonly (readonly [text: string, type: string | undefined])[] = [
  ['Government troops left the checkpoint at the entrance to Idlib.', 'posture.facility'],
  ['Hezbollah fighters left Al-Mayadin on Monday.', 'posture.deployment'],
  ['Hundreds of families left their homes in Idlib after the shelling.', 'harm.displacement'],
  ['The army sent reinforcements to Aleppo.', 'posture.deployment'],
  ['The Red Crescent sent flour and medicine to Gaza.', 'harm.aid'],
  ['The Houthis sent three drones towards Eilat.', 'violence.drone-strike'],
  ['The militias turned off the lights of their headquarters in Al-Bukamal.', 'posture.concealment'],
  ['Hezbollah moved weapons to Al-Qusayr.', 'posture.materiel'],
  ['The army closed the road between Homs and Hama.', 'control.closure'],
  ['غادر عناصر حزب الله مدينة الميادين.', 'posture.deployment'],
  ['أرسل الجيش تعزيزات إلى حلب.', 'posture.deployment'],
  ['أطلق الحوثيون ثلاث طائرات مسيرة باتجاه إيلات.', 'violence.drone-strike'],
  ['نقلت الميليشيات أسلحة إلى القصير.', 'posture.materiel'],
  ['أغلق الجيش الطريق بين حمص وحماة.', 'control.closure'],
  // and nothing where it does not
  ['The guests left the hotel in Beirut in the morning.', undefined],
  ['The museum opened a new gallery in Damascus.', undefined],
  ['غادر الضيوف الفندق في بيروت صباحا.', undefined],
];

describe('one word, several happenings', () => {
  it.each(FRAMES)('%s → %s', (text, type) => {
    const types = of(text).claims.map((claim) => claim.type);
    if (type === undefined) expect(types).toEqual([]);
    else expect(types).toContain(type);
  });
});

describe('what is no conflict gives no claim', () => {
  it.each([
    'The striker fired the winning goal in the second half. The goalkeeper had no answer to the attack, and the coach said that his defenders were under siege before the referee gave the penalty.',
    'أطلق المهاجم هدف المباراة في الشوط الثاني، وحاصر لاعبو المنتخب مرمى الخصم، وقال المدرب إن الحكم لم يحتسب ضربة الجزاء في الملعب.',
  ])('%s', (text) => expect(of(text).claims).toEqual([]));
});

describe('who and whom', () => {
  it.each([
    // passive, by whom
    ['The base at Tanf was attacked by the Houthis.', 'Houthis', 'base'],
    // control
    ['Hezbollah fighters began shelling Haifa.', 'Hezbollah fighters', 'Haifa'],
    // light verb
    ['The Israeli army carried out strikes on Beirut.', 'Israeli army', 'Beirut'],
    // possessor
    ["Hamas's attack on Israel was condemned.", 'Hamas', 'Israel'],
    // relative clause
    ['Residents fled from the Syrian army, which shelled Idlib.', 'Syrian army', 'Idlib'],
    ['شنت إسرائيل غارات على بيروت.', 'إسرائيل', 'بيروت'],
    ['قصف حزب الله حيفا.', 'حزب الله', 'حيفا'],
  ])('%s', (text, agent, target) => {
    const reading = of(text);
    const claim = reading.claims.find((each) => each.type.startsWith('violence.'))!;
    expect(claim.agents.map((id) => words(reading, id))).toEqual([agent]);
    expect(claim.targets.map((id) => words(reading, id))).toContain(target);
  });
});

describe('background', () => {
  it.each([
    ['Militias withdrew from Idlib on Tuesday. The army had besieged Aleppo in 2016.', 'control.siege', true],
    ['انسحبت الميليشيات من إدلب يوم الثلاثاء. وكان الجيش قد حاصر حلب في عام 2016.', 'control.siege', true],
    ['The army said that it had shelled Idlib.', 'violence.shelling', false],
  ])('%s', (text, type, background) =>
    expect(of(text).claims.find((claim) => claim.type === type)!.background).toBe(background),
  );
});
