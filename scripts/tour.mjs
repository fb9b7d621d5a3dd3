// npm run tour: the pictures that the README shows, of the demonstration's story, into docs/pictures.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findChromium, chromiumFlags, howToGetChromium } from './chromium.mjs'
import { build, install, mustRunNode, say, tsx } from './steps.mjs'

install()
const { removePostgres, startPostgres } = await import('./embedded-postgres.mjs')
const { chromium } = await import('@playwright/test')
const executablePath = await findChromium()
if (!executablePath) {
  console.error(howToGetChromium)
  process.exit(1)
}

/** name, address, who looks, and at which widths; the first action and import are found by name. */
const pictures = [
  ['readiness', '/readiness', 'helen.marsh', [1280]],
  ['my-work', '/', 'amara.osei', [360, 1280]],
  ['register', '/actions', 'grace.holloway', [360, 1280]],
  ['action', 'Test the hand-over protocol by monthly audit', 'joy.okafor', [360, 1280]],
  ['import', 'seeds/sample-reports/norham-ilacs-2026.pdf', 'grace.holloway', [360, 1280]],
  ['inspection', '/inspections/1', 'grace.holloway', [1280]],
]
const folder = 'docs/pictures'
const tallest = 1400

const cluster = { name: `tour-${process.pid}`, forTests: true }
const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-tour-'))
const password = 'a road with waymarks'
let server
let browser
try {
  const { url } = await startPostgres(cluster)
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: `${url}/waymark`,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    STORAGE_DIR: storage,
    COUNCIL_NAME: 'Westmarsh',
    COOKIE_SECURE: 'false',
    DEMO: 'true',
    DEMO_PASSWORD: password,
    PORT: '0',
    LOG_LEVEL: 'warn',
    CLOCK_STARTS_AT: '2026-11-20T14:00:00Z',
  }
  await mustRunNode([...tsx, 'scripts/migrate.ts', '--create-database'], env)
  await mustRunNode([...tsx, 'scripts/seed.ts', 'westmarsh'], env)
  await build()
  server = spawn(process.execPath, [...tsx, 'server.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  })
  const { listeningOn } = await new Promise((ready) => server.on('message', ready))
  const origin = `http://127.0.0.1:${listeningOn}`

  fs.mkdirSync(folder, { recursive: true })
  browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumFlags,
  })
  for (const [name, address, person, widths] of pictures) {
    const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/London' })
    await page.goto(`${origin}/login`)
    await page.getByLabel('Email address').fill(`${person}@westmarsh.example`)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`${origin}/`)
    if (address.endsWith('.pdf')) await addReport(page, address)
    else if (address.startsWith('/')) await page.goto(origin + address)
    else {
      await page.goto(`${origin}/actions?q=${encodeURIComponent(address)}`)
      // Above the table the words looked for stand in a link that takes them away.
      await page.getByRole('table').getByRole('link', { name: address }).first().click()
      await page.waitForURL(/\/actions\/\d+$/)
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const whole = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.screenshot({
        path: `${folder}/${name}-${width}.png`,
        clip: { x: 0, y: 0, width, height: Math.min(whole, tallest) },
        fullPage: true,
      })
      say(`${folder}/${name}-${width}.png`)
    }
    await page.close()
  }

  async function addReport(page, file) {
    await page.goto(`${origin}/inspections/new`)
    await page.getByLabel('The report', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Read the report' }).click()
    await page.waitForURL(/imports/)
  }
} finally {
  await browser?.close()
  server?.kill('SIGTERM')
  removePostgres(cluster)
  fs.rmSync(storage, { recursive: true, force: true })
}
