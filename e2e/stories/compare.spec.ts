import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with scripts' : 'without scripts'

  test(`A leader compares the fourth visit with today, sees first what got worse and follows it to its cause, ${how}.`, async ({
    signedInAs,
    database,
  }) => {
    const visits = await database.query<{ held_to: string; kind: string }>(
      'select held_to::text, kind from visits where held_to is not null order by held_to',
    )
    const page = await signedInAs('Helen Marsh', { javaScript })
    await page.goto('/')
    const since = page.getByRole('region', { name: 'Since the last visit' })
    await expect(since).toBeVisible()
    await since.getByRole('link', { name: 'The comparison in full' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'What moved' })).toBeVisible()

    const fourth = visits.rows[3]!.held_to
    await page.getByText('Choose a visit or a board meeting').click()
    await page.locator(`a[href^="/compare?from=${fourth}&to="]`).first().click()
    await expect(page).toHaveURL(new RegExp(`from=${fourth}`))
    await expect(page.getByText('(the monitoring visit)')).toBeVisible()
    await expect(page.getByText('(today)')).toBeVisible()

    const headings = page.getByRole('main').getByRole('heading', { level: 2 })
    await expect(headings.first()).toHaveText(/^What got worse \(\d+\)$/)
    await expect(headings.nth(1)).toHaveText(/^What got better \(\d+\)$/)
    await expect(page.getByRole('row', { name: /^Delivered \d+ \d+/ })).toBeVisible()
    await expect(
      page.getByRole('img', { name: /^Of \d+ actions, \d+ delivered, \d+ assured/ }),
    ).toBeVisible()
    if (javaScript) {
      await expectNoAxeViolations(page)
      await expectNoSidewaysScrolling(page)
    }

    const worst = page
      .getByRole('region', { name: /^What got worse/ })
      .getByRole('listitem')
      .first()
      .getByRole('link')
      .first()
    const title = ((await worst.textContent()) ?? '').replace(/^\S+ /, '')
    await worst.click()
    await expect(page.getByRole('main')).toContainText(title.slice(0, 30))
  })
}

test('Two days that cannot be compared are answered in a sentence, and what was typed is kept.', async ({
  signedInAs,
}) => {
  const page = await signedInAs('Daniel Reeve', { javaScript: false })
  await page.goto('/compare?from=2001-01-01&to=2001-02-01')
  await expect(page.getByText(/of 1 January 2001 nothing is known/)).toBeVisible()
  await expect(page.getByLabel('From')).toHaveValue('2001-01-01')
  await page.goto('/compare?from=tomorrow')
  await expect(page.getByText('“tomorrow” is not a day.')).toBeVisible()
})
