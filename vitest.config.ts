import { defineConfig } from 'vitest/config'
import { validatorsPlugin } from './schemas/validators-plugin.ts'

/** Tests of one kind; a kind begins when the one before it has ended. Slow is not wrong: databases and browsers share few cores. */
const kind = (name: string, groupOrder: number, include: string[], timeout: number) => ({
  extends: true as const,
  test: {
    name,
    include,
    sequence: { groupOrder },
    testTimeout: timeout,
    hookTimeout: Math.max(timeout, 60_000),
    expect: { poll: { timeout: 15_000 } },
  },
})

// Units lie beside their files; what needs a database or a browser lies in tests/.
export default defineConfig({
  plugins: [validatorsPlugin],
  test: {
    globalSetup: ['tests/support/test-run.ts'],
    // Left alone it keeps a core free, of two.
    maxWorkers: '100%',
    projects: [
      kind(
        'unit',
        0,
        [
          'schemas/**/*.test.ts',
          'runtime/**/*.test.{ts,tsx}',
          'designer/**/*.test.{ts,tsx}',
          'templates/**/*.test.ts',
          'tests/*.test.ts',
          'tests/templates/**/*.test.ts',
          'tests/patterns/**/*.test.ts',
        ],
        20_000,
      ),
      kind('integration', 1, ['tests/integration/**/*.test.ts'], 30_000),
      kind('browser', 2, ['tests/e2e/**/*.test.ts'], 180_000),
    ],
  },
})
