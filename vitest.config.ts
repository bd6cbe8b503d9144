import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/build.ts'],
    maxWorkers: '100%',
    reporters: ['default'],
    testTimeout: 20_000,
  },
});
