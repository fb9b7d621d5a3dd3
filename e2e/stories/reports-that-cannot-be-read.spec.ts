/** Grace brings reports that cannot be read: each is answered in words, and what she pasted stays. */
import { expect, expectNoAxeViolations, test } from '../fixtures'

const faulty = [
  ['corrupt.pdf', 'damaged'],
  ['empty.pdf', 'empty'],
  ['encrypted.pdf', 'password'],
  ['scanned.pdf', 'no text'],
] as const

for (const javaScript of [true, false]) {
  test(`a report that cannot be read is answered in words, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs('Grace Holloway', { javaScript })
    for (const [file, word] of faulty) {
      await page.goto('/inspections/new')
      await page
        .getByLabel('The report', { exact: true })
        .setInputFiles(`seeds/sample-reports/faulty/${file}`)
      await page.getByRole('button', { name: 'Read the report' }).click()
      await expect(page.getByRole('alert')).toContainText(word)
      if (javaScript) await expectNoAxeViolations(page)
    }
  })
}

test('a report with no section on what must improve is confirmed with none', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Grace Holloway')
  await page.goto('/inspections/new')
  await page
    .getByLabel('The report', { exact: true })
    .setInputFiles('seeds/sample-reports/calderwick-ilacs-2024.pdf')
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByText('no section on what must improve').first()).toBeVisible()
  await page.getByRole('button', { name: 'Confirm with no recommendations' }).click()
  await expect(page).toHaveURL(/\/inspections\/\d+$/)
  await expect(page.getByText('This report has no section on what must improve.')).toBeVisible()
})

test('a pasted news text is proposed sentence by sentence, to be confirmed one by one', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Grace Holloway')
  await page.goto('/inspections/new')
  await page
    .getByLabel(/Or paste its text/)
    .fill(
      'Inspectors rated children’s services in Norham good.\n\nIn order to improve, Norham should make sure that plans are written with families. The timeliness of visits to children should also be improved.',
    )
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the report says')
  await expect(page.getByText('Needs you').first()).toBeVisible()
  await expect(page.locator('mark').first()).toBeVisible()
})
