/** Files that are sent ahead of their form, over a line that breaks. */
import { createServer, type Server, type Socket, connect } from 'node:net'
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, expectNoAxeViolations, signIn, test } from '../fixtures'
import { people } from '../people'

/** A line between the browser and the server, which can be cut in the middle of what goes through it. */
async function startLine(to: number) {
  const open = new Set<Socket>()
  const offsets: number[] = []
  let cutAfter = Infinity
  let isDown = false
  const line: Server = createServer((near) => {
    if (isDown) return void near.destroy()
    const far = connect(to, '127.0.0.1')
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => undefined)
      end.on('close', () => open.delete(end))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    far.pipe(near)
    near.on('data', (bytes: Buffer) => {
      if (isDown) return // a quick machine brings all the rest before the sockets are ended
      for (const [, at] of bytes.toString('latin1').matchAll(/^upload-offset: (\d+)/gim)) {
        offsets.push(Number(at))
      }
      cutAfter -= bytes.length
      if (cutAfter > 0) {
        if (!far.write(bytes)) {
          near.pause()
          far.once('drain', () => near.resume())
        }
        return
      }
      far.write(bytes)
      isDown = true
      cutAfter = Infinity
      setTimeout(() => {
        for (const end of open) end.destroy()
      }, 50)
    })
  })
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
  return {
    port: (line.address() as AddressInfo).port,
    offsets,
    cutAfter: (bytes: number) => void (cutAfter = bytes),
    isDown: () => isDown,
    mend: () => void (isDown = false),
    end: () => {
      for (const end of open) end.destroy()
      line.close()
    },
  }
}

const words = 'The duty board as it stood on Monday: every child has a named worker.'

test('the line breaks in the middle of a file: it goes on at the byte it had come to, and the form names it', async ({
  browser,
  database,
  baseURL,
}) => {
  const line = await startLine(Number(new URL(baseURL!).port))
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${line.port}` })
  await signIn(context, database, people['Amara Osei'].email)
  const page = await context.newPage()
  const { rows } = await database.query<{ id: number }>('select min(id) as id from actions')
  await page.goto(`/evidence/new?action=${rows[0]!.id}`)

  const content = Buffer.alloc(12 * 1024 * 1024, 'a recording of the duty meeting ')
  content.set(Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex')) // as an MP4 begins
  line.cutAfter(6 * 1024 * 1024)
  await page
    .getByLabel(/^File/)
    .setInputFiles({ name: 'duty.mp4', mimeType: 'video/mp4', buffer: content })
  // She goes on typing meanwhile, and sends the form before the file is there.
  await page.getByLabel('What it shows').fill(words)
  await expect.poll(() => line.isDown(), { timeout: 30_000 }).toBe(true)
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page.getByText('The form is sent as soon as the files have arrived.')).toBeVisible()
  await expectNoAxeViolations(page)
  line.mend()

  await expect(page).toHaveURL(/\/evidence\/\d+$/, { timeout: 45_000 })
  await expect(page.getByText(words).first()).toBeVisible()
  expect(line.offsets[0]).toBe(0)
  expect(line.offsets.length).toBeGreaterThan(1)
  expect(line.offsets.at(-1)).toBeGreaterThan(1024 * 1024)
  const kept = await database.query<{ sha256: string; bytes: number }>(
    `select b.sha256, b.bytes::int from evidence_files f join blobs b on b.sha256 = f.blob_sha256
     where f.evidence_id = $1`,
    [Number(page.url().split('/').at(-1))],
  )
  expect(kept.rows).toEqual([
    {
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
    },
  ])
  await context.close()
  line.end()
})

const megabyte = 1024 * 1024

/** A recording that lies on the sender's disk, where it keeps the moment of its last change. */
function recordingOnDisk(words: string): { file: string; sha256: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-recording-'))
  const content = Buffer.alloc(12 * megabyte, words)
  content.set(Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex')) // as an MP4 begins
  const file = path.join(folder, 'meeting.mp4')
  writeFileSync(file, content)
  return {
    file,
    sha256: createHash('sha256').update(content).digest('hex'),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

test('the browser is closed in the middle of a file: chosen again, it goes on where it was', async ({
  browser,
  database,
  baseURL,
}) => {
  const line = await startLine(Number(new URL(baseURL!).port))
  const recording = recordingOnDisk('what was said on Tuesday ')
  const first = await browser.newContext({ baseURL: `http://127.0.0.1:${line.port}` })
  await signIn(first, database, people['Amara Osei'].email)
  const before = await first.newPage()
  await before.goto('/evidence/new')
  line.cutAfter(6 * megabyte)
  await before.getByLabel(/^File/).setInputFiles(recording.file)
  await expect.poll(() => line.isDown(), { timeout: 30_000 }).toBe(true)
  await first.close()
  line.end()

  const second = await browser.newContext({ baseURL: baseURL! })
  await signIn(second, database, people['Amara Osei'].email)
  const page = await second.newPage()
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })
  await page.goto('/evidence/new')
  await expect(page.getByText('Sent in part')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel(/^File/).setInputFiles(recording.file)
  await expect(page.getByText(/meeting.mp4, 12 MB: has arrived/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Sent in part')).toHaveCount(0)
  expect(offsets[0]).toBeGreaterThan(megabyte)
  await page.getByLabel('What it shows').fill('What was said in the meeting.')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page).toHaveURL(/\/evidence\/\d+$/)
  const { rows } = await database.query<{ blob_sha256: string }>(
    'select blob_sha256 from evidence_files where evidence_id = $1',
    [Number(page.url().split('/').at(-1))],
  )
  expect(rows).toEqual([{ blob_sha256: recording.sha256 }])
  await second.close()
  recording.remove()
})

test('the session ends in the middle of a file: nothing is saved without it, and nothing is lost', async ({
  browser,
  database,
  baseURL,
}) => {
  const line = await startLine(Number(new URL(baseURL!).port))
  const recording = recordingOnDisk('what was said on Wednesday ')
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${line.port}` })
  await signIn(context, database, people['Amara Osei'].email)
  const page = await context.newPage()
  await page.goto('/evidence/new')
  line.cutAfter(6 * megabyte)
  await page.getByLabel(/^File/).setInputFiles(recording.file)
  await page.getByLabel('What it shows').fill(words)
  await expect.poll(() => line.isDown(), { timeout: 30_000 }).toBe(true)
  await context.clearCookies()
  line.mend()

  await expect(page.getByRole('alert')).toContainText('You are signed out.', { timeout: 30_000 })
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page.getByText('Nothing is saved yet')).toBeVisible()

  const [signingIn] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /Sign in again/ }).click(),
  ])
  await expect(signingIn.getByLabel('Email address')).toBeVisible()
  await signIn(context, database, people['Amara Osei'].email)
  await page.getByRole('button', { name: /Try again/ }).click()
  await expect(page.getByText(/meeting.mp4, 12 MB: has arrived/)).toBeVisible({ timeout: 30_000 })
  expect(line.offsets.at(-1)).toBeGreaterThan(megabyte)
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page).toHaveURL(/\/evidence\/\d+$/)
  await expect(page.getByText(words).first()).toBeVisible()
  await context.close()
  line.end()
  recording.remove()
})

test('several files are dropped at once; one too long to be searched is told so at once, and taken away', async ({
  signedInAs,
  database,
}) => {
  const page = await signedInAs('Amara Osei')
  await page.goto('/evidence/new')
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['Seven plans were read.'], 'seven.txt', { type: 'text/plain' }))
    transfer.items.add(new File(['Eight plans were read.'], 'eight.txt', { type: 'text/plain' }))
    const long = new Uint8Array(101 * 1024 * 1024)
    transfer.items.add(new File([long], 'all-minutes.pdf', { type: 'application/pdf' }))
    return transfer
  })
  await page.locator('#file').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByText(/longer than the 100 MB that can be searched/)).toBeVisible()
  await page.getByRole('button', { name: /(Stop sending|Take away) all-minutes.pdf/ }).click()
  await expect(page.getByText('all-minutes.pdf')).toHaveCount(0)
  for (const name of ['seven', 'eight']) {
    await expect(page.getByText(new RegExp(`${name}.txt, 22 bytes: has arrived`))).toBeVisible()
  }
  await expect
    .poll(async () => {
      const waiting = await database.query("select from uploads where name like 'all-minutes%'")
      return waiting.rowCount
    })
    .toBe(0)
  await expect(page.locator('#file-camera')).toHaveAttribute('capture', 'environment')
  await page.getByLabel('What it shows').fill('Fifteen plans were read.')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page).toHaveURL(/\/evidence\/\d+$/)
  await expect(page.getByRole('link', { name: /^(seven|eight)/ })).toHaveCount(2)
})

test('a file is taken away while its sending only begins, and the server keeps nothing of it', async ({
  signedInAs,
  database,
}) => {
  const page = await signedInAs('Amara Osei')
  await page.goto('/evidence/new')
  let goOn = () => {}
  const pressed = new Promise<void>((done) => (goOn = done))
  await page.route(/\/uploads$/, async (route) => {
    await pressed
    await route.continue()
  })
  await page
    .getByLabel(/^File/)
    .setInputFiles({ name: 'hasty.txt', mimeType: 'text/plain', buffer: Buffer.from('Too soon.') })
  const letGo = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
  await page.getByRole('button', { name: 'Stop sending hasty.txt' }).click()
  await expect(page.getByText('hasty.txt')).toHaveCount(0)
  goOn()
  expect((await letGo).status()).toBe(204)
  const kept = await database.query("select from uploads where name = 'hasty.txt'")
  expect(kept.rowCount).toBe(0)
})

test('a file that arrived and was not saved is offered again, to its sender alone', async ({
  signedInAs,
  database,
}) => {
  const page = await signedInAs('Amara Osei')
  const { rows } = await database.query<{ id: number }>('select min(id) as id from actions')
  const adding = `/evidence/new?action=${rows[0]!.id}`
  await page.goto(adding)
  await page.getByLabel(/^File/).setInputFiles({
    name: 'what-parents-said.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Parents say that letters are clearer now.\n'),
  })
  await expect(page.getByText(/what-parents-said.txt, 42 bytes: has arrived/)).toBeVisible()

  const joy = await signedInAs('Joy Okafor')
  await joy.goto(adding)
  await expect(joy.getByText('what-parents-said.txt')).toHaveCount(0)

  await page.goto('/')
  await page.goto(adding)
  await expect(
    page.getByRole('group', { name: 'Files that have arrived and are not saved yet' }),
  ).toBeVisible()
  await expectNoAxeViolations(page)
  // A form that is refused keeps what was ticked.
  await page.getByLabel('what-parents-said.txt, 42 bytes').check()
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('what-parents-said.txt, 42 bytes')).toBeChecked()
  await page.getByLabel('What it shows').fill('Parents find letters clearer.')
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page).toHaveURL(/\/evidence\/\d+$/)
  await expect(page.getByRole('link', { name: 'what-parents-said.txt', exact: true })).toBeVisible()
  await page.goto(adding)
  await expect(page.getByText('what-parents-said.txt, 42')).toHaveCount(0)
})

test('without JavaScript the form brings its file itself', async ({ signedInAs, database }) => {
  const page = await signedInAs('Amara Osei', { javaScript: false })
  const { rows } = await database.query<{ id: number }>('select min(id) as id from actions')
  await page.goto(`/evidence/new?action=${rows[0]!.id}`)
  await page.getByLabel('What it shows').fill('Six plans were read.')
  await page.getByLabel(/^File/).setInputFiles({
    name: 'six plans.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Six plans were read.\n'),
  })
  await page.getByRole('button', { name: 'Add evidence' }).click()
  await expect(page).toHaveURL(/\/evidence\/\d+$/)
  await expect(page.getByRole('link', { name: 'six plans.txt', exact: true })).toBeVisible()
})
