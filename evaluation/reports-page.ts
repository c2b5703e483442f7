/** The worst reports side by side, as annotated and as read: what was missed, what is wrong, and which fields differ, in the text itself. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../src/model/index.ts';
import { type Marked, type MarkedClaim, overlap } from './annotate/index.ts';
import type { Scored } from './reports-score.ts';
import { claimFields, claimPairs, scoresIn, sideOf } from './score/reports/index.ts';

const CSS = path.join(import.meta.dirname, 'reports-page.css');

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

type State = 'found' | 'missed' | 'wrong';

/** A claim as one column shows it: its number there, and what became of it. */
type Shown = {
  readonly claim: MarkedClaim;
  readonly number: number;
  readonly state: State;
  readonly differs: readonly string[];
};

/** A field of a claim in words. */
const fieldOf = (claim: MarkedClaim, field: string, { text, mentions }: Marked): string => {
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const named = (ids: readonly string[]): string =>
    ids
      .map((id) => mentions.find((mention) => mention.id === id))
      .map((mention) => (mention ? `«${words(mention)}»` : '?'))
      .join(', ') || 'nobody';
  switch (field) {
    case 'type':
      return claim.type;
    case 'change':
      return claim.change ?? 'none';
    case 'agents':
    case 'targets':
    case 'instruments':
    case 'places':
    case 'origin':
    case 'destination':
      return named(claim[field]).replace('nobody', 'none');
    case 'speakers':
      return named(claim.speakers.map(({ mention }) => mention)).replace('nobody', 'the report itself');
    case 'time':
      return claim.time.basis === 'report'
        ? 'as issued'
        : `${claim.time.earliest ?? '…'} to ${claim.time.latest ?? '…'}`;
    case 'toll':
      return (
        claim.toll.map(({ harm, low, high }) => `${harm} ${low === high ? low : `${low}–${high ?? ''}`}`).join(', ') ||
        'none'
      );
    case 'modality':
      return claim.modality;
    case 'status':
      return claim.status ?? 'none';
    case 'background':
      return claim.background ? 'yes' : 'no';
    case 'same':
      return claim.same === undefined ? 'told once' : 'told again';
    default:
      return claim.purpose === undefined ? 'none' : `«${words(claim.purpose)}»`;
  }
};

/** Both columns of a report. */
const columnsOf = ({ gold, other }: Scored): { readonly gold: readonly Shown[]; readonly other: readonly Shown[] } => {
  const sides = [sideOf(gold), sideOf(other)] as const;
  const pairs = claimPairs(gold.claims, other.claims);
  const differing = (g: number, o: number): string[] =>
    claimFields(gold.claims[g]!, other.claims[o]!, sides)
      .filter(
        ([measure, { right, predicted, gold: wanted }]) =>
          measure !== 'kept from asserted' && (right < predicted || right < wanted),
      )
      .map(([measure]) => measure);
  return {
    gold: gold.claims.map((claim, g) => {
      const pair = pairs.find(([at]) => at === g);
      return { claim, number: g + 1, state: pair ? 'found' : 'missed', differs: [] };
    }),
    other: other.claims.map((claim, o) => {
      const pair = pairs.find(([, at]) => at === o);
      return {
        claim,
        number: pair ? pair[0] + 1 : 0,
        state: pair ? 'found' : 'wrong',
        differs: pair ? differing(pair[0], o) : [],
      };
    }),
  };
};

/** The words of a paragraph with the triggers marked; of triggers that overlap, the first. */
const textOf = (text: string, paragraph: Span, shown: readonly Shown[]): string => {
  let at = paragraph.start;
  let html = '';
  for (const { claim, number, state } of [...shown].sort((a, b) => a.claim.trigger.start - b.claim.trigger.start)) {
    const { start, end } = claim.trigger;
    if (start < at) continue;
    html += `${escaped(text.slice(at, start))}<mark class="${state}">${escaped(text.slice(start, end))}<sup>${number || '✕'}</sup></mark>`;
    at = end;
  }
  return html + escaped(text.slice(at, paragraph.end));
};

const headOf = ({ type, change, modality, background }: MarkedClaim): string =>
  [type, change, modality === 'asserted' ? undefined : modality, background ? 'background' : undefined]
    .filter(Boolean)
    .join(' · ');

const listOf = (shown: readonly Shown[], own: Marked, gold: Marked): string => {
  if (shown.length === 0) return '';
  const items = shown.map(({ claim, number, state, differs }) => {
    const label = { found: '', missed: 'missed: ', wrong: 'not annotated: ' }[state];
    const fields = differs.map((field) => {
      const wanted = fieldOf(gold.claims[number - 1]!, field, gold);
      return `<span class="field">${field}: <bdi>${escaped(fieldOf(claim, field, own))}</bdi> <i>annotated</i> <bdi>${escaped(wanted)}</bdi></span>`;
    });
    return `<li class="${state}"><b>${number || '✕'}</b>${label}${escaped(headOf(claim))}${fields.join('')}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
};

const articleOf = (scored: Scored): string => {
  const { gold, other, tally } = scored;
  const columns = columnsOf(scored);
  const direction = gold.language === 'ar' ? 'rtl' : 'ltr';
  const inside = (list: readonly Shown[], part: Span): Shown[] =>
    list.filter(({ claim }) => overlap(claim.trigger, part) > 0);
  const rows = gold.parts.map((part) => {
    const cells = (
      [
        [columns.gold, gold],
        [columns.other, other],
      ] as const
    ).map(([list, own]) => {
      const here = inside(list, part);
      return `<div><p class="text" lang="${gold.language}" dir="${direction}">${textOf(gold.text, part, here)}</p>${listOf(here, own, gold)}</div>`;
    });
    const plain = [columns.gold, columns.other].every((list) => inside(list, part).length === 0);
    return `<div class="row${plain ? ' plain' : ''}">${cells.join('')}</div>`;
  });
  const { precision, recall, f1 } = scoresIn(tally, 'claims of the right type');
  const of = (value: number): string => (value * 100).toFixed(0);
  return `<article id="${gold.name}"><h2>${gold.name}</h2>
<p class="figures">${gold.genre}. ${gold.claims.length} claims annotated, ${other.claims.length} read. Of the right type: precision ${of(precision)}, recall ${of(recall)}, F1 ${of(f1)}.</p>
<div class="row head"><span>As annotated</span><span>As Marsad read it</span></div>
${rows.join('\n')}</article>`;
};

/** How badly a report was read: F1 of its claims; one without any is the worse the more was found in it. */
const worth = ({ gold, other, tally }: Scored): number =>
  gold.claims.length === 0 ? 1 / (1 + other.claims.length) : scoresIn(tally, 'claims of the right type').f1;

/**
 * @param scored open reports: the caller keeps the sealed ones out
 * @param most how many are shown, the worst first
 * @returns a page of its own: no script, nothing fetched
 */
export const worstPage = (scored: readonly Scored[], most = 12): string => {
  const worst = [...scored].sort((a, b) => worth(a) - worth(b) || (a.gold.name < b.gold.name ? -1 : 1)).slice(0, most);
  const links = worst.map(
    (each) => `<li><a href="#${each.gold.name}">${each.gold.name}</a> ${(worth(each) * 100).toFixed(0)}</li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Where Marsad reads worst</title><style>${readFileSync(CSS, 'utf8')}</style></head>
<body><header><h1>Where Marsad reads worst</h1>
<p>The ${worst.length} open reports with the lowest F1 of claims. Underlined: <mark>found<sup>1</sup></mark>, <mark class="missed">missed<sup>2</sup></mark>, <mark class="wrong">read but not annotated<sup>✕</sup></mark>. A number on the right is that of the claim on the left; below it stand the fields that differ.</p></header>
<nav><ol>${links.join('')}</ol></nav>
${worst.map(articleOf).join('\n')}
</body></html>
`;
};
