/** What stands beside the map about one place: its records, fetched when it is chosen. Text only: nothing is taken for mark-up. */

type Line = { readonly id: string; readonly sentence: string; readonly when: string; readonly label: string };
type Answer = { readonly total: number; readonly lines: readonly Line[] };

export type PanelWords = { readonly close: string; readonly all: string; readonly closer: string };

const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  content: string | readonly Node[],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  return made;
};

export const openPanel = (
  panel: HTMLElement,
  words: PanelWords,
  links: { readonly record: (id: string) => string; readonly place: (id: string) => string },
  onResize: () => void,
) => {
  let asked = 0;
  const close = (): void => {
    asked += 1;
    panel.hidden = true;
    panel.replaceChildren();
    onResize();
  };
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  return {
    close,
    /** Shows a place: its name and number at once, its newest records when they are here. */
    show: async (
      site: { readonly id: string; readonly name: string; readonly told: string },
      address: string,
      closer: () => void,
    ): Promise<void> => {
      asked += 1;
      const mine = asked;
      const closing = element('button', words.close, { type: 'button' });
      closing.addEventListener('click', close);
      const nearer = element('button', words.closer, { type: 'button' });
      nearer.addEventListener('click', closer);
      const list = element('ol', []);
      panel.replaceChildren(
        element('h2', [element('a', site.name, { href: links.place(site.id) })]),
        element('p', [element('span', `${site.told} · `), nearer, element('span', ' · '), closing], { class: 'sans' }),
        list,
      );
      panel.hidden = false;
      onResize();
      panel.focus({ preventScroll: true });
      const response = await fetch(address).catch(() => undefined);
      if (mine !== asked || !response?.ok) return;
      const { lines, total } = (await response.json()) as Answer;
      if (mine !== asked) return;
      list.append(
        ...lines.map((line) =>
          element('li', [
            element('a', line.sentence, { href: links.record(line.id) }),
            element('span', ` ${line.when}`, { class: 'sans soft' }),
          ]),
        ),
      );
      if (total > lines.length)
        panel.append(element('p', [element('a', words.all, { href: links.place(site.id) })], { class: 'sans' }));
    },
  };
};
