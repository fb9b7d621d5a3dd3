import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Without the Remix plugin: it expects a Remix build and slows every start.
// "rules" needs nothing but Node and is part of `npm run check`; "database" has a real Postgres, files and processes.
const alias = { '~': fileURLToPath(new URL('./app', import.meta.url)) }
const rules = ['app/domain/**/*.test.ts', 'app/*.test.ts']
// Reads every published report, where they are there: part of `npm run verify`, too long for a quick look.
const publishedReports = ['app/documents/checked-reports.test.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: { name: 'rules', include: rules, testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: { name: 'published-reports', include: publishedReports, testTimeout: 600_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['app/**/*.test.{ts,tsx}', 'migrations/**/*.test.ts', 'seeds/**/*.test.ts'],
          exclude: [...rules, ...publishedReports],
          globalSetup: ['app/testing/global-setup.ts'],
          pool: 'forks',
          testTimeout: 60_000, // a file that unpacks to 500 MB is refused in 6 s, and in 13 s beside other work
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
