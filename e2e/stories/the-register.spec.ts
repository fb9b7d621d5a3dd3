/** A manager finds, keeps and changes what matters in the register; with and without a script. */
import { expect, expectNoAxeViolations, test } from '../fixtures'

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with a script' : 'without a script'

  test(`Grace narrows the plan, takes a filter away and saves the view, ${how}`, async ({
    signedInAs,
  }) => {
    const grace = await signedInAs('Grace Holloway', { javaScript })
    await grace.goto('/actions')
    const rows = grace.getByRole('table', { name: 'Actions' }).getByRole('rowheader')
    await expect(rows.first()).toBeVisible()
    const all = await rows.count()
    await grace.getByLabel('BRAG', { exact: true }).selectOption({ label: 'Off track' })
    await grace.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(grace).toHaveURL(/brag=off-track/)
    await expect.poll(() => rows.count()).toBeLessThan(all)
    if (javaScript) await expectNoAxeViolations(grace)

    // a head sorts, and says so
    await grace.getByRole('link', { name: 'Owner', exact: true }).click()
    await expect(grace.getByRole('columnheader', { name: 'Owner' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await grace.getByRole('link', { name: 'Save this view' }).click()
    await grace.getByRole('button', { name: 'Save the view' }).click()
    await expect(grace.getByText('Give the view a name.').first()).toBeVisible()
    await grace.getByLabel('Name of the view').fill(`Red, by owner, ${how}`)
    await grace.getByRole('button', { name: 'Save the view' }).click()
    await expect(grace).toHaveURL(/\/actions\/views\/\d+$/)
    await expect(grace.getByRole('heading', { level: 1 })).toHaveText(`Red, by owner, ${how}`)

    await grace.getByRole('link', { name: /BRAG: Off track.*take away/ }).click()
    // another story may have added an action meanwhile
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(all)
  })

  test(`Grace asks the owners of two actions for an update, and sees first what it does, ${how}`, async ({
    signedInAs,
  }) => {
    const grace = await signedInAs('Grace Holloway', { javaScript })
    await grace.goto('/actions?status=on-track&sort=ref')
    const boxes = grace.getByRole('checkbox', { name: /^Choose A/ })
    const at = javaScript ? 0 : 2
    await boxes.nth(at).check()
    await boxes.nth(at + 1).check()
    await grace.getByRole('button', { name: 'Ask for an update' }).click()
    await expect(grace.getByText('2 actions chosen.')).toBeVisible()
    await grace.getByLabel('By when').fill('2026-11-27')
    await grace.getByRole('button', { name: 'Show what it would do' }).click()
    await expect(grace.getByText(/is asked, by 27 November 2026/)).toHaveCount(2)
    if (javaScript) await expectNoAxeViolations(grace)
    await grace.getByRole('button', { name: 'Ask for 2 updates by 27 November 2026' }).click()
    await expect(grace).toHaveURL(/\/actions\?id=/)

    // asked once, they are not asked twice, and nothing is done while anything is refused
    await grace.goto('/actions?status=on-track&sort=ref')
    await boxes.nth(at).check()
    await grace.getByRole('button', { name: 'Ask for an update' }).click()
    await grace.getByRole('button', { name: 'Show what it would do' }).click()
    await expect(grace.getByText(/was asked already/)).toBeVisible()
    await expect(grace.getByRole('button', { name: /^Ask for 0 updates/ })).toBeDisabled()
  })

  test(`words are looked for, and shown where they stand, ${how}`, async ({ signedInAs }) => {
    const grace = await signedInAs('Grace Holloway', { javaScript })
    await grace.goto('/actions')
    await grace.getByRole('searchbox', { name: 'Words' }).fill('supervision')
    await grace.getByRole('searchbox', { name: 'Words' }).press('Enter')
    await expect(grace.locator('mark').first()).toContainText(/supervis/i)
    await grace.getByRole('searchbox', { name: 'Words' }).fill('the of')
    await grace.getByRole('searchbox', { name: 'Words' }).press('Enter')
    await expect(grace.getByText('“the of” is in every text or in none')).toBeVisible()
  })
}

test('Daniel, who changes nothing, takes away the two actions that he chooses', async ({
  signedInAs,
}) => {
  const daniel = await signedInAs('Daniel Reeve', { javaScript: false })
  await daniel.goto('/actions?sort=ref')
  const boxes = daniel.getByRole('checkbox', { name: /^Choose A/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await expect(daniel.getByRole('button', { name: 'Ask for an update' })).toHaveCount(0)
  const taken = daniel.waitForEvent('download')
  await daniel.getByRole('button', { name: 'Export' }).click()
  const file = await taken
  expect(file.suggestedFilename()).toMatch(/^Plan .*\.xlsx$/)
  expect(new URL(file.url()).searchParams.getAll('id')).toHaveLength(2)
})

test('Grace goes through the plan by the keyboard alone', async ({ signedInAs }) => {
  const grace = await signedInAs('Grace Holloway')
  const { keyboard } = grace
  const focused = grace.locator(':focus')
  await grace.goto('/actions')
  await expect(grace.getByText('Turn the keys off')).toBeVisible()
  await keyboard.press('/')
  await expect(grace.getByRole('searchbox', { name: 'Words' })).toBeFocused()
  // where a field has the cursor, a key writes what it always writes
  await keyboard.type('audit j/x')
  await expect(focused).toHaveValue('audit j/x')
  await keyboard.press('/')
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('audit')
  await keyboard.press('Enter')
  await expect(grace).toHaveURL(/q=audit/)

  await expect(grace.getByText('Turn the keys off')).toBeVisible()
  const links = grace
    .getByRole('rowheader')
    .getByRole('link')
    .filter({ hasNotText: /^R\d+$/ })
  const boxes = grace.getByRole('checkbox', { name: /^Choose A/ })
  await keyboard.press('j')
  await expect(links.first()).toBeFocused()
  await keyboard.press('j')
  await keyboard.press('x')
  await expect(boxes.nth(1)).toBeChecked()
  await keyboard.press('k')
  await keyboard.press('x')
  await expect(boxes.first()).toBeChecked()
  // the box itself takes the space bar
  await keyboard.press('Shift+Tab')
  await expect(boxes.first()).toBeFocused()
  await keyboard.press('Space')
  await expect(boxes.first()).not.toBeChecked()
  await keyboard.press('b')
  await expect(focused).toHaveText('Give to somebody')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(grace).toHaveURL(/\/actions\/bulk\/team\?/)
  await expect(grace.getByText('1 action chosen.')).toBeVisible()

  await grace.goBack()
  await expect(grace.getByText('Turn the keys off')).toBeVisible()
  await grace.getByRole('columnheader', { name: 'Owner' }).getByRole('link').focus()
  await keyboard.press('Enter')
  await expect(grace).toHaveURL(/sort=owner/)
  await expect(grace.getByText('Turn the keys off')).toBeVisible()
  await keyboard.press('j')
  const title = await focused.textContent()
  await keyboard.press('Enter')
  await expect(grace.getByRole('heading', { level: 1 })).toHaveText(title!)

  // turned off, they do nothing, here and on the next page
  await grace.goto('/actions')
  await grace.getByText('Turn the keys off').press('Enter')
  await grace.reload()
  await expect(grace.getByText('Turn the keys on')).toBeVisible()
  await keyboard.press('/')
  await expect(grace.getByRole('searchbox', { name: 'Words' })).not.toBeFocused()
})

test('Grace gives an action a team and a theme, and finds it by them', async ({ signedInAs }) => {
  const grace = await signedInAs('Grace Holloway')
  await grace.goto('/actions/new')
  await grace.getByLabel('What will be done').fill('Ask leavers what helped')
  await grace.getByLabel('Theme').fill('Voice of care leavers')
  const team = grace.getByLabel('Team', { exact: false }).and(grace.locator('select'))
  await team.selectOption({ index: 1 })
  await expectNoAxeViolations(grace)
  await grace.getByRole('button', { name: 'Add the action' }).click()
  const named = grace.getByRole('link', { name: 'Voice of care leavers' })
  await expect(named).toBeVisible()
  await named.click()
  await expect(grace.getByText('Theme: Voice of care leavers')).toBeVisible()
  await expect(grace.getByRole('rowheader')).toHaveCount(1)
})

test('the dates of the plan stand on a line and in a table, and a wait is said on the action', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Holloway')
  await grace.goto('/actions/timeline')
  await expectNoAxeViolations(grace)
  await grace.getByText('The same as a table').click()
  const names = grace.getByRole('table', { name: 'Dates of actions' }).getByRole('rowheader')
  const refs = (await names.allTextContents()).map((text) => /A\d+/.exec(text)![0])
  // what is open stands first, by its date
  const [soon, later] = [refs[0]!, refs[5]!]
  await grace.goto(`/actions/${soon.slice(1)}/dependencies`)
  await grace.getByLabel('Reference of the action to wait for').fill(soon)
  await grace.getByRole('button', { name: 'Wait for it' }).click()
  await expect(grace.getByText('An action cannot wait for itself.').first()).toBeVisible()
  await grace.getByLabel('Reference of the action to wait for').fill(later)
  await grace.getByRole('button', { name: 'Wait for it' }).click()
  await expect(grace.getByRole('button', { name: `Take away ${later}` })).toBeVisible()
  await expectNoAxeViolations(grace)
  await grace.goto('/actions/timeline')
  await expect(
    grace.getByText(new RegExp(`^${soon} is due .* waits for ${later}`)).first(),
  ).toBeVisible()
})
