/** Somebody leaves or is away: what is theirs goes to somebody who says yes, or to a deputy for a time. */
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '../fixtures'

const note = 'The count of core groups is not begun. Ask Callum for the 25 he read.'

/** axe needs JavaScript, so a browser that has it looks at what one without was shown. */
async function expectNoAxeViolationsFor(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expectNoAxeViolations(page)
}

/** Leaves ticked only what this page says is called so. */
async function tickOnly(page: Page, name: string): Promise<void> {
  const ticked = page.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  await page.getByRole('checkbox', { name, exact: true }).check()
}

test('Grace finds who is only a name in the plan and hands an action of theirs to Joy, who accepts without JavaScript', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Holloway')
  await grace.goto('/')
  await grace.getByRole('link', { name: 'Who carries it' }).click()
  await expect(grace.getByRole('heading', { level: 1 })).toHaveText('Who carries the plan')
  await expect(grace.getByText(/of \d+ owners carry \d+ % of the open actions/)).toBeVisible()
  await expectNoAxeViolations(grace)
  const phantom = grace.locator('#phantoms li').filter({ hasText: 'Lucy Hart' })
  await expect(phantom).toContainText('Left on')
  await phantom.getByRole('link', { name: /Hand over what is theirs/ }).click()

  await expect(grace.getByRole('heading', { level: 1 })).toHaveText('What is Lucy Hart’s')
  await expect(grace.getByText('Waits for Owen Bevan to accept')).toBeVisible()
  await grace
    .getByLabel('Who takes over')
    .selectOption({ label: 'Joy Okafor, Team manager, Assessment North' })
  await grace.getByRole('button', { name: 'Show what can go to them' }).click()
  // What the rules refuse cannot be ticked, and says why.
  const waiting = grace.getByRole('checkbox', { name: /Introduce the new worker/ })
  await expect(waiting).toBeDisabled()
  await expect(waiting).toHaveAccessibleDescription(
    'Stays Owen Bevan is asked to accept it and has not answered.',
  )
  await expectNoAxeViolations(grace)
  await grace.getByRole('button', { name: 'Hand over to Joy Okafor' }).click()
  await expect(grace.getByRole('alert')).toContainText('Say what the new owner should know.')
  await expect(grace.getByRole('checkbox', { name: /Let core groups/ })).toBeChecked()
  await grace.getByRole('textbox', { name: 'Note' }).fill(note)
  await grace.getByRole('button', { name: 'Hand over to Joy Okafor' }).click()
  await expect(grace.getByText('Waits for Joy Okafor to accept')).toBeVisible()

  await grace
    .getByRole('link', { name: /^A\d+$/ })
    .last()
    .click()
  await expect(grace.locator('#who')).toContainText('Until then nobody answers for it')

  const joy = await signedInAs('Joy Okafor', { javaScript: false })
  await joy.goto('/')
  const offer = joy
    .locator('#offers > ul > li')
    .filter({ hasText: 'Let core groups change the plan' })
  await expect(offer).toContainText(note)
  await expectNoAxeViolationsFor(await signedInAs('Joy Okafor'), '/')
  await offer.getByRole('button', { name: /Accept/ }).click()
  const who = joy.locator('#who')
  await expect(who).toContainText('Joy Okafor since 20 November 2026')
  await expect(who).toContainText('Lucy Hart until 20 November 2026')
  await expect(who).toContainText(note)
  await expect(joy.locator('#history')).toContainText(
    'Joy Okafor accepted it from Lucy Hart, as Grace Holloway had asked.',
  )
  await expectNoAxeViolationsFor(grace, new URL(joy.url()).pathname)
})

test('Joy declines with a reason, and Grace sees that it still lies where it lay', async ({
  signedInAs,
}) => {
  const title = 'Agree who rings the school'
  const grace = await signedInAs('Grace Holloway')
  await grace.goto('/actions/new')
  await grace.getByLabel('What will be done').first().fill(title)
  await grace
    .getByLabel('Owner', { exact: false })
    .first()
    .selectOption({ label: 'Amara Osei, Social worker' })
  await grace.getByRole('button', { name: 'Add the action' }).click()
  await expect(grace.getByRole('heading', { level: 1 })).toHaveText(title)
  const action = new URL(grace.url()).pathname
  await grace.locator('#who').getByRole('link', { name: 'Hand over' }).click()
  await grace
    .getByLabel('Who takes over')
    .selectOption({ label: 'Joy Okafor, Team manager, Assessment North' })
  await grace.getByRole('button', { name: 'Show what can go to them' }).click()
  await tickOnly(grace, title)
  await grace.getByRole('textbox', { name: 'Note' }).fill('Both schools know of it.')
  await grace.getByRole('button', { name: 'Hand over to Joy Okafor' }).click()
  await grace.goto(action)
  await expect(grace.locator('#who')).toContainText('Until then Amara Osei answers for it.')

  const joy = await signedInAs('Joy Okafor', { javaScript: false })
  await joy.goto('/')
  const offer = joy.locator('#offers > ul > li').filter({ hasText: title })
  await offer.getByRole('link', { name: /Decline/ }).click()
  await expect(joy.getByRole('heading', { level: 1 })).toHaveText('Will you take this over?')
  await expectNoAxeViolationsFor(await signedInAs('Joy Okafor'), new URL(joy.url()).pathname)
  await joy.getByRole('button', { name: 'Decline' }).click()
  await expect(joy.getByRole('alert')).toContainText('Say why you decline.')
  await joy.getByLabel('Why').fill('I have three already.')
  await joy.getByRole('button', { name: 'Decline' }).click()
  await expect(joy.locator('#who')).toContainText('Amara Osei')
  await expect(joy.locator('#history')).toContainText(
    'Joy Okafor declined to take it over from Amara Osei, because: I have three already.',
  )

  await grace.goto('/actions/owners')
  await expect(grace.locator('#declined')).toContainText('Joy Okafor said: “I have three already.”')
})

test('Joy is asked for two measures of Dinesh’s, which stay with him until she accepts both on her phone without JavaScript', async ({
  signedInAs,
  database,
}) => {
  const [one, other] = ['Referrals within twelve months of another', 'Audits graded good or better']
  const { rows } = await database.query<{ id: number }>(
    "select id from people where name = 'Dinesh Patel'",
  )
  const grace = await signedInAs('Grace Holloway')
  await grace.goto(`/people/${rows[0]!.id}/hand-over`)
  await grace
    .getByLabel('Who takes over')
    .selectOption({ label: 'Joy Okafor, Team manager, Assessment North' })
  await grace.getByRole('button', { name: 'Show what can go to them' }).click()
  await expect(grace.getByRole('button', { name: 'Hand over to Joy Okafor' })).toBeVisible()
  await tickOnly(grace, one)
  await grace.getByRole('checkbox', { name: other, exact: true }).check()
  await grace.getByRole('textbox', { name: 'Note' }).fill('Both come from the new system.')
  await grace.getByRole('button', { name: 'Hand over to Joy Okafor' }).click()
  await expect(grace.getByText('Waits for Joy Okafor to accept')).toHaveCount(2)

  const joy = await signedInAs('Joy Okafor', { javaScript: false })
  await joy.setViewportSize({ width: 360, height: 780 })
  await joy.goto('/')
  const offer = joy.locator('#offers > ul > li').filter({ hasText: one })
  await expect(offer).toContainText('from Dinesh Patel, asked by Grace Holloway')
  await expectNoAxeViolationsFor(await signedInAs('Joy Okafor'), '/')
  await offer.getByRole('link', { name: one, exact: true }).click()
  await expect(joy.getByRole('heading', { level: 1 })).toHaveText(one)
  await expect(joy.getByText('Handed to Joy Okafor, not yet accepted')).toBeVisible()
  const measure = new URL(joy.url()).pathname
  await joy.getByRole('link', { name: 'Hand-over to Joy Okafor' }).click()
  await expect(joy.getByRole('heading', { level: 1 })).toHaveText('Will you take this over?')
  await expect(joy.getByText('It stays with Dinesh Patel')).toBeVisible()
  await expectNoAxeViolationsFor(await signedInAs('Joy Okafor'), new URL(joy.url()).pathname)

  await joy.goto('/')
  await offer.getByRole('button', { name: 'Accept all 2' }).click()
  await expect(joy.locator('#asked')).toBeVisible()
  await expect(offer).toHaveCount(0)
  await joy.goto(measure)
  await expect(joy.getByText(/Before: Dinesh Patel, until 20 November 2026/)).toBeVisible()
  await expect(joy.getByText('not yet accepted')).toHaveCount(0)
})

test('Amara names a deputy on her phone; what is asked of her stands in Joy’s work until she is back', async ({
  signedInAs,
}) => {
  const amara = await signedInAs('Amara Osei', { javaScript: false })
  await amara.setViewportSize({ width: 360, height: 780 })
  await amara.goto('/account')
  await amara.getByRole('link', { name: 'When I am away' }).click()
  await amara.getByLabel('First day away').fill('2026-11-27')
  await amara.getByLabel('Last day away').fill('2026-11-20')
  await amara
    .getByLabel('Who stands in')
    .selectOption({ label: 'Joy Okafor, Team manager, Assessment North' })
  await amara.getByRole('button', { name: 'Name the deputy' }).click()
  await expect(amara.getByRole('alert')).toContainText(
    'The last day away cannot come before the first.',
  )
  await expect(amara.getByLabel('First day away')).toHaveValue('2026-11-27')
  await amara.getByLabel('First day away').fill('2026-11-20')
  await amara.getByLabel('Last day away').fill('2026-11-27')
  await amara.getByRole('button', { name: 'Name the deputy' }).click()
  await expect(amara.getByText('20 November 2026 to 27 November 2026')).toBeVisible()
  await expectNoAxeViolationsFor(await signedInAs('Amara Osei'), new URL(amara.url()).pathname)

  const joy = await signedInAs('Joy Okafor')
  await joy.goto('/')
  const forAmara = joy.locator('#asked li').filter({ hasText: 'for Amara Osei, who is away' })
  await expect(forAmara.first()).toBeVisible()
  await expectNoAxeViolations(joy)

  await amara.getByRole('button', { name: /I am back/ }).click()
  await expect(amara.getByText('called off')).toBeVisible()
  await joy.reload()
  await expect(forAmara).toHaveCount(0)
})

test('Priya moves a team with all that is below it, and never below itself', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Nair')
  await priya.goto('/admin/teams')
  await priya.getByRole('link', { name: 'Children in care' }).click()
  const places = priya.getByLabel('Part of')
  await expect(places.getByRole('option', { name: /Leaving care/ })).toHaveCount(0)
  await places.selectOption({ label: 'Children’s leadership › Family safeguarding' })
  await priya.getByRole('button', { name: 'Save changes' }).click()
  await expect(
    priya.getByRole('row', { name: /Family safeguarding › Children in care › Leaving care/ }),
  ).toBeVisible()
  await expectNoAxeViolations(priya)
  await priya.getByRole('link', { name: 'Children in care' }).click()
  await places.selectOption({ label: 'Children’s leadership' })
  await priya.getByRole('button', { name: 'Save changes' }).click()
})
