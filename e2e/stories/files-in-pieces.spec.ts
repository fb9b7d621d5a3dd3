/** Files that are sent ahead of their form, over a line that breaks. */
import { createServer, type Server, type Socket, connect } from 'node:net'
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
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
  await expect(page.getByRole('link', { name: /what-parents-said/ })).toBeVisible()
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
  await expect(page.getByRole('link', { name: /six plans/ })).toBeVisible()
})
