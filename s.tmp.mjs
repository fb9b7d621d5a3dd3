// node shots.mjs BASE EMAIL OUT WIDTHS path=name ...
import { createRequire } from 'node:module'
const require = createRequire(process.cwd() + '/')
const { chromium } = require('@playwright/test')
const [base, email, out, widths, ...pages] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
const context = await browser.newContext({ locale: 'en-GB' })
const page = await context.newPage()
await page.goto(base + '/login')
await page.getByLabel(/email/i).fill(email)
await page.getByLabel(/password/i).fill('a road with waymarks')
await page.getByRole('button', { name: 'Sign in', exact: true }).click()
await page.waitForLoadState()
for (const one of pages) {
  const at = one.lastIndexOf('=')
  const [path, name] = [one.slice(0, at), one.slice(at + 1)]
  for (const width of widths.split(',').map(Number)) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(base + path)
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true })
  }
}
await browser.close()
