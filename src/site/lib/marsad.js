// The only script of the reading pages: theme switch (run before the first paint, so nothing flashes), copy and share.
// Without it the theme follows the system and the buttons stay hidden.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const store = (value) => {
    try {
      if (value) localStorage.setItem('marsad-theme', value);
      return localStorage.getItem('marsad-theme');
    } catch {
      return value; // storage is refused: the choice lasts as long as the page
    }
  };
  const chosen = store();
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  const show = (button) => button.closest('[hidden]')?.removeAttribute('hidden');
  const dark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

  addEventListener('DOMContentLoaded', () => {
    const theme = document.querySelector('[data-do=theme]');
    if (theme) {
      const tell = () => theme.setAttribute('aria-pressed', String(dark()));
      show(theme);
      theme.onclick = () => {
        root.dataset.theme = dark() ? 'light' : 'dark';
        store(root.dataset.theme);
        tell();
      };
      system.addEventListener('change', tell);
      tell();
    }
    const address = document.querySelector('link[rel=canonical]')?.href ?? location.href;
    const copy = document.querySelector('[data-do=copy]');
    if (copy && navigator.clipboard) {
      show(copy);
      copy.onclick = async () => {
        await navigator.clipboard.writeText(address);
        copy.textContent = copy.dataset.done;
      };
    }
    const share = document.querySelector('[data-do=share]');
    if (share && navigator.share) {
      show(share);
      share.onclick = () => navigator.share({ title: document.title, url: address }).catch(() => {});
    }
  });
})();
