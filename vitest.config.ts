import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tools,evaluation,journeys}/**/*.test.ts'],
    globalSetup: ['tools/packed.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: PGlite, Chromium and worker threads fight for them if more files run at once.
    maxWorkers: 2,
  },
});
