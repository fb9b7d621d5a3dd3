/** A social worker on a telephone adds what she has, in four taps; the rest follows, from wherever. */
import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { expect, expectNoAxeViolations, test } from '../fixtures'

const photo = {
  name: 'Whiteboard.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('The duty board of Monday: every child has a named worker.\n'),
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with a script' : 'without a script'

  test(`from My work to saved in four taps, and what is missing follows, ${how}`, async ({
    signedInAs,
  }) => {
    const grace = await signedInAs('Grace Holloway')
    await grace.goto('/actions/1/requests/new')
    const asked = `What the duty board looks like, ${how}`
    await grace.getByLabel('What you need').fill(asked)
    const person = grace.getByLabel('Who should bring it')
    const amaras = await person.locator('option', { hasText: 'Amara Osei' }).getAttribute('value')
    await person.selectOption(amaras)
    await grace.getByRole('button', { name: 'Ask for it' }).click()

    const amara = await signedInAs('Amara Osei', { javaScript })
    await amara.setViewportSize({ width: 360, height: 740 })
    let taps = 0
    const tap = async (what: () => Promise<unknown>) => {
      taps += 1
      await what()
    }
    await amara.goto('/')
    await tap(() =>
      amara
        .getByRole('listitem')
        .filter({ hasText: asked })
        .getByRole('link', { name: /^Add evidence/ })
        .click(),
    )
    await tap(() => amara.getByLabel('What it shows').click())
    await amara.keyboard.type(`The duty board of Monday, ${how}.`)
    // on a telephone one tap opens the camera or the files, and the photo comes from there
    await tap(() => amara.getByLabel('Files').setInputFiles([photo, { ...photo, name: 'b.txt' }]))
    await tap(() => amara.getByRole('button', { name: 'Add evidence' }).click())
    await expect(amara).toHaveURL(/\/evidence\/\d+$/)
    expect(taps).toBeLessThanOrEqual(4)
    await expect(amara.getByText('Missing: its kind and the period that it covers.')).toBeVisible()
    await expect(amara.getByRole('link', { name: /\.txt$/ })).toHaveCount(2)
    if (javaScript) await expectNoAxeViolations(amara)

    await amara.getByRole('link', { name: 'Fill it in' }).click()
    await amara.getByRole('radio', { name: /Practice observation/ }).check()
    await amara.getByLabel('Covers from').fill('2025-11-03')
    await amara.getByLabel(/^to/).fill('2025-11-03')
    await amara.getByRole('button', { name: 'Save' }).click()
    await expect(amara.getByText('Missing:')).toHaveCount(0)
    const evidence = new URL(amara.url()).pathname

    await amara.getByRole('link', { name: 'Say what else it is for' }).click()
    await amara.getByLabel('Words of an action').fill('A2')
    await amara.getByRole('button', { name: 'Look for it' }).click()
    await amara.getByRole('button', { name: /^Link/ }).first().click()
    await expect(amara.getByRole('button', { name: /^Unlink/ })).toHaveCount(2)
    await amara.goto(evidence)
    await expect(amara.getByText('Awaiting review')).toBeVisible()
  })
}

test('from My work to saved in four taps where nobody asked for it; what it is for is said later', async ({
  signedInAs,
}) => {
  const amara = await signedInAs('Amara Osei')
  await amara.setViewportSize({ width: 360, height: 740 })
  let taps = 0
  const tap = async (what: () => Promise<unknown>) => {
    taps += 1
    await what()
  }
  await amara.goto('/')
  await tap(() => amara.getByRole('link', { name: 'Add evidence', exact: true }).first().click())
  await expect(amara.getByText('What it is for can be said now or later.')).toBeVisible()
  await tap(() => amara.getByLabel('Files').setInputFiles(photo))
  await tap(() => amara.getByLabel('What it shows').click())
  await amara.keyboard.type('The duty board, which nobody asked for.')
  await tap(() => amara.getByRole('button', { name: 'Add evidence' }).click())
  await expect(amara).toHaveURL(/\/evidence\/\d+$/)
  expect(taps).toBe(4)
  await expect(amara.getByRole('link', { name: 'Say what else it is for' })).toBeVisible()
})

test('what a telephone shares is saved at once, and its words follow', async ({ signedInAs }) => {
  const amara = await signedInAs('Amara Osei')
  const manifest = await amara.request.get('/manifest.webmanifest')
  const { share_target: target } = (await manifest.json()) as {
    share_target: { action: string; params: { files: { name: string }[] } }
  }
  const shared = await amara.request.post(target.action, {
    // as Chrome on Android sends it: the browser's own request, from no page
    headers: { Origin: 'null', 'Sec-Fetch-Site': 'none' },
    multipart: { title: 'From the duty desk', [target.params.files[0]!.name]: photo },
  })
  expect(shared.url()).toMatch(/\/evidence\/\d+\/edit$/)
  await amara.goto(new URL(shared.url()).pathname)
  await expect(amara.getByText('Missing: what it shows, its kind and the period')).toBeVisible()
  await amara.getByLabel('What it shows').fill('Every child has a named worker.')
  await amara.getByRole('button', { name: 'Save' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('From the duty desk')
})

test('a photo of two megabytes at the speed of 3G', async ({ signedInAs }) => {
  const amara = await signedInAs('Amara Osei')
  const speed = await amara.context().newCDPSession(amara)
  await amara.goto('/')
  await speed.send('Network.enable')
  // the profile "3G" of the browser's own tools: 500 kbit/s both ways at eight tenths, 2 s of latency
  const perSecond = ((500 * 1000) / 8) * 0.8
  await speed.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400 * 5,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond,
  })
  test.setTimeout(300_000)
  const began = performance.now()
  await amara
    .getByRole('link', { name: /^Add evidence/ })
    .first()
    .click()
  await amara.getByLabel('What it shows').fill('The whiteboard of the duty desk.')
  await amara
    .getByLabel('Files')
    .setInputFiles({ name: 'Duty.png', mimeType: 'image/png', buffer: pictureOf(2 * 1024 * 1024) })
  await amara.getByRole('button', { name: 'Add evidence' }).click()
  await expect(amara).toHaveURL(/\/evidence\/\d+$/, { timeout: 180_000 })
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(
    `From My work to saved with a photo of 2 MB, at the slow 3G of the browser: ${seconds} s`,
  )
})

/** A picture of noise, which no compression makes smaller, of at least so many bytes. */
function pictureOf(bytes: number): Buffer {
  const width = 1024
  const height = Math.ceil(bytes / (3 * width))
  const rows = Array.from({ length: height }, () => [Buffer.from([0]), randomBytes(3 * width)])
  const piece = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8) // eight bits of each of three colours
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    piece('IHDR', head),
    piece('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 0 })),
    piece('IEND', Buffer.alloc(0)),
  ])
}
