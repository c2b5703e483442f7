/** Inflection by rule: a row gives one form, the rules here the others, a column the irregular ones. */
import { fold } from '../../language/index.ts';
import type { Language } from '../../model/index.ts';

export type Form = { readonly form: string; readonly kind: 'base' | 'past' | 'present' | 'ing' | 'plural' };

const VOWEL = /[aeiou]/;

const english = {
  /** Verb: the first word changes (pull out → pulled out). */
  verb: (form: string): Form[] => {
    const [base = '', ...rest] = form.split(' ');
    const tail = rest.length ? ` ${rest.join(' ')}` : '';
    const consonantY = /[^aeiou]y$/.test(base);
    // One stressed short vowel before one consonant doubles it: stop → stopped. Longer words are listed where they do.
    const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base);
    const stem = base.endsWith('e') ? base.slice(0, -1) : doubles ? base + base.at(-1) : base;
    const past = consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`;
    const third = consonantY ? `${base.slice(0, -1)}ies` : /(s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
    return [
      { form: base + tail, kind: 'base' },
      { form: past + tail, kind: 'past' },
      { form: third + tail, kind: 'present' },
      { form: `${stem}ing${tail}`, kind: 'ing' },
    ];
  },
  /** Noun: the last word changes. */
  noun: (form: string): Form[] => {
    const plural = /(s|x|z|ch|sh)$/.test(form)
      ? `${form}es`
      : /[^aeiou]y$/.test(form)
        ? `${form.slice(0, -1)}ies`
        : /(^|\s|\w)man$/.test(form)
          ? `${form.slice(0, -2)}en`
          : /child$/.test(form)
            ? `${form}ren`
            : `${form}s`;
    return [
      { form, kind: 'base' },
      { form: plural, kind: 'plural' },
    ];
  },
} as const;

const kindOfIrregular = (form: string): Form['kind'] => {
  const first = form.split(' ')[0] ?? form;
  if (first.endsWith('ing')) return 'ing';
  return VOWEL.test(first) && first.endsWith('s') && !first.endsWith('ss') ? 'present' : 'past';
};

// Pronouns that a noun or a verb may carry at its end.
const PRONOUNS = ['ه', 'ها', 'هم', 'هما', 'هن', 'نا'];

const arabic = {
  /** Verb, from the past of «he»: past for all third persons, with object pronouns; present from the given form. */
  verb: (form: string, irregular: readonly string[]): Form[] => {
    if (form.includes(' ')) {
      // The first word changes, as in English; whole forms that the row lists stay as they are.
      const [verb = '', ...rest] = form.split(' ');
      const presents = irregular.filter((f) => f.startsWith('ي') && f.endsWith(` ${rest.join(' ')}`));
      const listed = irregular.map((f) => ({ form: fold(f), kind: 'past' as const }));
      const inflected = arabic.verb(
        verb,
        presents.map((f) => f.split(' ')[0]!),
      );
      return [...listed, ...inflected.map((f) => ({ ...f, form: `${f.form} ${fold(rest.join(' '))}` }))];
    }
    const past = fold(form);
    // أطفأ keeps its hamza (أطفأت); أخلى and شكا lose their last letter (أخلت).
    const weak = past.endsWith('ي') || (/ا$/.test(form) && past.length > 3);
    const stem = weak ? past.slice(0, -1) : past;
    // ألغيت: the passive keeps its ي.
    const pasts = [
      past,
      ...(past.endsWith('ي') ? [`${past}ت`] : []),
      `${stem}ت`,
      `${stem}وا`,
      `${stem}تا`,
      `${past}ا`,
      `${weak ? `${stem}ي` : stem}ن`,
    ];
    const withObject = [past, `${stem}ت`].flatMap((f) => PRONOUNS.map((p) => f + p));
    const presents = irregular.flatMap((given) => {
      const folded = fold(given);
      if (folded.includes(' ') || !folded.startsWith('ي')) return [folded];
      const body = folded.slice(1);
      const open = /[يوا]$/.test(body) ? body.slice(0, -1) : body;
      return ['ي', 'ت', 'ن'].flatMap((prefix) => [
        prefix + body,
        `${prefix}${open}ون`,
        `${prefix}${open}وا`,
        `${prefix}${open}ان`,
        ...PRONOUNS.map((p) => prefix + body + p),
      ]);
    });
    return [
      ...[...pasts, ...withObject].map((f) => ({ form: f, kind: 'past' as const })),
      ...presents.map((f) => ({ form: f, kind: 'present' as const })),
    ];
  },
  /** Noun: with and without article (on every word of a phrase), construct with pronoun, dual and sound plural. */
  noun: (form: string, irregular: readonly string[]): Form[] => {
    const forms = new Set<string>();
    for (const given of [form, ...irregular]) {
      const words = fold(given).split(' ');
      const first = words[0] ?? '';
      const rest = words.slice(1);
      const tail = rest.length ? ` ${rest.join(' ')}` : '';
      const bare = first.startsWith('ال') && first.length > 4 ? first.slice(2) : first;
      const definite = (word: string): string => (word.startsWith('ال') ? word : `ال${word}`);
      forms.add(first + tail);
      forms.add(bare + tail);
      forms.add(definite(bare) + tail);
      if (rest.length) forms.add([bare, ...rest].map(definite).join(' '));
      const feminine = bare.endsWith('ه');
      const joint = feminine ? `${bare.slice(0, -1)}ت` : bare;
      for (const pronoun of PRONOUNS) forms.add(joint + pronoun + tail);
      // The ن of a sound plural falls before what it is of: سائقو, مقاتلي, مقاتليها.
      if (/..(?:ون|ين)$/.test(bare) && given !== form && rest.length === 0)
        for (const of of ['', ...PRONOUNS]) forms.add(bare.slice(0, -1) + of);
      if (given === form && rest.length === 0) {
        for (const ending of ['ين', 'ان']) for (const f of [joint + ending, `ال${joint}${ending}`]) forms.add(f);
        if (feminine) for (const f of [`${bare.slice(0, -1)}ات`, `ال${bare.slice(0, -1)}ات`]) forms.add(f);
        if (!feminine) forms.add(`${bare}ا`); // accusative
      } else if (rest.length === 0 && !/(?:ه|ات|ون|ين|[اوي])$/.test(bare)) forms.add(`${bare}ا`);
    }
    return [...forms].map((f) => ({ form: f, kind: 'base' as const }));
  },
} as const;

/**
 * All forms of a row.
 * @param pos `v` inflects as a verb, `n` as a noun, anything else stays as it is
 * @param irregular forms that the row lists: English, whole forms in place of the rule's; Arabic, the present of a verb, the plurals of a noun
 */
export const formsOf = (language: Language, pos: string, form: string, irregular: readonly string[]): Form[] => {
  if (language === 'ar') {
    if (pos === 'v') return arabic.verb(form, irregular);
    if (pos === 'n') return arabic.noun(form, irregular);
    return [form, ...irregular].map((f) => ({ form: f, kind: 'base' as const }));
  }
  if (pos === 'v') {
    const listed = irregular.map((f) => ({ form: f, kind: kindOfIrregular(f) }));
    return listed.length ? [{ form, kind: 'base' }, ...listed, ...english.verb(form).slice(2)] : english.verb(form);
  }
  if (pos === 'n') return [...english.noun(form), ...irregular.map((f) => ({ form: f, kind: 'plural' as const }))];
  return [form, ...irregular].map((f) => ({ form: f, kind: 'base' as const }));
};
