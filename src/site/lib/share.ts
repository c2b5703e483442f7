/** Addresses that hand a page on. Plain links: nobody is told of a reader who does not follow one. */
export type Way = { readonly name: string; readonly href: string };

/** @param email the word for e-mail in the page's language */
export const waysToShare = (title: string, address: string, email: string): readonly Way[] => {
  const [text, url] = [encodeURIComponent(title), encodeURIComponent(address)];
  return [
    { name: 'WhatsApp', href: `https://wa.me/?text=${text}%20${url}` },
    { name: 'Telegram', href: `https://t.me/share/url?url=${url}&text=${text}` },
    { name: 'X', href: `https://x.com/intent/post?text=${text}&url=${url}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { name: email, href: `mailto:?subject=${text}&body=${url}` },
  ];
};
