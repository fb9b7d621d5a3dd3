import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Without the Remix plugin: it expects a Remix build and slows every start.
// "rules" needs nothing but Node and is part of `npm run check`; "database" runs against a real Postgres.
const alias = { '~': fileURLToPath(new URL('./app', import.meta.url)) }
const rules = ['app/domain/**/*.test.ts', 'app/*.test.ts', 'app/documents/**/*.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'rules', include: rules, testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['app/**/*.test.{ts,tsx}', 'migrations/**/*.test.ts', 'seeds/**/*.test.ts'],
          exclude: rules,
          globalSetup: ['app/testing/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
