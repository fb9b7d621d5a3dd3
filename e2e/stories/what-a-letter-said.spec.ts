/**
 * Grace brings the letter of a visit and a news item: she says of each statement what it means, and it
 * stands with the recommendation from then on; an action cites a paragraph of the report.
 */
import { letterOfTheFifthVisit } from '../../seeds/scenarios/westmarsh/letter-of-the-fifth-visit'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

const variants = [
  { how: 'with JavaScript', javaScript: true, days: '4 to 5 May 2021', says: '4 to 5 May 2021' },
  {
    how: 'without JavaScript',
    javaScript: false,
    days: '8 to 9 June 2021',
    says: '8 to 9 June 2021',
  },
]

for (const { how, javaScript, days, says } of variants) {
  test(`what a visit said stands with the recommendation that it spoke of, ${how}`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs('Grace Holloway', { javaScript })
    await page.goto('/inspections/new')
    await page.getByLabel('Paste its text').fill(letterOfTheFifthVisit(days))
    await page.getByRole('button', { name: 'Read the report' }).click()

    const slow = page.getByRole('article').filter({ hasText: 'number of unallocated children' })
    await expect(slow).toContainText('Too slow')
    await expect(slow.getByRole('checkbox').first()).toBeChecked()
    await expect(slow).toContainText('Both')
    if (javaScript) await expectNoAxeViolations(page)
    await expectNoSidewaysScrolling(page)

    // Nothing chosen: the page says what to do, and nothing is lost.
    const vague = page.getByRole('article').filter({ hasText: 'pace of change is still too slow' })
    for (const box of await vague.getByRole('checkbox').all()) await box.uncheck()
    await vague.getByRole('button', { name: 'Accept' }).click()
    await expect(page.getByRole('alert')).toContainText('Choose the recommendation')
    await vague.getByRole('button', { name: 'Set aside' }).click()
    await expect(page.getByText('1 statement set aside')).toBeVisible()

    await slow.getByRole('button', { name: 'Accept' }).click()
    await expect(slow).toContainText('Accepted')
    await page.getByLabel('Date the report was received').fill('2021-07-01')
    await page.getByRole('button', { name: 'Confirm with no recommendations' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Monitoring visit of Westmarsh',
    )
    const said = page.getByRole('region', { name: 'What it said of earlier recommendations' })
    await expect(said.getByRole('listitem')).toHaveCount(1)
    await said.getByRole('link').first().click()
    const visits = page.getByRole('region', { name: 'What visits said of it' })
    await expect(visits).toContainText(`Monitoring visit, ${says}`)
    await expect(visits).toContainText('has been too slow')
    if (javaScript) await expectNoAxeViolations(page)
  })
}

const news = `Eastmere leaders keep high standards, Ofsted said, rating the council as ‘outstanding’.

The experiences and progress of children who need help and protection were rated good.

Social workers stay, and their assessments are thoughtful and clear.

To do better still, the clarity of letters to parents should also be improved.`

test('a news item is gone through by the keyboard alone', async ({ signedInAs }) => {
  const page = await signedInAs('Grace Holloway')
  await page.goto('/inspections/new')
  await page.getByLabel('Paste its text').fill(news)
  await page.getByRole('button', { name: 'Read the report' }).click()
  await expect(page.getByText('Turn the keys off')).toBeVisible()
  const address = page.url()
  const article = (words: string) => page.getByRole('article').filter({ hasText: words })
  const goTo = async (words: string) => {
    await page.goto(address)
    await expect(page.getByText('Turn the keys off')).toBeVisible()
    for (let at = 0; at < 12; at++) {
      await page.keyboard.press('j')
      if (await article(words).evaluate((one) => one === document.activeElement)) return
    }
    throw new Error(`J never came to “${words}”`)
  }

  await goTo('letters to parents')
  await page.keyboard.press('s')
  await expect(page.getByLabel('Where to cut it')).toBeFocused()
  await goTo('letters to parents')
  await page.keyboard.press('e')
  await expect(page.getByLabel('Words of the report')).toBeFocused()
  await goTo('letters to parents')
  await page.keyboard.press('Enter')
  await expect(article('letters to parents')).toContainText('Accepted')

  await goTo('their assessments are thoughtful')
  await page.keyboard.press('Enter')
  await expect(article('their assessments are thoughtful')).toContainText('Accepted')
  await goTo('help and protection were rated good')
  await page.keyboard.press('x')
  await expect(page.getByText('1 statement set aside')).toBeVisible()
  await expectNoAxeViolations(page)
})

for (const javaScript of [true, false]) {
  test(`an action cites paragraph ${javaScript ? 12 : 13} of the report, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    signedInAs,
  }) => {
    const number = javaScript ? '12' : '13'
    const page = await signedInAs('Grace Holloway', { javaScript })
    await page.goto(javaScript ? '/actions/5' : '/actions/6')
    await page.getByRole('link', { name: 'Cite a finding' }).click()
    await page.getByLabel('Paragraph number or words').fill(`para ${number}`)
    await page.getByRole('button', { name: 'Look' }).click()
    await page
      .getByRole('button', { name: `Cite paragraph ${number}` })
      .first()
      .click()
    const why = page.getByRole('region', { name: 'Why' })
    await expect(why).toContainText('It also rests on')
    await expect(page.getByRole('region', { name: 'History' })).toContainText(
      `Grace Holloway cited paragraph ${number}`,
    )
    if (javaScript) await expectNoAxeViolations(page)
    await why.getByRole('link', { name: `paragraph ${number}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Findings')
    await expect(page.getByRole('listitem').filter({ hasText: 'Cited in' })).not.toHaveCount(0)
    await page.goBack()
    await why.getByRole('button', { name: 'Cite it no longer' }).click()
    await expect(page.getByRole('region', { name: 'History' })).toContainText('no longer cites')
  })
}
