/** Types that the code books of the field added, in small texts of both languages: what is told, and what stays silent. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());
const typesOf = (text: string): string[] =>
  read({ id: 'field', text, date: '2024-05-15' }).claims.map(({ type }) => type);

const TOLD: readonly (readonly [text: string, type: string])[] = [
  ['Residents fled after a chlorine attack on the quarter.', 'violence.chemical'],
  ['سقط ضحايا في هجوم كيميائي على الحي.', 'violence.chemical'],
  ['Two men threw a grenade into the tea house.', 'violence.grenade'],
  ['انفجرت قنبلة يدوية قرب المقهى.', 'violence.grenade'],
  ['A mob attacked the neighbours and killed three people.', 'violence.mob'],
  ['Protesters threw stones at the town hall.', 'violence.riot'],
  ['اندلعت أعمال شغب في المدينة ليلًا.', 'violence.riot'],
  ['Police fired tear gas to disperse the crowd.', 'violence.crowd-control'],
  ['Police baton charged the marchers.', 'violence.crowd-control'],
  ['فرقت الشرطة المحتجين بالغاز المسيل للدموع.', 'violence.crowd-control'],
  ['Customs officers found forty rifles in a truck.', 'control.weapons-seizure'],
  ['Troops seized rifles and ammunition in the village.', 'control.weapons-seizure'],
  ['عثرت القوات على أسلحة في منزل مهجور.', 'control.weapons-seizure'],
  ['Police searched houses in the quarter.', 'control.search'],
  ['داهمت الشرطة مقر الحزب.', 'control.search'],
  ['The ministry deported sixty migrants.', 'control.expulsion'],
  ['Constables of the police stood by while shops burned.', 'control.inaction'],
  ['Thirty fighters surrendered to the army.', 'control.surrender'],
  ['استسلم ثلاثون مقاتلًا للجيش.', 'control.surrender'],
  ['The president declared a state of emergency.', 'control.emergency'],
  ['أعلن الرئيس حالة الطوارئ.', 'control.emergency'],
  ['A hundred soldiers defected to the opposition.', 'politics.realignment'],
  ['انشق مئة جندي عن الجيش.', 'politics.realignment'],
  ['The group claimed responsibility for the bombing.', 'politics.responsibility'],
  ['تبنت الجماعة التفجير في بيان.', 'politics.responsibility'],
  ['The government accused its neighbour of arming rebels.', 'politics.accusation'],
  ['The junta rejected the proposal for a truce.', 'politics.rejection'],
  ['رفض المجلس العسكري اقتراح الهدنة.', 'politics.rejection'],
  ['The kingdom recalled its ambassador from Tarn.', 'politics.relations'],
  ['قطعت الدولة علاقاتها مع جارتها واستدعت سفيرها.', 'politics.relations'],
  ['Officers staged a coup in the capital.', 'politics.coup'],
  ['The earthquake levelled two villages.', 'harm.disaster'],
  ['ضرب زلزال المحافظة فجرًا.', 'harm.disaster'],
  ['A gas leak sent forty workers to hospital.', 'harm.accident'],
  ['قُتل ثلاثة في حادث سير على الطريق الدولي.', 'harm.accident'],
  ['Masked men robbed the pay office.', 'harm.crime'],
  ['Workers came upon a mass grave near the canal.', 'harm.mass-grave'],
  ['عُثر على مقبرة جماعية قرب القناة.', 'harm.mass-grave'],
];

const SILENT: readonly (readonly [text: string, family: RegExp])[] = [
  ['He found his keys at the market.', /weapons/],
  ['She came back to the village on Monday.', /support/],
  ['The police station lies beside the bank.', /posture|control/],
  ['The post office is open.', /posture/],
  ['The team beat its rivals by two goals.', /beating/],
  ['وجد مفاتيحه في السوق.', /weapons/],
  ['عاد العمال إلى المصنع صباحًا.', /control|violence/],
];

// Far down in a report a refusal or a request is no news of its own.
const OPENING =
  'Shelling hit the town. Two houses burned. A school closed. Nobody came. Later the council refused to meet the envoy.';

describe('what the field has and we lacked', () => {
  it.each(TOLD)('%s → %s', (text, type) => expect(typesOf(text)).toContain(type));
  it.each(SILENT)('%s', (text, type) => expect(typesOf(text).filter((one) => type.test(one))).toEqual([]));
  it('a speech act is news where the report opens with it alone', () => {
    expect(typesOf('The council refused to meet the envoy.')).toContain('politics.rejection');
    expect(typesOf(OPENING)).not.toContain('politics.rejection');
  });
  it('a common word out of its context is no gap', () => {
    const { gaps } = read({ id: 'field', text: 'He found his keys. They must go home. She made tea.' });
    expect(gaps.filter(({ kind }) => kind === 'trigger-without-claim')).toEqual([]);
  });
});
