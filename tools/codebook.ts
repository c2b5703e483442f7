/** `npm run codebook`: data/ontology/*.yaml → CODEBOOK.md. `npm run docs:check` fails while the page is not what they give. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type EventType, FAMILIES, type Language } from '../src/model/index.ts';
import { ontologyOf } from './pack/ontology.ts';

const ROOT = path.join(import.meta.dirname, '..');
const PAGE = path.join(ROOT, 'CODEBOOK.md');

type Family = (typeof FAMILIES)[number];

const NAMES: Readonly<Record<Family, Readonly<Record<Language, string>>>> = {
  violence: { en: 'Violence', ar: 'العنف' },
  posture: { en: 'Posture of forces', ar: 'وضع القوات' },
  control: { en: 'Control and custody', ar: 'السيطرة والاحتجاز' },
  politics: { en: 'Politics', ar: 'السياسة' },
  harm: { en: 'Harm and relief', ar: 'الضرر والإغاثة' },
  assessment: { en: 'Assessment', ar: 'التقدير' },
};

const WORDS = {
  en: { definition: 'Definition', not: 'What it is not', examples: 'Examples', counterExample: 'Counter-example' },
  ar: { definition: 'التعريف', not: 'ما ليس منه', examples: 'أمثلة', counterExample: 'مثال مضاد' },
} as const;

/** A page of Markdown takes `<` and `|` for its own; everything else of ours is plain. */
const plain = (text: string): string => text.replace(/[<|]/g, '\\$&');

const textsOf = (type: EventType, language: Language): string[] => {
  const words = WORDS[language];
  return [
    `**${words.definition}:** ${plain(type.definition[language])}`,
    '',
    `**${words.not}:** ${plain(type.not[language])}`,
    '',
    `**${words.examples}:**`,
    '',
    ...type.examples[language].map((example) => `- ${plain(example)}`),
    '',
    `**${words.counterExample}:** ${plain(type.counterExample[language])}`,
    '',
  ];
};

/** Where a type lies in the other code books; a dash where it has no place there, or none without knowing who acted. */
const placesOf = ({ maps }: EventType): readonly string[] => [
  maps.acled ? `${maps.acled.event} / ${maps.acled.sub}` : '–',
  maps.plover ? [maps.plover.event, maps.plover.mode].filter(Boolean).join(' / ') : '–',
  maps.cameo ?? '–',
  maps.ucdp ?? '–',
];

const tableOf = (rows: readonly (readonly string[])[]): string[] => {
  const [head = [], ...rest] = rows;
  return [head, head.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`);
};

const entryOf = (type: EventType): string[] => [
  `### ${type.id}`,
  '',
  `**${plain(type.label.en)}** · **${plain(type.label.ar)}**`,
  '',
  ...textsOf(type, 'en'),
  '<div dir="rtl">',
  '',
  ...textsOf(type, 'ar'),
  '</div>',
  '',
  ...tableOf([['ACLED', 'PLOVER', 'CAMEO', 'UCDP'], placesOf(type)]),
  '',
];

/** The whole page. @param types in the order in which each family shall list its own */
export const codebookOf = (types: readonly EventType[]): string => {
  const families = FAMILIES.map((family) => ({
    family,
    types: types.filter(({ id }) => id.startsWith(`${family}.`)),
  }));
  const contents = families.flatMap((one) =>
    one.types.map(({ id, label }) => [`[${id}](#${id.replace('.', '')})`, plain(label.en), plain(label.ar)]),
  );
  return [
    '# The code book · دليل الترميز',
    '',
    '<!-- Made by `npm run codebook` from data/ontology: edit there. -->',
    '',
    `${types.length} event types in ${FAMILIES.length} families, with their places in ACLED, PLOVER, CAMEO and UCDP. Ids never change once released.`,
    'A dash: no place there, or none without knowing who acted. `candidate`: an event of UCDP GED if an organised actor did it and somebody died.',
    '',
    '<div dir="rtl">',
    '',
    `عدد أنواع الأحداث ${types.length} في ${FAMILIES.length} فئات، مع موضع كل منها في ACLED وPLOVER وCAMEO وUCDP. المعرّفات لا تتغير بعد نشرها.`,
    'الشرطة: لا موضع له هناك، أو لا يُعرف إلا بمعرفة الفاعل. و<code>candidate</code>: حدث في UCDP GED إن كان فاعله طرفًا منظمًا وسقط فيه قتيل.',
    '',
    '</div>',
    '',
    ...tableOf([['id', 'English', 'العربية'], ...contents]),
    '',
    ...families.flatMap((one) => [
      `## ${NAMES[one.family].en} · ${NAMES[one.family].ar}`,
      '',
      ...one.types.flatMap(entryOf),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
};

/** Faults of the page: one where it is not what data/ontology gives today. */
export const staleCodebook = async (): Promise<string[]> => {
  let page = '';
  try {
    page = readFileSync(PAGE, 'utf8');
  } catch {
    return ['CODEBOOK.md is missing: run «npm run codebook».'];
  }
  return page === codebookOf(await ontologyOf(ROOT))
    ? []
    : ['CODEBOOK.md is not what data/ontology says: run «npm run codebook».'];
};

if (process.argv[1] === import.meta.filename) {
  writeFileSync(PAGE, codebookOf(await ontologyOf(ROOT)));
  console.log('CODEBOOK.md is up to date');
}
