/** subset-font ships no types; this is the part of it that we use. */
declare module 'subset-font' {
  const subsetFont: (
    font: Uint8Array,
    letters: string,
    options: { readonly targetFormat: 'woff2' },
  ) => Promise<Uint8Array>;
  export default subsetFont;
}
