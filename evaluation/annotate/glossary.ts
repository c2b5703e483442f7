/** The mentions of an annotation: every place where the words of its glossaries stand, and what its claims point to besides. */
import type { Mention, Span } from '../../src/model/index.ts';
import { Fault, type Note } from './faults.ts';
import { GLOSSARY, type GlossaryKey, type Written } from './format.ts';
import { placeOf, quantityOf, timeOf, type Vocabulary } from './values.ts';
import { allOf, ordinalOf, spanOf } from './words.ts';

type Marked = Omit<Mention, 'rule' | 'id'>;
type MentionKind = Mention['kind'];

const covers = (a: Span, b: Span): boolean => a.start <= b.start && a.end >= b.end;

export class Glossary {
  readonly #text: string;
  readonly #language: Written['language'];
  readonly #found = new Map<string, Marked>();
  readonly #made = new Set<string>();

  constructor(text: string, written: Written, vocabulary: Vocabulary, note: Note) {
    this.#text = text;
    this.#language = written.language;
    const entries = (Object.keys(GLOSSARY) as GlossaryKey[]).flatMap((key) =>
      written[key].map(([words, value]) => ({ key, words, value })),
    );
    // The longest name first: what lies inside a longer one of the same kind is not named by itself.
    // Nationalities last: the «Israeli» of «the Israeli army» is part of an actor.
    const late = (key: GlossaryKey): number => (key === 'nationalities' ? 1 : 0);
    for (const { key, words, value } of entries.sort(
      (a, b) => late(a.key) - late(b.key) || b.words.length - a.words.length,
    ))
      note([key, words], () => this.#enter(key, words, value, vocabulary));
  }

  #enter(key: GlossaryKey, written: string, value: string | undefined, vocabulary: Vocabulary): void {
    const kind = GLOSSARY[key];
    const { nth } = ordinalOf(written);
    const whole = { start: 0, end: this.#text.length };
    const spans =
      nth !== undefined || written.includes(' … ')
        ? [spanOf(this.#text, written, [whole], this.#language)]
        : allOf(this.#text, written, whole, this.#language);
    if (spans.length === 0) throw new Fault(`${key}: «${written}» is not in the text.`);
    const held = (span: Span): boolean =>
      [...this.#found.values()].some((other) => (other.kind === kind || kind === 'nationality') && covers(other, span));
    const free = spans.filter((span) => !held(span));
    if (free.length === 0)
      throw new Fault(`${key}: «${written}» stands only inside longer words that are listed as well.`);
    for (const span of free) {
      const marked = { kind, ...span, ...this.#value(key, value, written, vocabulary) };
      this.#found.set(`${kind} ${span.start}`, marked);
    }
  }

  #value(key: GlossaryKey, value: string | undefined, words: string, vocabulary: Vocabulary): Partial<Marked> {
    if (value === undefined) return {};
    if (key === 'places' || key === 'facilities') return { place: placeOf(value, vocabulary) };
    if (key === 'times')
      return { time: { ...timeOf(value), basis: /\d{4}|[٠-٩]{4}/.test(words) ? 'stated' : 'implied' } };
    if (key === 'quantities') return { quantity: quantityOf(value, words) };
    if (key === 'persons' && value === 'private') return { private: true };
    if (key === 'actors' || key === 'persons') {
      if (vocabulary.actors.has(value)) return { actor: value };
      throw new Fault(`data/actors knows no «${value}»: write an id of its first column, or «-».`);
    }
    throw new Fault(`${key} take no value: «${value}».`);
  }

  /**
   * The id of the mention at these words, made where the glossaries list none.
   * @param kind of a mention that has to be made; one that is listed keeps its own
   * @throws Fault as `spanOf`
   */
  at(written: string, scopes: readonly Span[], kind: MentionKind): string {
    const span = spanOf(this.#text, written, scopes, this.#language);
    const same = [...this.#found.entries()].filter(([, { start, end }]) => start === span.start && end === span.end);
    const found = same.find(([, mention]) => mention.kind === kind) ?? same[0];
    if (found !== undefined) return found[0];
    const id = `${kind} ${span.start}`;
    // Words that open like a listed name but go on are a mention of their own.
    const own = this.#found.has(id) ? `${id}-${span.end}` : id;
    this.#found.set(own, { kind, ...span });
    this.#made.add(own);
    return own;
  }

  /** Whether a claim alone named it, no glossary. */
  made(id: string): boolean {
    return this.#made.has(id);
  }

  get(id: string): Marked | undefined {
    return this.#found.get(id);
  }

  /** All of them, in the order of the text. */
  mentions(): Omit<Mention, 'rule'>[] {
    return [...this.#found.entries()]
      .map(([id, mention]) => ({ id, ...mention }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }
}
