/**
 * Arabic attributions: the verb comes first, who says it behind it, what is said behind أن or as an object. The noun
 * group is read from its own marks (article, construct, ending of an adjective), which hold where trees do not.
 */
import type { Span } from '../../model/index.ts';
import type { CueWord, Hit, Lexicons } from '../lexicon/index.ts';
import { type Sentence, startAfterCut, type Words } from '../text.ts';
import { isTidings } from '../tidings.ts';
import { type Group, groupAt, QUOTES, subjectOf, THAT } from './ar-group.ts';
import type { Attribution } from './attribution.ts';

// A relative clause is hardly longer.
const FAR = 14;
const HAPPENS = /^(?:وقوع|حدوث|حصول|وجود|تعرض|قيام|ارتكاب|حول|بشان|ضد|استخدام|تنفيذ|شن|تورط|ضلوع|سقوط)$/;
const STOPS = /^[.؟?!؛;:،,]$/;
/** Attributions of one Arabic sentence; a verb without a speaker of its own has an empty source. */
export const attributionsInArabic = (words: Words, sentence: Sentence, lexicon: Lexicons): Attribution[] => {
  const { tokens } = words;
  const norm = (i: number): string => (i >= sentence.first && i < sentence.after ? tokens[i]!.norm : '');
  const span = (first: number, after: number): Span => ({ start: tokens[first]!.start, end: tokens[after - 1]!.end });
  const found: Attribution[] = [];
  const hits: Hit<CueWord>[] = [];
  for (let i = sentence.first; i < sentence.after; i++) {
    const hit = lexicon.cues.at(tokens, i, 'ar');
    if (!hit || hit.after > sentence.after || /^[وف]?ال/.test(norm(i))) continue;
    const nominal = hit.values.every((v) => v.pos === 'n');
    // طالب is a student too: not where a clause begins with it.
    const opens = hit.cut === 0 && (i === sentence.first || STOPS.test(norm(i - 1)));
    if (!nominal && !opens && hit.values.every((v) => v.pos !== 'p') && lexicon.isNoun(norm(i))) continue;
    hits.push(hit);
    i = hit.after - 1;
  }
  const lastWord = sentence.after - (STOPS.test(norm(sentence.after - 1)) ? 1 : 0);
  /** Where what is said ends: before the comma of another cue, else with the sentence. */
  const endOf = (from: number): number => {
    const next = hits.find(
      (h) => h.first >= from && (h.values[0]!.pos === 'p' || /^[وف]/.test(norm(h.first))) && h.first > from + 1,
    );
    if (!next) return lastWord;
    let end = next.first;
    while (end > from && (STOPS.test(norm(end - 1)) || QUOTES.test(norm(end - 1)) || /^كما$/.test(norm(end - 1))))
      end--;
    return end;
  };
  /** An object ends with its clause: at a comma that و goes on from. */
  const clauseEnd = (from: number): number => {
    const end = endOf(from);
    for (let i = from + 1; i < end; i++)
      if (/^[،,؛;]$/.test(norm(i)) && /^(?:[وف]|فيما|بينما)/.test(norm(i + 1))) return i;
    return end;
  };
  // «الأنباء التي تحدثت»: who speaks is the noun; the relative pronoun opens what it does.
  const withoutRelative = ({ first, after }: Group): number =>
    after - 1 > first && /^(?:الذي|التي|الذين)$/.test(norm(after - 1)) ? after - 1 : after;
  const make = (value: CueWord, hit: Hit<CueWord>, source: Group | undefined, content: readonly Group[]): void => {
    const kept = content.filter((c) => c.after > c.first);
    if (kept.length === 0) return;
    found.push({
      sentence: sentence.index,
      source: source ? [span(source.first, withoutRelative(source))] : [],
      cue: [{ start: startAfterCut(words.text, tokens[hit.first]!, hit.cut), end: tokens[hit.after - 1]!.end }],
      content: kept.map((c) => span(c.first, c.after)),
      sense: value.sense,
      frame: value.frame,
      lemma: value.lemma,
      aside: false,
      nested: false,
    });
  };
  for (const hit of hits) {
    const value = hit.values.find((v) => v.pos === 'p') ?? hit.values[0]!;
    if (value.pos === 'p') {
      let from = hit.after;
      // «بحسب ما ذكر», «وفقا ل»: what leads to the noun.
      let said = false;
      while (norm(from + 1) !== '' && (/^(?:ما|لما|ل|بيان|تقرير)$/.test(norm(from)) || isSpeech(from))) {
        said ||= isSpeech(from);
        from++;
      }
      const source =
        groupAt(words, sentence, from, lexicon, true) ??
        (norm(from) && !said ? { first: from, after: from + 1 } : undefined);
      if (!source) continue;
      // «وفقا للمرصد الذي يعتمد على ناشطين، …»: what describes the source ends at its comma.
      const comma = /^(?:الذي|التي|الذين)$/.test(norm(source.after))
        ? findNear(source.after, FAR, /^[،,]$/)
        : undefined;
      const ends = comma ?? source.after;
      const rest = ends + (STOPS.test(norm(ends)) ? 1 : 0);
      const opening = hit.first === sentence.first;
      // «ذكرت الصحيفة نقلا عن مسعفين أن»: what is told stands behind.
      if (THAT.test(norm(source.after))) {
        make(value, hit, source, [{ first: source.after, after: lastWord }]);
        continue;
      }
      make(
        value,
        hit,
        source,
        opening ? [{ first: rest, after: lastWord }] : [{ first: sentence.first, after: trimmedBefore(hit.first) }],
      );
      continue;
    }
    if (value.pos === 'n') {
      nominal(value, hit);
      continue;
    }
    let from = hit.after;
    // «نقلت القناة عن قائد قوله إن», «أعلن في بيان أنه»
    let source = groupAt(words, sentence, from, lexicon);
    if (source) from = source.after;
    // «أعلنت الرئاسة، الاثنين، توقيع»: a day between two commas.
    const comma = /^[،,]$/.test(norm(from)) ? [2, 3, 4].find((n) => /^[،,]$/.test(norm(from + n))) : undefined;
    if (source && comma !== undefined) from += comma + 1;
    if (/^(?:نقل)$/.test(value.lemma)) {
      const of = findNear(from, 6, /^عن$/);
      if (of === undefined) continue;
      const told = groupAt(words, sentence, of + 1, lexicon);
      const outlet = source;
      if (!told) continue;
      const that = findNear(told.after, 8, THAT);
      const start = that ?? told.after;
      make(value, hit, told, [{ first: start, after: endOf(start) }]);
      if (outlet) make(value, hit, outlet, [{ first: told.first, after: endOf(start) }]);
      continue;
    }
    // «يشير الهجوم إلى أن»: an event says nothing.
    if (
      source &&
      /^(?:أشار|كشف|أكد)$/.test(value.lemma) &&
      lexicon.triggers.word(norm(source.first).replace(/^ال/, '')).some((v) => v.pos === 'n')
    )
      continue;
    // «وطالب الدول بـ»: one noun behind a word of asking is who is asked, where somebody speaks already.
    const asked =
      source !== undefined && (value.sense === 'ask' || value.sense === 'accuse') && /^[وف]/.test(norm(hit.first));
    if (asked && !groupAt(words, sentence, from, lexicon) && found.some((a) => a.source.length > 0)) source = undefined;
    else if (!source) source = subjectBefore(hit.first);
    // «عرض التلفزيون ما قال إنه دبابة», «لما وصفته بأنه»: who says it acts in the clause around.
    if (!groupAt(words, sentence, hit.after, lexicon) && /^[وفبلع]?م?ما$/.test(norm(hit.first - 1)))
      source = subjectOf(words, sentence, lexicon) ?? source;
    const behind = STOPS.test(norm(from)) || QUOTES.test(norm(from)) ? norm(from) : '';
    const before = QUOTES.test(norm(hit.first - 1)) || STOPS.test(norm(hit.first - 1)) || norm(hit.first - 1) === 'كما';
    const closes =
      from >= lastWord ||
      (before &&
        hit.first > sentence.first &&
        !findNear(from, 8, THAT) &&
        behind === '' &&
        from >= lastWord - 6 &&
        !QUOTES.test(norm(from)));
    const that = findNear(from, 10, THAT);
    if (that !== undefined && value.frame === 'name' && source)
      make(value, hit, source, [{ first: from, after: endOf(that) }]);
    else if (that !== undefined) make(value, hit, source, [{ first: that, after: endOf(that) }]);
    else if (closes && before) make(value, hit, source, [{ first: sentence.first, after: trimmedBefore(hit.first) }]);
    else if (/^[:«"“]$/.test(behind)) make(value, hit, source, [{ first: from + 1, after: lastWord }]);
    else if (source && value.frame === 'any' && behind === '')
      make(value, hit, source, [{ first: from, after: clauseEnd(from) }]);
    else if (asked && value.frame === 'any') make(value, hit, source, [{ first: from, after: clauseEnd(from) }]);
    else if (value.sense === 'refuse') make(value, hit, source, [{ first: from, after: endOf(from) }]);
  }
  // «رفض … التعليق على ما إذا»: refusing to comment leaves it open, and is said by who refuses.
  for (let i = sentence.first; i < sentence.after - 2; i++) {
    if (!/^[وف]?(?:رفض|رفضت|امتنع|امتنعت)$/.test(norm(i))) continue;
    const source = groupAt(words, sentence, i + 1, lexicon);
    const comment = findNear(source?.after ?? i + 1, 3, /^(?:التعليق|الافصاح|القول|التاكيد|عن)$/);
    if (!source || comment === undefined || hits.some((h) => h.first === i)) continue;
    found.push({
      sentence: sentence.index,
      source: [span(source.first, source.after)],
      cue: [span(i, i + 1)],
      content: [span(comment, lastWord)],
      sense: 'refuse',
      frame: 'clause',
      lemma: 'رفض',
      aside: false,
      nested: false,
    });
  }
  return found;

  function isSpeech(i: number): boolean {
    const verb = lexicon.cues.at(tokens, i, 'ar')?.values;
    return verb?.some((v) => v.pos === 'v' && v.sense === 'say') ?? false;
  }
  /** «إعلان الجيش انسحاب المتمردين», «تأكيد المحافظ أن»: whose words they are, and what they tell. */
  function nominal(value: CueWord, hit: Hit<CueWord>): void {
    const source = groupAt(words, sentence, hit.after, lexicon);
    // «مزاعم وقوع مجزرة»: what is claimed, not who claims it.
    if (!source || isTidings(norm(hit.after)) || HAPPENS.test(norm(hit.after))) return;
    if (lexicon.triggers.word(norm(hit.after)).some((v) => v.pos === 'n')) return;
    const that = findNear(source.after, 3, THAT);
    const told = that ?? source.after;
    const tells =
      that !== undefined ||
      norm(told) === 'عن' ||
      lexicon.triggers.at(tokens, told, 'ar')?.values.some((v) => v.pos === 'n') === true;
    if (tells) make(value, hit, source, [{ first: told, after: clauseEnd(told) }]);
  }
  function findNear(from: number, most: number, pattern: RegExp): number | undefined {
    for (let i = from; i < Math.min(sentence.after, from + most); i++) {
      if (pattern.test(norm(i))) return i;
      if (/^[.؟?!؛;]$/.test(norm(i))) return undefined;
    }
    return undefined;
  }
  function trimmedBefore(at: number): number {
    let end = at;
    while (end > sentence.first && (STOPS.test(norm(end - 1)) || norm(end - 1) === 'كما')) end--;
    return end;
  }
  /** «أما المتمردون فقالوا»: the noun right before its verb. */
  function subjectBefore(verb: number): Group | undefined {
    for (let i = Math.max(sentence.first, verb - 5); i < verb; i++) {
      if (STOPS.test(norm(i)) || QUOTES.test(norm(i))) continue;
      const start = i === sentence.first || STOPS.test(norm(i - 1)) || /^[وف]?اما$/.test(norm(i - 1));
      const group = start ? groupAt(words, sentence, i, lexicon) : undefined;
      if (group && group.after === verb) return group;
    }
    return undefined;
  }
};
