/**
 * MUC-4 templates: fillers matched field by field. Templates of a document are aligned one to one, the pair with the most
 * fillers in common first; types must agree up to ATTACK and BOMBING. Optional gold is never missed. A string filler is
 * right where it equals one of its alternatives, or (lenient) one holds the other.
 */
import { scoresOf } from './f1.ts';

type Entry = { readonly alts: readonly string[]; readonly optional?: boolean };
export type GoldTemplate = Readonly<Record<string, unknown>> & {
  readonly optional: boolean;
  readonly type: readonly string[];
  readonly dates: readonly string[];
};
export type Template = Readonly<Record<string, unknown>> & { readonly type: string };

type Filler = {
  readonly alts: readonly string[];
  readonly optional: boolean;
  readonly open?: true;
  readonly range?: true;
};

const plain = (text: unknown): string =>
  String(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\b(THE|A|AN)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');

const number = (value: unknown): string =>
  String(value).toUpperCase() === 'PLURAL' ? 'PLURAL' : String(value).replace(/[,~]/g, '').trim();

const LEAST = 4;

const same = (said: unknown, alternatives: readonly string[], lenient: boolean): boolean => {
  const a = plain(said);
  return alternatives.some((alternative) => {
    const b = plain(alternative);
    if (a === b) return true;
    if (!lenient || a.length < LEAST || b.length < LEAST) return false;
    return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
  });
};

const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? value.filter((item) => item !== undefined && item !== null && item !== '')
      : [value];

const entries = (template: GoldTemplate, key: string): readonly Entry[] => (template[key] ?? []) as readonly Entry[];
const required = (alts: readonly string[]): Filler => ({ alts, optional: false });
const one = (value: unknown): Filler[] => {
  const alts = (value ?? []) as readonly string[];
  return alts.length > 0 ? [required(alts)] : [];
};
const open = (items: readonly Entry[]): Filler[] =>
  items.map(({ alts, optional }) => ({ alts, optional: optional ?? false, open: true }));
const closed = (items: readonly Entry[]): Filler[] =>
  items.map(({ alts, optional }) => ({ alts, optional: optional ?? false }));
/** Each first alternative once. */
const once = (items: readonly Entry[]): Filler[] =>
  [...new Set(items.flatMap(({ alts }) => alts.slice(0, 1)))].map((alt) => required([alt]));

const victims = (template: GoldTemplate): Filler[] => {
  const named = entries(template, 'humName');
  const known = new Set(named.flatMap(({ alts }) => alts.map(plain)));
  const described = entries(template, 'humDesc').filter(({ alts }) => !alts.some((alt) => known.has(plain(alt))));
  return open([...named, ...described]);
};

const confidence = (template: GoldTemplate): Filler[] => {
  const said = [...new Set(entries(template, 'orgConf').flatMap(({ alts }) => alts))];
  return said.length > 0 ? [required(said)] : [];
};

/** Our field → the gold's fillers for it. */
const FIELDS: Readonly<Record<string, (template: GoldTemplate) => Filler[]>> = {
  type: (t) => one(t.type),
  date: (t) => (t.dates.length > 0 ? [{ alts: t.dates, optional: false, range: true }] : []),
  country: (t) => one(t.country),
  places: (t) =>
    (t.places as readonly { name: string }[]).map(({ name }) => ({ alts: [name], optional: false, open: true })),
  stage: (t) => one(t.stage),
  weapon: (t) => open(entries(t, 'instrId')),
  weaponType: (t) => closed(entries(t, 'instrType')),
  perpCat: (t) => one(t.perpCat),
  perpInd: (t) => open(entries(t, 'perpInd')),
  perpOrg: (t) => open(entries(t, 'perpOrg')),
  orgConfidence: confidence,
  physTarget: (t) => open(entries(t, 'physTgt')),
  physEffect: (t) => once(entries(t, 'physEffect')),
  victim: victims,
  victimNumber: (t) => closed(entries(t, 'humNumber').map((e) => ({ ...e, alts: e.alts.map(number) }))),
  victimEffect: (t) => once(entries(t, 'humEffect')),
};

const isMatch = (field: string, gold: Filler, said: unknown, lenient: boolean): boolean => {
  if (field === 'date') {
    const [from, to] = gold.alts;
    return (
      gold.alts.includes(said as string) || (gold.alts.length === 2 && String(said) >= from! && String(said) <= to!)
    );
  }
  if (field === 'victimNumber') return gold.alts.includes(number(said));
  return gold.open ? same(said, gold.alts, lenient) : gold.alts.map(plain).includes(plain(said));
};

const matched = (
  field: string,
  gold: readonly Filler[],
  said: readonly unknown[],
  lenient: boolean,
): { hit: number; optional: number } => {
  const used = new Set<number>();
  let hit = 0;
  let optional = 0;
  for (const filler of gold) {
    const at = said.findIndex((value, i) => !used.has(i) && isMatch(field, filler, value, lenient));
    if (at < 0) continue;
    used.add(at);
    if (filler.optional) optional++;
    else hit++;
  }
  return { hit, optional };
};

const family = (type: string): string => (type === 'ATTACK' || type === 'BOMBING' ? 'AB' : type);

/** Gold index → predicted index. */
const aligned = (gold: readonly GoldTemplate[], said: readonly Template[], lenient: boolean): Map<number, number> => {
  const pairs: (readonly [score: number, g: number, p: number])[] = [];
  gold.forEach((g, i) => {
    said.forEach((p, j) => {
      if (!g.type.some((type) => family(type) === family(p.type))) return;
      let score = 1;
      for (const [field, fillers] of Object.entries(FIELDS)) {
        const { hit, optional } = matched(field, fillers(g), list(p[field]), lenient);
        score += hit + optional;
      }
      pairs.push([score, i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const [, i, j] of pairs) {
    if (taken.has(i) || used.has(j)) continue;
    taken.set(i, j);
    used.add(j);
  }
  return taken;
};

/** How often a field with few values is right where its template was found, beside the answer that is most often right. */
export type Given = {
  readonly right: number;
  readonly total: number;
  readonly majority: number;
  /** F1 of each value, averaged: what the commonest answer alone cannot reach. */
  readonly macro: number;
  readonly majorityMacro: number;
};

const GIVEN = ['stage', 'orgConfidence'] as const;

// The key joins the organisation to how sure it is: «"FMLN" / REPORTED AS FACT».
const CONFIDENCES =
  /^(?:REPORTED AS FACT|SUSPECTED OR ACCUSED|SUSPECTED OR ACCUSED BY AUTHORITIES|POSSIBLE|CLAIMED OR ADMITTED|ACQUITTED)$/;
const valuesOf = (name: string, gold: readonly string[]): string[] =>
  name === 'orgConfidence' ? gold.filter((value) => CONFIDENCES.test(value)) : [...gold];

type Told = { readonly gold: readonly string[]; readonly said: string };

/** A gold value that is said again counts as right; the first of several stands for the gold in the macro figure. */
const givenOf = (told: readonly Told[]): Given => {
  const values = [...new Set(told.flatMap(({ gold }) => gold.slice(0, 1)))];
  const judge = (answer: (each: Told) => string): { right: number; macro: number } => {
    const judged = told.map((each) => {
      const said = answer(each);
      return { said, gold: each.gold.includes(said) ? said : (each.gold[0] ?? '') };
    });
    const f1 = values.map((value) => {
      const hit = judged.filter(({ said, gold }) => said === value && gold === value).length;
      return scoresOf(
        hit,
        judged.filter(({ said }) => said === value).length,
        judged.filter(({ gold }) => gold === value).length,
      ).f1;
    });
    return {
      right: judged.filter(({ said, gold }) => said === gold).length,
      macro: (100 * f1.reduce((sum, each) => sum + each, 0)) / Math.max(1, values.length),
    };
  };
  const commonest = values
    .map((value) => ({ value, times: told.filter(({ gold }) => gold.includes(value)).length }))
    .sort((a, b) => b.times - a.times)[0];
  const own = judge(({ said }) => said);
  const most = judge(() => commonest?.value ?? '');
  const share = (n: number): number => (100 * n) / Math.max(1, told.length);
  return {
    right: share(own.right),
    total: told.length,
    majority: share(most.right),
    macro: own.macro,
    majorityMacro: most.macro,
  };
};

export type Muc4Document = { readonly id: string; readonly templates: readonly GoldTemplate[] };

/** F1 over all fields, lenient and strict, of templates found, and of each field (lenient); 0–100. */
export const scoreTemplates = (
  gold: readonly Muc4Document[],
  predicted: ReadonlyMap<string, readonly Template[]>,
): {
  readonly lenient: number;
  readonly strict: number;
  readonly fields: Readonly<Record<string, number>>;
  readonly given: Readonly<Record<(typeof GIVEN)[number], Given>>;
} => {
  const told: Record<(typeof GIVEN)[number], Told[]> = { stage: [], orgConfidence: [] };
  const run = (lenient: boolean) => {
    const totals = new Map(Object.keys(FIELDS).map((field) => [field, { hit: 0, said: 0, gold: 0 }]));
    for (const document of gold) {
      const said = predicted.get(document.id) ?? [];
      const pairs = aligned(document.templates, said, lenient);
      document.templates.forEach((template, i) => {
        const at = pairs.get(i);
        const answer = at === undefined ? undefined : said[at];
        // An optional template costs and earns nothing, answered or not.
        if (template.optional) return;
        if (lenient && answer !== undefined)
          for (const name of GIVEN) {
            const gold = FIELDS[name]!(template).flatMap(({ alts }) => alts.map(plain));
            const [said] = list(answer[name]);
            const values = valuesOf(name, gold);
            if (values.length > 0 && said !== undefined) told[name].push({ gold: values, said: plain(said) });
          }
        for (const [field, total] of totals) {
          const fillers = FIELDS[field]!(template);
          const values = answer ? list(answer[field]) : [];
          const { hit, optional } = matched(field, fillers, values, lenient);
          total.hit += hit;
          total.gold += fillers.filter((filler) => !filler.optional).length;
          total.said += values.length - optional;
        }
      });
      const used = new Set(pairs.values());
      said.forEach((template, j) => {
        if (!used.has(j)) for (const [field, total] of totals) total.said += list(template[field]).length;
      });
    }
    const f1 = ({ hit, said, gold: all }: { hit: number; said: number; gold: number }): number =>
      100 * scoresOf(hit, said, all).f1;
    const sum = { hit: 0, said: 0, gold: 0 };
    for (const total of totals.values()) {
      sum.hit += total.hit;
      sum.said += total.said;
      sum.gold += total.gold;
    }
    return { all: f1(sum), fields: Object.fromEntries([...totals].map(([field, total]) => [field, f1(total)])) };
  };
  const lenient = run(true);
  const given = { stage: givenOf(told.stage), orgConfidence: givenOf(told.orgConfidence) };
  return { lenient: lenient.all, strict: run(false).all, fields: lenient.fields, given };
};
