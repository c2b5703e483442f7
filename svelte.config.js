import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  preprocess: vitePreprocess(),
  // Short names for scoped styles: on a long page they stand some five hundred times.
  compilerOptions: { cssHash: ({ hash, css }) => `s${hash(css)}` },
  kit: {
    adapter: adapter({ out: 'dist/site', precompress: true }),
    files: { src: 'src/site', assets: 'src/site/static' },
    // Pages ship no inline script and no inline style, so nothing inline is let through.
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'font-src': ['self'],
        'img-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
    inlineStyleThreshold: 0,
  },
};

export default config;
