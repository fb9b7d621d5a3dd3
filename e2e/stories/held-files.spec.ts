/**
 * What would tell who a child is, in a photo and behind it: taken out where it can be, and else held until
 * she who brought it has answered, in each of the three ways. With a script and without.
 */
import { exif, jpegSaying } from '../../app/testing/photos'
import { expect, expectNoAxeViolations, test } from '../fixtures'

// A number made up for tests, in the range that the NHS keeps for them.
const number = '999 000 0018'
const photo = jpegSaying(exif({ says: `Home of ${number}` }))

/** An email with the photo in it: of a file in a file nothing can be taken out. */
const email = (subject: string) =>
  Buffer.from(
    [
      'From: amara@example.org',
      'MIME-Version: 1.0',
      `Subject: ${subject}`,
      'Content-Type: multipart/mixed; boundary="mark"',
      '',
      '--mark',
      'Content-Type: image/jpeg; name="wall.jpg"',
      'Content-Transfer-Encoding: base64',
      '',
      photo.toString('base64').replace(/(.{76})/g, '$1\r\n'),
      '--mark--',
      '',
    ].join('\r\n'),
  )

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with a script' : 'without a script'

  test(`a photo loses its place and its words; one in an email is held until she has answered, ${how}`, async ({
    signedInAs,
  }) => {
    const amara = await signedInAs('Amara Osei', { javaScript })
    const grace = await signedInAs('Grace Holloway', { javaScript })
    const adds = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
      await amara.goto('/evidence/new?action=1')
      await amara.getByLabel('What it shows').fill(`What stands on the wall, ${how}.`)
      await amara.getByLabel('Files').setInputFiles(file)
      await amara.getByRole('button', { name: 'Add evidence' }).click()
      await expect(amara).toHaveURL(/\/evidence\/\d+(?:\/files\/\d+\/held)?$/)
    }
    /** Where the held file is, for who may have it. */
    const held = () => new URL(amara.url()).pathname.replace(/\/held$/, '')

    await test.step('a photo alone is kept without them, and she is told', async () => {
      await adds({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: photo })
      await expect(amara.getByText('The place and time it was taken were removed.')).toBeVisible()
      const link = amara.getByRole('link', { name: /wall\.jpg/ }).first()
      const kept = await amara.request.get(`${await link.getAttribute('href')}`)
      expect(photo.includes(number)).toBe(true)
      expect((await kept.body()).includes(number)).toBe(false)
    })

    await test.step('she is shown masked what is in the email and where; nobody else has it', async () => {
      await adds({ name: 'wall.eml', mimeType: 'message/rfc822', buffer: email('The wall') })
      await expect(amara.getByText('Held: only you see this file')).toBeVisible()
      await expect(amara.getByText('“••• ••• ••18” looks like an NHS number')).toBeVisible()
      await expect(
        amara.getByText('looks like a place where a photo or recording was made'),
      ).toBeVisible()
      await expect(
        amara.getByText('Where: the attachment “wall.jpg”: the photo’s details').first(),
      ).toBeVisible()
      if (javaScript) await expectNoAxeViolations(amara)
      expect((await amara.request.get(held())).status()).toBe(200)
      expect((await grace.request.get(held())).status()).toBe(404)
      expect((await grace.request.get(`${held()}/held`)).status()).toBe(404)
    })

    await test.step('she says why it tells nobody who a child is, and a manager reads it', async () => {
      const file = held()
      const evidence = file.replace(/\/files\/\d+$/, '')
      await grace.goto(evidence)
      await expect(grace.getByText('A file is held: only Amara Osei sees it')).toBeVisible()
      await expect(grace.getByRole('radio', { name: /^Accept/ })).toHaveCount(0)
      await amara.getByLabel('Why it tells nobody who a child is').fill(`It is ${number}.`)
      await amara.getByRole('button', { name: 'Let others see the file' }).click()
      await expect(amara.getByRole('alert')).toContainText('Say it without the number')
      const why = `A made-up number on the wall of the office, ${how}.`
      await amara.getByLabel('Why it tells nobody who a child is').fill(why)
      await amara.getByRole('button', { name: 'Let others see the file' }).click()
      await expect(amara).toHaveURL(/\/evidence\/\d+$/)
      await grace.reload()
      await expect(grace.getByText(why)).toBeVisible()
      expect((await grace.request.get(file)).status()).toBe(200)
      await grace.goto('/evidence/not-identifiers')
      await expect(grace.getByText(why)).toBeVisible()
    })

    await test.step('another she puts a redacted one in the place of, which is seen', async () => {
      await adds({ name: 'wall.eml', mimeType: 'message/rfc822', buffer: email('Redacted') })
      const file = held()
      await amara.getByLabel('File').setInputFiles({
        name: 'wall redacted.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(`The wall names the worker of each family, ${how}.\n`),
      })
      await amara.getByRole('button', { name: 'Add it in its place' }).click()
      await expect(amara).toHaveURL(/\/evidence\/\d+$/)
      expect((await amara.request.get(file)).status()).toBe(404)
      await grace.goto(new URL(amara.url()).pathname)
      await expect(grace.getByRole('link', { name: /wall redacted\.txt/ }).first()).toBeVisible()
      await expect(grace.getByText('Another file was put in its place.')).toBeVisible()
    })

    await test.step('and another she removes: it is gone, and why stays', async () => {
      await adds({ name: 'wall.eml', mimeType: 'message/rfc822', buffer: email('Removed') })
      const file = held()
      await amara.getByRole('button', { name: 'Destroy the file' }).click()
      await expect(amara).toHaveURL(/\/evidence\/\d+$/)
      expect((await amara.request.get(file)).status()).toBe(404)
      await expect(
        amara.getByText('Something in it looked as if it could tell who a child is.'),
      ).toBeVisible()
    })
  })
}

test('an administrator says how case numbers are written, tries it, and it holds what comes', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Nair')
  await priya.goto('/admin/ratings')
  await priya.getByRole('link', { name: 'Change what is looked for' }).click()
  await priya.getByLabel('How your case numbers are written').fill('ZQX\\d+')
  await priya.getByRole('button', { name: 'Try it on the evidence' }).click()
  await expect(priya.getByRole('alert')).toContainText('Use # for a digit')
  await priya.getByLabel('How your case numbers are written').fill('ZQX-######')
  await priya.getByLabel('Postcodes of your own offices').fill('ZE1 0AA')
  await priya.getByRole('button', { name: 'Try it on the evidence' }).click()
  await expect(priya.getByText('Would find nothing')).toBeVisible()
  await expectNoAxeViolations(priya)
  await priya.getByLabel('Why it changes').fill('The new case system writes them so.')
  await priya.getByRole('button', { name: 'Look for this from now on' }).click()
  await expect(
    priya.getByText(/Case numbers written ZQX-###### are looked for/).first(),
  ).toBeVisible()

  const amara = await signedInAs('Amara Osei')
  await amara.goto('/evidence/new?action=1')
  await amara.getByLabel('What it shows').fill('What the panel read.')
  await amara.getByLabel('Files').setInputFiles({
    name: 'panel.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('The panel at ZE1 0AA read ZQX-123456.\n'),
  })
  await amara.getByRole('button', { name: 'Add evidence' }).click()
  await expect(amara.getByText('“•••-••••56” looks like a case number')).toBeVisible()
  await expect(amara.getByText(/postcode/)).toHaveCount(0)
})
