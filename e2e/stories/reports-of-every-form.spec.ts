/** Grace brings a Word document and a report of 300 pages, and goes through items by the keyboard alone. */
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { longPdf } from '../../seeds/sample-reports/faulty'
import { expect, test } from '../fixtures'

test('a Word document is read and quoted', async ({ signedInAs }) => {
  const words = (text: string) => new Paragraph(text)
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
  const report = new Document({
    sections: [
      {
        children: [
          heading('Inspection of Sedgeley local authority children’s services'),
          words('Inspection dates: 8 to 19 June 2026'),
          words('Lead inspector: Ann Holt, His Majesty’s Inspector'),
          heading('What needs to improve?'),
          new Paragraph({ text: 'The timeliness of visits to children.', bullet: { level: 0 } }),
          new Paragraph({ text: 'The quality of written plans.', bullet: { level: 0 } }),
        ],
      },
    ],
  })
  const page = await signedInAs('Grace Holloway')
  await page.goto('/inspections/new')
  await page.getByLabel('The report', { exact: true }).setInputFiles({
    name: 'report.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await Packer.toBuffer(report),
  })
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByRole('heading', { name: '2 recommendations' })).toBeVisible()
  await expect(page.locator('mark').first()).toContainText('The timeliness of visits')
})

test('a report of 300 pages is read', async ({ signedInAs }) => {
  const page = await signedInAs('Grace Holloway')
  await page.goto('/inspections/new')
  await page.getByLabel('The report', { exact: true }).setInputFiles({
    name: 'long.pdf',
    mimeType: 'application/pdf',
    buffer: await longPdf(),
  })
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the report says', {
    timeout: 40_000,
  })
})

test('the items are gone through by keys alone', async ({ signedInAs }) => {
  const page = await signedInAs('Grace Holloway')
  await page.goto('/inspections/new')
  await page
    .getByLabel('The report', { exact: true })
    .setInputFiles('seeds/sample-reports/norham-ilacs-2026.pdf')
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByText('Turn the keys off')).toBeVisible()
  const address = page.url()
  const item = (at: number) => page.getByRole('article').nth(at)

  await page.keyboard.press('j')
  await expect(item(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(item(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(item(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(item(0)).toContainText('Accepted')
  await page.goto(address)
  await expect(page.getByText('Turn the keys off')).toBeVisible()
  await page.keyboard.press('j')
  await expect(item(0)).toBeFocused()
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Edit item/)
  await page.goto(address)
  await expect(page.getByText('Turn the keys off')).toBeVisible()
  await page.keyboard.press('j')
  await expect(item(0)).toBeFocused()
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { name: '3 recommendations' })).toBeVisible()
})
