/** Grace brings in the spreadsheet that Westmarsh kept before: with JavaScript and without. */
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import {
  expect,
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  newSession,
  test,
} from '../fixtures'
import { people } from '../people'

/** The same plan with words of its own: what was brought in once is never brought in again. */
const planOf = (ref: string, who: string) =>
  [
    'Improvement plan 2026,,,,,',
    ',,,,,',
    'Ref,Action required,Lead officer,Timescale,RAG,Progress update',
    `${ref}1,Give ${who} a weekly list of assessments,Okafor,Q2 2027,Green,Lists go out on Mondays.`,
    `${ref}2,Agree with ${who} when an assessment can be short,Head of Service,30/6/27,Amber,Drafted.`,
    `${ref}3,,Amara Osei,end June,Red,`,
    `${ref}4,Close the case of 943 476 5919 with ${who},Amara Osei,30/6/27,Green,`,
    'Total,4 actions,,,,',
  ].join('\r\n')

for (const javaScript of [true, false]) {
  const who = javaScript ? 'each team manager' : 'every practice lead'
  test(`the old spreadsheet becomes actions that say where they came from, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs('Grace Holloway', { javaScript })
    const looksRight = async () => {
      if (!javaScript) return
      await expectNoAxeViolations(page)
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoSidewaysScrolling(page)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    await page.goto('/actions/bring-in')
    await looksRight()
    const file = {
      name: 'Improvement plan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(planOf(javaScript ? 'J' : 'N', who)),
    }
    await page.getByLabel('The old plan', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Read the old plan' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1. Which table is the plan?')
    await expect(page.getByRole('radio', { name: 'Row 3' })).toBeChecked()
    await looksRight()
    await page.getByRole('button', { name: 'Use this table' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2. What are the columns?')
    await expect(page.getByLabel('Column C, Lead officer')).toHaveValue('owner')
    await expect(page.getByLabel('Column E, RAG')).toHaveValue('status')
    await looksRight()
    await page.getByRole('button', { name: 'These are the columns' }).click()

    // Every step stands on one page, and what is not right is told with its cell.
    await expect(page.getByText('The file, cell B6: there is no action in this row.')).toBeVisible()
    await expect(page.getByText(/“••• ••• ••19” looks like an NHS number/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /Bring in \d+ action/ })).toBeDisabled()
    await looksRight()

    await page.getByRole('link', { name: /Say what they mean/ }).click()
    await expect(page.getByLabel('What “Amber” means')).toHaveValue('at-risk')
    await looksRight()
    await page.getByRole('button', { name: 'Save what they mean' }).click()
    await page.getByLabel('What “Okafor” means').selectOption({ label: 'Joy Okafor' })
    await page.getByLabel('What “Head of Service” means').selectOption('none')
    await page.getByRole('button', { name: 'Save what they mean' }).click()
    await page
      .getByLabel('What “Q2 2027” means')
      .selectOption({ label: '30 September 2027, if the financial year 2027/28 is meant' })
    await page.getByLabel('or another day').nth(1).fill('2027-06-30')
    await page.getByRole('button', { name: 'Save what they mean' }).click()

    // One row is put right, one set aside.
    await page.getByRole('link', { name: 'Row 7' }).click()
    await expect(page.getByLabel('Action: what will be done')).toHaveValue('')
    await looksRight()
    await page.getByLabel('Action: what will be done').fill(`Close cases in time with ${who}`)
    await page.getByRole('button', { name: 'Save the row' }).click()
    await page.getByLabel(/Or set all of them aside/).fill('It was never decided')
    await page.getByRole('button', { name: 'Set this row aside' }).click()

    await page.getByRole('button', { name: 'Bring in 3 actions' }).click()
    await expect(page.getByText('This old plan has been brought in.')).toBeVisible()
    await page.getByRole('link', { name: 'Open the plan' }).click()
    await page.goto(`/actions?q=${encodeURIComponent(`Give ${who} a weekly list`)}`)
    await page
      .getByRole('link', { name: `Give ${who} a weekly list of assessments` })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'In the old plan' })).toBeVisible()
    await expect(page.getByText(/Brought in from/).first()).toBeVisible()
    await expect(page.getByText('30 September 2027').first()).toBeVisible()
    await looksRight()

    // The same file again makes no doubles.
    await page.goto('/actions/bring-in')
    await page.getByLabel('The old plan', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Read the old plan' }).click()
    await page.getByRole('button', { name: 'Use this table' }).click()
    await page.getByRole('button', { name: 'These are the columns' }).click()
    await expect(page.getByText(/This file was already brought in on/)).toBeVisible()
    await page.getByRole('link', { name: /already in the plan/ }).click()
    await expect(page.getByText(/It was brought in on .* as A\d+\./).first()).toBeVisible()
  })
}

for (const [name, content, words] of [
  ['empty.csv', '', /empty/],
  ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not an Excel workbook/],
  ['old.xls', oldOffice('Workbook'), /older Excel format/],
  ['secret.xlsx', oldOffice('EncryptedPackage'), /protected with a password/],
] as const) {
  test(`${name} is refused in words`, async ({ signedInAs }) => {
    const page = await signedInAs('Grace Holloway')
    await page.goto('/actions/bring-in')
    await page
      .getByLabel('The old plan', { exact: true })
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
    await page.getByRole('button', { name: 'Read the old plan' }).click()
    await expect(page.getByRole('alert')).toContainText(words)
  })
}

test('an upload that is cut off in the middle leaves nothing behind, and the next one is read', async ({
  database,
  baseURL,
  signedInAs,
}) => {
  const kept = async () => {
    const { rows } = await database.query<{ plans: string; files: string }>(
      'select (select count(*) from bring_ins) as plans, (select count(*) from blobs) as files',
    )
    return { ...rows[0], parts: partsOfUploads() }
  }
  const before = await kept()
  const cookie = await newSession(database, people['Grace Holloway'].email)
  const boundary = 'cut-off-in-the-middle'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="plan"; filename="Plan.csv"\r\nContent-Type: text/csv\r\n\r\n`
  await new Promise<void>((gone) => {
    const upload = http.request(new URL('/actions/bring-in', baseURL), {
      method: 'POST',
      headers: {
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
        'Content-Length': 5_000_000,
        Cookie: `waymark_session=${cookie}`,
        Origin: baseURL ?? '',
      },
    })
    upload.on('error', () => gone())
    upload.write(head + planOf('C', 'each panel').repeat(200), () => {
      // Some of it has arrived and is being kept when the line goes.
      setTimeout(() => upload.destroy(new Error('the line goes')), 500)
    })
  })
  await expect.poll(kept, { timeout: 15_000 }).toEqual(before)

  const page = await signedInAs('Grace Holloway')
  await page.goto('/actions/bring-in')
  const whole = Buffer.from(planOf('C', 'each panel'))
  await page
    .getByLabel('The old plan', { exact: true })
    .setInputFiles({ name: 'Plan.csv', mimeType: 'text/csv', buffer: whole })
  await page.getByRole('button', { name: 'Read the old plan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1. Which table is the plan?')
})

/** What has arrived of uploads that are not whole. */
function partsOfUploads(): string[] {
  const folder = path.join(process.env.STORAGE_DIR ?? '', 'parts')
  return fs.existsSync(folder) ? fs.readdirSync(folder) : []
}

/** The beginning of a file of the older Office form, and in it the name of a part. */
function oldOffice(part: string): Buffer {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  Buffer.from(part, 'utf16le').copy(bytes, 1024)
  return bytes
}
