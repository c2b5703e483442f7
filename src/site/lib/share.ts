/** Addresses that hand a page on. Plain links: nobody is told of a reader who does not follow one. */
export type WayNames = Readonly<Record<'whatsapp' | 'telegram' | 'x' | 'facebook' | 'email', string>>;
export type Way = { readonly name: string; readonly href: string };

/** @param names what each way is called in the page's language */
export const waysToShare = (title: string, address: string, names: WayNames): readonly Way[] => {
  const [text, url] = [encodeURIComponent(title), encodeURIComponent(address)];
  return [
    { name: names.whatsapp, href: `https://wa.me/?text=${text}%20${url}` },
    { name: names.telegram, href: `https://t.me/share/url?url=${url}&text=${text}` },
    { name: names.x, href: `https://x.com/intent/post?text=${text}&url=${url}` },
    { name: names.facebook, href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { name: names.email, href: `mailto:?subject=${text}&body=${url}` },
  ];
};
