import { createHmac, randomBytes } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'
import { type Name, people } from './people'

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the browser tests are run by npm run e2e`)
  return value
}

interface WorkerFixtures {
  /** the database that the server under test uses */
  database: pg.Pool
}

interface TestFixtures {
  /** a page in a browser of its own on which this person is signed in */
  signedInAs: (name: Name, options?: { javaScript?: boolean }) => Promise<Page>
  /** a page in a browser of its own on which nobody is signed in */
  asNobody: () => Promise<Page>
  /** errors that any page of this test wrote to the console; a test fails if there are some at its end */
  consoleErrors: string[]
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: [
    // Playwright wants the first argument destructured
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const pool = new pg.Pool({ connectionString: setting('DATABASE_URL'), max: 2 })
      pool.on('error', () => undefined)
      await use(pool)
      await pool.end()
    },
    { scope: 'worker' },
  ],

  // eslint-disable-next-line no-empty-pattern
  consoleErrors: async ({}, use) => {
    const errors: string[] = []
    await use(errors)
    expect(errors, 'errors in the console').toEqual([])
  },

  asNobody: async ({ browser, consoleErrors }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      opened.push(context)
      const page = await context.newPage()
      collectErrors(page, consoleErrors)
      return page
    })
    for (const context of opened) await context.close()
  },

  signedInAs: async ({ browser, database, consoleErrors }, use) => {
    const opened: BrowserContext[] = []
    await use(async (name, { javaScript = true } = {}) => {
      const context = await browser.newContext({ javaScriptEnabled: javaScript })
      opened.push(context)
      await signIn(context, database, people[name].email)
      const page = await context.newPage()
      collectErrors(page, consoleErrors)
      return page
    })
    for (const context of opened) await context.close()
  },
})

export { expect }

/**
 * Signs a browser in by a row and a cookie, as the server itself would; sessions go by the real clock.
 * Answers the cookie.
 */
export async function signIn(
  context: BrowserContext,
  database: pg.Pool,
  email: string,
): Promise<string> {
  const cookie = await newSession(database, email)
  const { hostname } = new URL(setting('E2E_ORIGIN'))
  await context.addCookies([
    { name: 'waymark_session', value: cookie, domain: hostname, path: '/', httpOnly: true },
  ])
  return cookie
}

/** A session of this person; the value that its cookie carries. */
export async function newSession(database: pg.Pool, email: string): Promise<string> {
  const value = randomBytes(20).toString('hex')
  const id = createHmac('sha256', setting('SESSION_SECRET')).update(value).digest('hex')
  const made = await database.query(
    `insert into sessions (id, person_id, created_at, expires_at, ends_at)
     select $1, id, now(), now() + interval '12 hours', now() + interval '7 days'
     from people where email = $2`,
    [id, email],
  )
  if (made.rowCount !== 1) throw new Error(`Nobody here has the address ${email}`)
  return value
}

function collectErrors(page: Page, errors: string[]) {
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    // A browser reports a refusal it was shown as an error of its own; the test looks at the status.
    if (/the server responded with a status of 4\d\d/.test(message.text())) return
    errors.push(`${page.url()}: ${message.text()}`)
  })
}

/** Refuses any violation of WCAG 2.2 at level A or AA that axe can see. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
  expect(told, `what axe found on ${page.url()}`).toEqual([])
}

/** Refuses a page that one would have to scroll sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { wide, shown } = await page.evaluate(() => ({
    wide: document.scrollingElement?.scrollWidth ?? 0,
    shown: document.documentElement.clientWidth,
  }))
  expect(wide, `the width of ${page.url()}`).toBeLessThanOrEqual(shown)
}
