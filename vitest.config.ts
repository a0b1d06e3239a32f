import { defineConfig } from 'vitest/config'

// Units lie beside their files; what needs a database or a browser lies in tests/.
export default defineConfig({
  test: {
    include: [
      'schemas/**/*.test.ts',
      'runtime/**/*.test.{ts,tsx}',
      'designer/**/*.test.{ts,tsx}',
      'templates/**/*.test.ts',
      'tests/**/*.test.{ts,tsx}',
    ],
    // Databases and browsers share few cores: slow is not wrong.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/support/test-run.ts'],
  },
})
