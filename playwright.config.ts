import { defineConfig, devices } from '@playwright/test'
import { chromiumFlags, systemChromium } from './scripts/chromium.mjs'

// Run by scripts/e2e.mjs, which starts the database and the server and names them here.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 1, // what passes only then is named at the end: decision 39
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  timeout: 120_000, // the register in four forms held to WCAG takes half a minute on two cores
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.E2E_ORIGIN ?? 'http://127.0.0.1:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: systemChromium(),
      chromiumSandbox: process.getuid?.() !== 0, // Chromium's sandbox does not work as root
      args: chromiumFlags,
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
})
