import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // Small files stay files: a data address would be refused by our own content security policy.
  build: { assetsInlineLimit: 0 },
});
