import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * The map's script is a module of its own, outside the framework (see src/site/lib/map/main.ts). Pages without the
 * framework's browser half exist on the server's side of the build alone, whose files are carried over from this folder.
 */
const scriptsBesideAssets: Plugin = {
  name: 'scripts-beside-assets',
  enforce: 'post',
  config: () => ({
    worker: {
      format: 'es',
      rollupOptions: {
        output: {
          entryFileNames: '_app/immutable/assets/[name].[hash].js',
          assetFileNames: '_app/immutable/assets/[name].[hash][extname]',
        },
      },
    },
  }),
};

export default defineConfig({
  plugins: [sveltekit(), scriptsBesideAssets],
  // Small files stay files: a data address would be refused by our own content security policy.
  build: { assetsInlineLimit: 0 },
});
