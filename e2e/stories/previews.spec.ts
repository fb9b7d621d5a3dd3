/** A manager looks at what was added, on a telephone, without fetching the files. */
import { readFile } from 'node:fs/promises'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'
import { jpegPhoto } from '../../app/testing/photos'

// beside the policy of every answer: a browser keeps to both
const sandboxed = expect.stringMatching(/, sandbox; default-src 'none'$/) as unknown as string
const report = 'seeds/sample-reports/westmarsh-monitoring-visit-2021.pdf'

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with a script' : 'without a script'

  test(`a PDF and a picture are looked at on a telephone, ${how}`, async ({ signedInAs }) => {
    const amara = await signedInAs('Amara Osei')
    await amara.goto('/evidence/new')
    const team = javaScript ? 'Lighthouse' : 'Harbour'
    const shows = `What the visit found, and the duty board of the ${team} team`
    await amara.getByLabel('What it shows').fill(shows)
    await amara.getByLabel('Files').setInputFiles([
      { name: 'Visit.pdf', mimeType: 'application/pdf', buffer: await readFile(report) },
      { name: 'Board.jpg', mimeType: 'image/jpeg', buffer: jpegPhoto() },
    ])
    await amara.getByRole('button', { name: 'Add evidence' }).click()
    await expect(amara).toHaveURL(/\/evidence\/\d+$/)

    const joy = await signedInAs('Joy Okafor', { javaScript })
    await joy.setViewportSize({ width: 360, height: 740 })
    await joy.goto(new URL(amara.url()).pathname)
    const visit = joy.getByRole('listitem').filter({ hasText: 'Visit.pdf' })
    await visit.getByRole('link', { name: 'Preview' }).click()
    await expect(joy.getByRole('heading', { level: 1, name: 'Visit.pdf' })).toBeVisible()
    const page = joy.getByRole('img', { name: /^Page 1,/ })
    await expect(page).toBeVisible()
    const drawn = await joy.request.get(new URL((await page.getAttribute('src'))!, joy.url()).href)
    expect(drawn.headers()).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': sandboxed,
      'cache-control': 'private, no-store, no-transform',
    })
    await joy.getByText('The words on page 1').click()
    await expect(joy.getByText('Monitoring visit').first()).toBeVisible()
    if (javaScript) {
      await expect
        .poll(() => page.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
        .toBe(1400)
      await expectNoAxeViolations(joy)
      await expectNoSidewaysScrolling(joy)
    }

    await joy.goto(`/evidence?q=${team}`)
    await joy.getByRole('link', { name: 'Preview of Board.jpg' }).click()
    const picture = joy.getByRole('figure').getByRole('img')
    await expect(picture).toBeVisible()
    await expect(joy.getByRole('figure')).toContainText(shows)
    if (javaScript) {
      await expect
        .poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
        .toBeGreaterThan(0)
      await expectNoAxeViolations(joy)
      await expectNoSidewaysScrolling(joy)
    }
    const file = new URL(
      (await joy.getByRole('link', { name: 'Download' }).getAttribute('href'))!,
      joy.url(),
    )
    const part = await joy.request.get(file.href, { headers: { Range: 'bytes=0-3' } })
    expect(part.status()).toBe(206)
    expect(part.headers()).toMatchObject({
      'content-range': expect.stringMatching(/^bytes 0-3\/\d+$/) as unknown as string,
      'content-disposition': expect.stringMatching(/^attachment; /) as unknown as string,
      'x-content-type-options': 'nosniff',
      'content-security-policy': sandboxed,
    })
    const download = joy.waitForEvent('download')
    await joy.getByRole('link', { name: 'Download' }).click()
    expect((await download).suggestedFilename()).toBe('Board.jpg')
  })
}
