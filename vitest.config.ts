import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,web,fixtures,simulators,scripts,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/database-server.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
