/** Actors that are described, not named: their words, their head noun, whose they are, and the known actor that they mean. */
import { describe, expect, it } from 'vitest';
import { loadReaderData } from '../../load/index.ts';
import { createReader } from '../index.ts';

const read = createReader(await loadReaderData());

/** [text, the description's words, its head noun, the name inside it, the known actor] */
type Row = readonly [text: string, span: string, head: string, of?: string, actor?: string];

const ROWS: readonly Row[] = [
  // A modifier or several.
  ['Local elements joined them in Idlib.', 'Local elements', 'element'],
  ['انضمت إليهم عناصر محلية في إدلب.', 'عناصر محلية', 'عنصر'],
  ['Foreign militia leaders left Idlib.', 'Foreign militia leaders', 'leader'],
  ['غادر قادة الميليشيات الأجنبية إدلب.', 'قادة الميليشيات الأجنبية', 'قائد'],
  ['Suspected Islamist militants raided the market.', 'Suspected Islamist militants', 'militant'],
  ['خطف ملثمون مجهولون تاجرا.', 'ملثمون مجهولون', 'ملثم'],
  ['أطلق مسلحون مجهولون النار.', 'مسلحون مجهولون', 'مسلح'],
  ['Right-wing death squads abducted him.', 'Right-wing death squads', 'death squad'],
  ['Opposition factions rejected it.', 'Opposition factions', 'faction'],
  ['رفضت فصائل المعارضة ذلك.', 'فصائل المعارضة', 'فصيل'],
  // A part of what is named.
  [
    'Leaders of the Lebanese Hezbollah left.',
    'Leaders of the Lebanese Hezbollah',
    'leader',
    'Lebanese Hezbollah',
    'hezbollah',
  ],
  ['غادر قياديون من حزب الله المنطقة.', 'قياديون من حزب الله', 'قيادي', 'حزب الله', 'hezbollah'],
  ['انتشرت خلايا تنظيم داعش هناك.', 'خلايا تنظيم داعش', 'خلية', 'تنظيم داعش', 'isis'],
  // A state's body, by its people.
  ['Three French soldiers were wounded.', 'French soldiers', 'soldier', 'French', 'french-army'],
  ['جرح جندي تركي قرب إدلب.', 'جندي تركي', 'جندي', 'تركي', 'turkish-army'],
  ['A Chilean official denied it.', 'Chilean official', 'official', 'Chilean', 'government-cl'],
  ['A French military official denied it.', 'French military official', 'official', 'French military', 'french-army'],
  // Tied to a patron: those that it backs, where data know them.
  ['Militias backed by Iran left.', 'Militias backed by Iran', 'militia', 'Iran', 'iranian-militias'],
  ['دخلت قوات مدعومة من تركيا إدلب.', 'قوات مدعومة من تركيا', 'قوة', 'تركيا', 'sna'],
  ['Al-Qaeda-linked militants raided it.', 'Al-Qaeda-linked militants', 'militant', 'Al-Qaeda'],
  ['هاجم مسلحون تابعون لتنظيم الدولة القرية.', 'مسلحون تابعون لتنظيم الدولة', 'مسلح', 'تنظيم الدولة'],
  ['Fighters loyal to Quxotar entered.', 'Fighters loyal to Quxotar', 'fighter'],
  // Against it, or led by it: neither its own nor its client's.
  ['They met anti-Houthi fighters.', 'anti-Houthi fighters', 'fighter', 'Houthi'],
];

describe('described actors', () => {
  it.each(ROWS.map((row) => ({ row, says: row[0] })))('$says', ({ row: [text, span, head, of, actor] }) => {
    const { mentions } = read({ id: 'described', text });
    const found = mentions.find(({ start, end }) => text.slice(start, end) === span);
    const inside = mentions.find(({ id }) => id === found?.of);
    expect({
      head: found?.head,
      of: inside && text.slice(inside.start, inside.end),
      actor: found?.actor,
    }).toEqual({ head, of, actor });
  });
});

/** «the army» is the one that was named, else that of the country that the report speaks of; else nobody's. */
const BARE: readonly (readonly [text: string, words: string, actor: string | undefined])[] = [
  ['The Malian army left Gao. The army said so.', 'army', 'mali-army'],
  ['انسحب الجيش المالي من غاو. وقال الجيش ذلك.', 'الجيش', 'mali-army'],
  ['In Santiago de Chile and in Valparaíso, Chile, the police searched houses.', 'police', 'police-cl'],
  ['He says that the army is a school.', 'army', undefined],
];
it.each(BARE)('%s', (text, words, actor) => {
  const { mentions } = read({ id: 'bare', text });
  const found = mentions.findLast(({ start, end }) => text.slice(start, end) === words);
  expect(found, 'the description').toBeDefined();
  expect(found?.actor).toBe(actor);
});

it('reads «pro-Iranian militias» whole inside a sentence', () => {
  const text = 'Residents say that pro-Iranian militias left.';
  const { mentions } = read({ id: 'side', text });
  expect(mentions.map(({ start, end, actor }) => [text.slice(start, end), actor])).toContainEqual([
    'pro-Iranian militias',
    'iranian-militias',
  ]);
});
