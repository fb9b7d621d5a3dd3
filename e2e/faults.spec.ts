/** What goes wrong while somebody types, and that nothing of it is lost. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
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

/** A server with a Postgres and a storage of its own, to be broken. */
test.describe('on a server of its own', () => {
  test.describe.configure({ mode: 'serial' })
  const cluster = { name: `faults-${process.pid}`, forTests: true }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-faults-'))
  let server: ChildProcess
  let origin = ''
  let postgresPort = 0

  test.beforeAll(async () => {
    const { url, port } = await startPostgres(cluster)
    postgresPort = port
    const env = {
      ...process.env,
      DATABASE_URL: `${url}/faults`,
      STORAGE_DIR: path.join(folder, 'storage'),
      PORT: '0',
      DEMO: 'false',
    }
    await createDatabase(env.DATABASE_URL)
    await migrate(env.DATABASE_URL)
    execFileSync(process.execPath, ['--import', 'tsx', 'e2e/seed.ts'], { env })
    server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const port0 = await new Promise<number>((ready) => {
      server.on('message', (message) => ready((message as { listeningOn: number }).listeningOn))
    })
    origin = `http://127.0.0.1:${port0}`
  })

  test.afterAll(() => {
    server.kill('SIGTERM')
    spawnSync('umount', [path.join(folder, 'storage')], { stdio: 'ignore' })
    removePostgres(cluster)
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test('Postgres is gone for ten seconds, and what was typed is saved once it is back', async ({
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

    stopPostgres(cluster)
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
    await page.close()
  })

  test('the disk is full, and what was typed beside the file is kept', async ({ browser }) => {
    const storage = path.join(folder, 'storage')
    fs.mkdirSync(storage, { recursive: true })
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', storage])
    test.skip(mounted.status !== 0, 'a small disk can be made here only by root')

    const page = await browser.newPage()
    await page.goto(`${origin}/login?to=${encodeURIComponent('/evidence/new?action=1')}`)
    await page.getByLabel('Email address').fill('amara.osei@westmarsh.example')
    await page.getByLabel('Password').fill(process.env.DEMO_PASSWORD!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('What it shows').fill(words)
    await page.locator('input[type=file]').setInputFiles({
      name: 'audit.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('file,signed\n'.repeat(100_000)),
    })
    const answers = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Add evidence' }).click(),
    ])
    expect(answers[0].status()).toBe(507)
    await expect(page.getByRole('alert')).toContainText(/full|room|space/i)
    await expect(page.getByLabel('What it shows')).toHaveValue(words)
    await page.close()
  })
})
