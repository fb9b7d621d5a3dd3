/**
 * A second report says again what the first one said. Grace confirms it pair by pair, links one that
 * nobody saw, and takes one back; Helen sees how often the council was told and what was done in
 * between, and Daniel reads it. Told with JavaScript, where every page is also held to WCAG, and without.
 */
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

const told = [
  { how: 'with JavaScript', javaScript: true, council: 'Ashmoor' },
  { how: 'without JavaScript', javaScript: false, council: 'Birchdale' },
]

const report = (council: string, days: string, items: readonly string[]) =>
  `${council} Borough Council
Inspection of local authority children’s services
Inspection dates: ${days}
Lead inspector: Jo Bright, His Majesty’s Inspector

What needs to improve?
${items.map((item) => `• ${item}`).join('\n')}
`

const in2021 = [
  'The number of changes of social worker that children have to live with.',
  'The quality of supervision of foster carers.',
  'How quickly families hear who will help them.',
]
const in2026 = [
  'The stability of the workforce, so that children keep the same social worker.',
  'The quality and frequency of supervision of social workers.',
  'The time that parents wait before anybody rings.',
]

async function bringIn(page: Page, text: string): Promise<string> {
  await page.goto('/inspections/new')
  await page.getByLabel('Or paste its text').fill(text)
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByRole('heading', { name: '3 recommendations' })).toBeVisible()
  for (const article of await page.getByRole('article').all()) {
    const area = article.getByLabel(/Judgement area/)
    if ((await area.inputValue()) !== '') continue
    await area.selectOption({ index: 1 })
    await article.getByRole('button', { name: /Accept/ }).click()
    // the page comes back with what was chosen
    await page.waitForURL(/#item-/)
    await expect(area).not.toHaveValue('')
  }
  await page.getByRole('button', { name: 'Confirm 3 recommendations' }).click()
  await expect(page).toHaveURL(/\/inspections\/\d+$/)
  return new URL(page.url()).pathname
}

for (const { how, javaScript, council } of told) {
  test(`what was told before is told again, ${how}`, async ({ signedInAs }) => {
    test.setTimeout(180_000)
    const looksRight = (page: Page) => (javaScript ? expectNoAxeViolations(page) : undefined)
    let inspection = ''
    let workforce = ''

    await test.step('1. Grace brings in two reports, and the second asks what was said before', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      const first = await bringIn(page, report(council, '1 March 2021 to 12 March 2021', in2021))
      await page.goto(first)
      await expect(page.getByRole('heading', { name: 'Said before?' })).toHaveCount(0)
      inspection = await bringIn(page, report(council, '8 June 2026 to 19 June 2026', in2026))

      const section = page.getByRole('region', { name: 'Said before?' })
      await expect(section.getByText('2 left to decide')).toBeVisible()
      const pair = section.getByRole('article').first()
      await expect(pair).toContainText(in2021[0]!)
      await expect(pair).toContainText(in2026[0]!)
      await expect(pair).toContainText('ILACS inspection, 2021')
      await expect(pair).toContainText('Both speak of a stable workforce.')
      await expect(pair.locator('mark')).not.toHaveCount(0)
      await looksRight(page)
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoSidewaysScrolling(page)
      await page.setViewportSize({ width: 1280, height: 800 })
    })

    await test.step('2. she confirms one with the keyboard and says that another is something else', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto(inspection)
      const section = page.getByRole('region', { name: 'Said before?' })
      await section
        .getByRole('button', { name: /It says the same again/ })
        .first()
        .focus()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`${inspection}#said-before`)
      await expect(section.getByText('1 left to decide')).toBeVisible()
      await expect(section).toContainText('Decided so far: 1 says the same again.')
      await section.getByRole('button', { name: /It is something else/ }).click()
      await expect(section).toContainText('1 says the same again, 1 is something else')
      await expect(section.getByRole('article')).toHaveCount(0)
      await expect(page.getByText('Told again (2nd time)')).toBeVisible()
      await looksRight(page)
    })

    await test.step('3. she links what Waymark did not see, and takes it back', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto(inspection)
      await page
        .getByRole('row', { name: new RegExp(in2026[2]!) })
        .getByRole('link', { name: /^R\d+$/ })
        .click()
      await page.getByRole('link', { name: 'Was this said before?' }).click()
      await looksRight(page)
      const byHand = page.getByRole('region', { name: 'What you know yourself' })
      await byHand.getByRole('button', { name: 'It says the same again' }).click()
      await expect(page.getByRole('alert')).toContainText('Choose an earlier recommendation.')
      await looksRight(page)
      const choice = byHand.locator('option', { hasText: in2021[2]! })
      await byHand
        .getByLabel('An earlier recommendation that it says again')
        .selectOption((await choice.getAttribute('value'))!)
      await byHand.getByRole('button', { name: 'It says the same again' }).click()
      const decided = page.getByRole('region', { name: 'What was decided' })
      await expect(decided).toContainText('It says this again.')
      await expect(decided).toContainText('Grace Holloway, 20 November 2026')
      await looksRight(page)
      await decided.getByRole('button', { name: /Take this back/ }).click()
      await expect(page.getByRole('heading', { name: 'What was decided' })).toHaveCount(0)
    })

    await test.step('4. Helen sees how often it was told and what was done in between', async () => {
      const page = await signedInAs('Helen Marsh', { javaScript })
      await page.goto(inspection)
      await expect(page.getByRole('heading', { name: 'Said before?' })).toHaveCount(0)
      await page
        .getByRole('row', { name: new RegExp(in2026[0]!) })
        .getByRole('link', { name: /^R\d+$/ })
        .click()
      workforce = new URL(page.url()).pathname
      const thread = page.getByRole('region', { name: 'Told in 2021 and again in 2026' })
      await expect(thread).toContainText(in2021[0]!)
      await expect(thread).toContainText('No action was planned for it.')
      await expect(page.getByRole('link', { name: 'What repeats what' })).toHaveCount(0)
      await looksRight(page)
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoSidewaysScrolling(page)
    })

    await test.step('5. Daniel reads what the council was told again, and can change nothing', async () => {
      const page = await signedInAs('Daniel Reeve', { javaScript })
      await page.goto('/recommendations')
      await page.getByLabel('How often').selectOption('again')
      await page.getByRole('button', { name: 'Show these' }).click()
      await expect(page).toHaveURL(/told=again/)
      const those = page.locator(inspection.replace('/inspections/', '#inspection-'))
      await expect(those).toContainText(in2026[0]!)
      await expect(those).not.toContainText(in2026[1]!)
      await looksRight(page)

      // What Westmarsh was told in 2015, said to have done, and was told again.
      await page
        .getByRole('row', { name: /The frequency and quality of management oversight/ })
        .getByRole('link', { name: /^R\d+$/ })
        .click()
      const thread = page.getByRole('region', { name: 'Told in 2015 and again in 2019' })
      await expect(thread).toContainText(
        'The one action for it was delivered on 24 June 2016, and it was told again.',
      )
      await expect(thread).toContainText('A leader has signed: made no difference.')
      await expect(thread.getByRole('link', { name: 'Supervision policy of 2016' })).toBeVisible()
      await looksRight(page)

      const answer = await page.goto(`${workforce}/repeats`)
      expect(answer?.status()).toBe(404)
    })

    await test.step('6. Priya reads in the audit trail who said so', async () => {
      const page = await signedInAs('Priya Nair', { javaScript })
      await page.goto('/admin/audit?kind=recommendation')
      await expect(page.getByText('Said to say an earlier one again').first()).toBeVisible()
      await expect(page.getByText('Decision about an earlier one taken back').first()).toBeVisible()
      // what changed unfolds below each event
      await expect(page.getByText(in2021[0]!).first()).toBeAttached()
    })
  })
}
