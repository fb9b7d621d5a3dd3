import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

/** Fourteen months of which the last stands far out. */
const months = [
  ...['Sep 2025', 'Oct 2025', 'Nov 2025', 'Dec 2025', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
  ...['Apr 2026', 'May 2026', 'Jun 2026', 'Jul 2026', 'Aug 2026', 'Sep 2026', 'Oct 2026'],
]
const values = [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 40]
const pasted = (last: string) =>
  ['Month\tValue', ...months.map((month, at) => `${month}\t${at < 13 ? values[at] : last}`)].join(
    '\n',
  )

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with scripts' : 'without scripts'

  test(`A manager says what is measured, brings its figures and corrects one, ${how}.`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs('Grace Holloway', { javaScript })
    const name = `Children waiting for a visit, ${how}`
    await page.goto('/measures')
    await page.getByRole('link', { name: 'Add a measure' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.getByRole('button', { name: 'Add the measure' }).click()
    await expect(page.getByRole('alert')).toContainText('Say what exactly is counted')
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name)
    await page
      .getByLabel('What exactly is counted')
      .fill('Children whose visit is late on the last Friday.')
    await page.getByRole('radio', { name: /^Count/ }).check()
    await page.getByRole('radio', { name: 'Lower is better' }).check()
    await page.getByRole('button', { name: 'Add the measure' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

    // A cell is wrong: it is named, and everything that was pasted is still there.
    await page.getByRole('link', { name: 'Bring many at once' }).click()
    await page.getByLabel('Cells from a spreadsheet').fill(pasted('1,5'))
    await page.getByRole('button', { name: 'Show what would change' }).click()
    await expect(page.getByText('has a comma where a point belongs. Write 1.5.')).toBeVisible()
    await expect(page.getByLabel('Cells from a spreadsheet')).toHaveValue(pasted('1,5'))
    await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0)
    // axe itself is a script
    if (javaScript) await expectNoAxeViolations(page)

    await page.getByLabel('Cells from a spreadsheet').fill(pasted('40'))
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page.getByText('14 new, 0 corrections, 0 the same')).toBeVisible()
    await page.getByRole('button', { name: 'Save 14 figures' }).click()

    const chart = page.getByRole('img', { name: `${name} jumped in October 2026` })
    await expect(chart).toBeVisible()
    await expect(page.getByText('Moving the wrong way')).toBeVisible()
    await page.getByText('The 14 figures of the chart as a table').click()
    const october = page.getByRole('row', { name: /^October 2026/ })
    await expect(october).toContainText('Concern: above the upper limit')

    await october.getByRole('link', { name: 'Correct October 2026' }).click()
    await page.getByLabel('Figure (count)').fill('15')
    await page.getByRole('button', { name: 'Correct the figure' }).click()
    await expect(page.getByRole('alert')).toContainText('Say why it is corrected')
    await expect(page.getByLabel('Figure (count)')).toHaveValue('15')
    await page.getByLabel('Why it is corrected').fill('One team was counted three times.')
    await page.getByRole('button', { name: /^(Correct|Record) (the|a) figure/ }).click()
    await expect(
      page.getByRole('img', { name: `${name} showed no signal of change` }),
    ).toBeVisible()
    await page.getByText('The 14 figures of the chart as a table').click()
    await expect(page.getByRole('row', { name: /^October 2026/ })).toContainText(
      'One team was counted three times.',
    )
    await expect(page.getByRole('row', { name: /^October 2026/ })).toContainText('Before: 40')
    if (javaScript) await expectNoAxeViolations(page)
  })
}

test('A file is read as the cells that it holds, and a month that has not come is refused.', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Grace Holloway')
  await page.goto('/measures/figures')
  await page.getByLabel('Or a file').setInputFiles({
    name: 'scorecard.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Measure,Oct 2026,Dec 2026\nAgency social workers,29%,28%\n'),
  })
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(page.getByText(/December 2026 has not begun/)).toBeVisible()
  await expect(page.getByLabel('Cells from a spreadsheet')).toHaveValue(/Agency social workers/)
})

test('The worst measure stands first, and what is done without effect is said where it is done.', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Daniel Reeve')
  await page.goto('/measures')
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText('Moving the wrong way')
  await expect(page.getByRole('link', { name: 'Add a measure' })).toHaveCount(0)
  const section = page.getByRole('region', { name: 'Done but no effect yet' })
  await section.getByRole('link', { name: /Train every team in the practice model/ }).click()
  await expect(page.getByRole('region', { name: 'Measure', exact: true })).toContainText(
    'Done but no effect yet',
  )
  await page.getByRole('link', { name: /Child protection visits in time/ }).click()
  await expect(page.getByText('Practice model rolled out')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Record a figure' })).toHaveCount(0)
})

test('A leader begins the limits anew, and the decision stands beside the chart.', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Helen Marsh')
  await page.goto('/measures')
  await page.getByRole('link', { name: /Referrals within twelve months/ }).click()
  await page.getByRole('link', { name: 'Begin the limits anew' }).click()
  await page.getByRole('button', { name: 'Begin the limits anew' }).click()
  await expect(page.getByRole('alert')).toContainText('Say why the limits begin anew.')
  await page.getByLabel('From').selectOption('January 2025')
  await page.getByLabel('Why').fill('Contacts are counted apart from referrals since then.')
  await page.getByRole('button', { name: 'Begin the limits anew' }).click()
  await expect(page.getByText('Anew from January 2025.')).toBeVisible()
  await expectNoAxeViolations(page)
})

test('All figures of seven years read well on a phone and in forced colours.', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Daniel Reeve')
  await page.goto('/measures')
  await page.getByRole('link', { name: /Children without a social worker/ }).click()
  await page.getByRole('link', { name: /^Show all/ }).click()
  await expect(page.getByRole('link', { name: 'Show the last 24' })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 740 })
  await page.emulateMedia({ forcedColors: 'active' })
  await expectNoSidewaysScrolling(page)
  await expectNoAxeViolations(page)
})
