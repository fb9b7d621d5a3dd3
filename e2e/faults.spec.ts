/** What goes wrong while somebody types, and that nothing of it is lost. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import pg from 'pg'
import { removePostgres, startPostgres, stopPostgres } from '../scripts/embedded-postgres.mjs'
import { createDatabase, migrate } from '../scripts/migrate'
import { expect, expectNoAxeViolations, test } from './fixtures'

const words =
  'Twelve files read with the team on Tuesday; nine hand-overs were signed by both workers.'

for (const javaScript of [true, false]) {
  test(`Amara’s session ends while she types, and her words are saved ${javaScript ? 'all the same' : 'without JavaScript too'}`, async ({
    signedInAs,
    database,
  }) => {
    const page = await signedInAs('Amara Osei', { javaScript })
    const { rows } = await database.query<{ id: number }>(
      'select id from actions order by id limit 1',
    )
    await page.goto(`/actions/${rows[0]!.id}/updates/new`)
    await page.getByRole('radio', { name: /on track/i }).check()
    await page.getByRole('radio', { name: /fairly sure|medium/i }).check()
    await page.getByRole('textbox').first().fill(words)
    const session = (await page.context().cookies()).find(({ name }) => name === 'waymark_session')!
    await page.context().clearCookies()

    await page.getByRole('button', { name: 'Add the update' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in again to save this')
    expect(session.httpOnly).toBe(true)
    if (javaScript) await expectNoAxeViolations(page)

    await page.getByLabel('Email address').fill('amara.osei@westmarsh.example')
    await page.getByLabel('Password').fill('mistyped')
    await page.getByRole('button', { name: 'Sign in and go on' }).click()
    await expect(page.getByRole('alert')).toContainText('is wrong')
    await page.getByLabel('Password').fill(process.env.DEMO_PASSWORD!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText(words)).toBeVisible()
    await page.getByRole('button', { name: 'Save what I typed' }).click()
    await expect(page).toHaveURL(new RegExp(`/actions/${rows[0]!.id}$`))
    await expect(page.getByText(words).first()).toBeVisible()
  })
}

test('a key is pressed while the page still comes alive, and nothing breaks', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Grace Holloway')
  // Presses without a pause, so that one falls into every moment between two steps of waking up.
  await page.addInitScript(() => {
    const pause = new MessageChannel()
    const until = Date.now() + 3_000
    pause.port1.onmessage = () => {
      document.body?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }))
      if (Date.now() < until) pause.port2.postMessage(null)
    }
    pause.port2.postMessage(null)
  })
  await page.goto('/actions')
  const alive = () =>
    page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith('__reactFiber')))
  await expect.poll(alive).toBe(true)
})

/** A server with a Postgres and a storage of its own, to be broken. */
test.describe('on a server of its own', () => {
  test.describe.configure({ mode: 'serial' })
  const cluster = { name: `faults-${process.pid}`, forTests: true }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-faults-'))
  let server: ChildProcess
  let origin = ''
  let postgresPort = 0
  let env: NodeJS.ProcessEnv
  let records: pg.Client

  async function startServer(port: string) {
    server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
      env: { ...env, PORT: port },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const listening = await new Promise<number>((ready) => {
      server.on('message', (message) => ready((message as { listeningOn: number }).listeningOn))
    })
    origin = `http://127.0.0.1:${listening}`
  }

  /** As a power cut does: nothing of it is told to the server. Then it is started again. */
  async function killAndStartAgain() {
    const ended = new Promise((done) => server.on('exit', done))
    server.kill('SIGKILL')
    await ended
    await startServer(new URL(origin).port)
  }

  async function signedIn(
    browser: Browser | BrowserContext,
    email: string,
    to: string,
  ): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(`${origin}/login?to=${encodeURIComponent(to)}`)
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('Password').fill(process.env.DEMO_PASSWORD!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(origin + to)
    return page
  }

  /** Sends by the tus protocol as the person of `page`. */
  async function tusOf(page: Page) {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`)
    return (method: string, at: string, headers: Record<string, string>, body?: BodyInit) =>
      fetch(origin + at, {
        method,
        headers: { Cookie: cookie.join(), Origin: origin, 'Tus-Resumable': '1.0.0', ...headers },
        body,
        duplex: 'half',
      } as RequestInit)
  }

  const count = async (what: string) =>
    Number((await records.query<{ count: string }>(`select count(*) from ${what}`)).rows[0]!.count)

  test.beforeAll(async () => {
    const { url, port } = await startPostgres(cluster)
    postgresPort = port
    env = {
      ...process.env,
      DATABASE_URL: `${url}/faults`,
      STORAGE_DIR: path.join(folder, 'storage'),
      PORT: '0',
      DEMO: 'false',
    }
    await createDatabase(env.DATABASE_URL!)
    await migrate(env.DATABASE_URL!)
    execFileSync(process.execPath, ['--import', 'tsx', 'e2e/seed.ts'], { env })
    records = new pg.Client(env.DATABASE_URL)
    records.on('error', () => undefined)
    await records.connect()
    await startServer('0')
  })

  test.afterAll(async () => {
    server.kill('SIGTERM')
    await records.end().catch(() => undefined)
    spawnSync('umount', [path.join(folder, 'storage')], { stdio: 'ignore' })
    removePostgres(cluster)
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test('the server is killed in the middle of an upload, which goes on where it was', async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'amara.osei@westmarsh.example', '/evidence/new?action=1')
    const tus = await tusOf(page)
    const content = Buffer.from('In 9 of 12 files the hand-over was signed.\n'.repeat(50_000))
    const begun = await tus('POST', '/uploads', {
      'Upload-Length': String(content.length),
      'Upload-Metadata': `filename ${Buffer.from('signed.txt').toString('base64')}`,
    })
    const at = begun.headers.get('Location')!
    const file = path.join(folder, 'storage', at)

    const half = content.length / 2
    const sending = tus(
      'PATCH',
      at,
      { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
      new ReadableStream({ start: (body) => body.enqueue(content.subarray(0, half)) }),
    ).catch(() => undefined) // the rest never comes
    await expect.poll(() => fs.statSync(file).size).toBe(half)
    await killAndStartAgain()
    await sending

    const head = await tus('HEAD', at, {})
    expect(head.headers.get('Upload-Offset')).toBe(String(half))
    const rest = await tus(
      'PATCH',
      at,
      { 'Upload-Offset': String(half), 'Content-Type': 'application/offset+octet-stream' },
      content.subarray(half),
    )
    expect(rest.status).toBe(204)

    await page.reload()
    await page.getByLabel(/signed.txt/).check()
    await page.getByLabel('What it shows').fill(words)
    await page.getByRole('button', { name: 'Add evidence' }).click()
    await expect(page).toHaveURL(/\/evidence\/\d+$/)
    const kept = createHash('sha256').update(content).digest('hex')
    expect(await count(`blobs where sha256 = '${kept}'`)).toBe(1)
    await page.close()
  })

  test('the server is killed between the file and its row: nothing is half there, and it is sent again', async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'amara.osei@westmarsh.example', '/evidence/new?action=1')
    const fillIn = () => page.getByLabel('What it shows').fill(`${words} Twice.`)
    const content = Buffer.from('Ten of twelve were signed in the second week.\n')
    const sha256 = createHash('sha256').update(content).digest('hex')
    await page
      .getByLabel(/^File/)
      .setInputFiles({ name: 'second.txt', mimeType: 'text/plain', buffer: content })
    await expect(page.getByText(/second.txt, \d+ bytes: has arrived/)).toBeVisible()
    await fillIn()
    const before = await count('evidence')

    await records.query('begin')
    await records.query('lock table blobs in access exclusive mode') // the command stops at its row
    await page.getByRole('button', { name: 'Add evidence' }).click({ noWaitAfter: true })
    const place = path.join(folder, 'storage', 'blobs', sha256.slice(0, 2), sha256)
    await expect.poll(() => fs.existsSync(place)).toBe(true)
    await expect.poll(() => count('pg_locks where not granted')).toBeGreaterThan(0)
    await killAndStartAgain()
    await records.query('rollback')
    await expect.poll(() => count('pg_locks where not granted')).toBe(0)
    expect(await count('evidence')).toBe(before)
    expect(await count(`blobs where sha256 = '${sha256}'`)).toBe(0)

    await page.goto(`${origin}/evidence/new?action=1`)
    await page.getByLabel(/second.txt/).check()
    await fillIn()
    await page.getByRole('button', { name: 'Add evidence' }).click()
    await expect(page).toHaveURL(/\/evidence\/\d+$/)
    expect(await count('evidence')).toBe(before + 1)
    expect(await count(`blobs where sha256 = '${sha256}'`)).toBe(1)
    await page.close()
  })

  test('the server is killed in the middle of a review: it was not given, and is given again', async ({
    browser,
  }) => {
    const { rows } = await records.query<{ id: number }>(
      `select e.id from evidence e join people p on p.id = e.added_by_id
       where p.email like 'amara%' order by e.id desc limit 1`,
    )
    const review = `/evidence/${rows[0]!.id}/review`
    const page = await signedIn(browser, 'grace.holloway@westmarsh.example', review)
    const before = await count('evidence_reviews')
    const giveBack = async () => {
      await page.getByRole('radio', { name: /Return/ }).check()
      await page.locator('textarea[name=reason]').fill('Which twelve files were they?')
      await page.getByRole('button', { name: 'Save judgement' }).click({ noWaitAfter: true })
    }

    await records.query('begin')
    await records.query('lock table events in access exclusive mode') // it is written, and not told yet
    await giveBack()
    await expect.poll(() => count('pg_locks where not granted')).toBeGreaterThan(0)
    await killAndStartAgain()
    await records.query('rollback')
    await expect.poll(() => count('pg_locks where not granted')).toBe(0)
    expect(await count('evidence_reviews')).toBe(before)

    await page.goto(origin + review)
    await giveBack()
    await expect.poll(() => count('evidence_reviews')).toBe(before + 1)
    await page.close()
  })

  test('Postgres is gone for ten seconds: what was typed is saved, and a file goes on, once it is back', async ({
    browser,
  }) => {
    const page = await browser.newPage()
    await page.goto(`${origin}/login?to=/actions/1/updates/new`)
    await page.getByLabel('Email address').fill('amara.osei@westmarsh.example')
    await page.getByLabel('Password').fill(process.env.DEMO_PASSWORD!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('radio', { name: /on track/i }).check()
    await page.getByRole('radio', { name: /fairly sure|medium/i }).check()
    await page.getByRole('textbox').first().fill(words)

    const tus = await tusOf(page)
    const bytes = { 'Content-Type': 'application/offset+octet-stream' }
    const begun = await tus('POST', '/uploads', {
      'Upload-Length': '10',
      'Upload-Metadata': `filename ${Buffer.from('ten.txt').toString('base64')}`,
    })
    const at = begun.headers.get('Location')!
    expect((await tus('PATCH', at, { ...bytes, 'Upload-Offset': '0' }, 'Nine ')).status).toBe(204)

    stopPostgres(cluster)
    expect((await tus('PATCH', at, { ...bytes, 'Upload-Offset': '5' }, 'of 12')).status).toBe(503)
    expect((await tus('HEAD', at, {})).status).toBe(503)
    const away = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Add the update' }).click(),
    ])
    expect(away[0].status()).toBe(503)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('cannot reach its records')
    await expect(page.getByText(words)).toBeVisible()
    expect((await page.request.get(`${origin}/readyz`)).status()).toBe(503)
    expect((await page.request.get(`${origin}/healthz`)).status()).toBe(200)

    await page.waitForTimeout(10_000)
    await startPostgres({ ...cluster, port: postgresPort })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page).toHaveURL(/\/actions\/1$/)
    await expect(page.getByText(words).first()).toBeVisible()
    expect((await page.request.get(`${origin}/readyz`)).status()).toBe(200)
    expect((await tus('HEAD', at, {})).headers.get('Upload-Offset')).toBe('5')
    expect((await tus('PATCH', at, { ...bytes, 'Upload-Offset': '5' }, 'of 12')).status).toBe(204)
    await page.close()
  })

  test('the disk is full, and what was typed beside the file is kept', async ({ browser }) => {
    const storage = path.join(folder, 'storage')
    fs.mkdirSync(storage, { recursive: true })
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', storage])
    test.skip(mounted.status !== 0, 'a small disk can be made here only by root')

    const file = {
      name: 'audit.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('file,signed\n'.repeat(100_000)),
    }
    const adding = '/evidence/new?action=1'
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await signedIn(context, 'amara.osei@westmarsh.example', adding)
      await page.getByLabel('What it shows').fill(words)
      await page.getByLabel(/^File/).setInputFiles(file)
      if (!javaScriptEnabled) {
        const [answer] = await Promise.all([
          page.waitForResponse((response) => response.request().method() === 'POST'),
          page.getByRole('button', { name: 'Add evidence' }).click(),
        ])
        expect(answer.status()).toBe(507)
      }
      await expect(page.getByRole('alert')).toContainText('There is no room left')
      await expect(page.getByLabel('What it shows')).toHaveValue(words)
      await context.close()
    }
  })
})
