/** Two managers edit one action at the same time: nothing of either is lost. */
import { expect, expectNoAxeViolations, test } from '../fixtures'

test('Grace and Joy edit one action: different fields are both kept, the same field is shown to the second', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Holloway')
  const joy = await signedInAs('Joy Okafor')
  await grace.goto('/actions/new')
  await grace.getByLabel('What will be done').first().fill('Agree who signs a hand-over')
  await grace.getByRole('button', { name: 'Add the action' }).click()
  await expect(grace).toHaveURL(/\/actions\/\d+$/)
  const edit = `${new URL(grace.url()).pathname}/edit`

  await grace.goto(edit)
  await joy.goto(edit)
  await grace.getByLabel('Outcome for children').fill('Children know who their worker is.')
  await grace.getByRole('button', { name: /Save/ }).click()
  await expect(grace.getByText('Children know who their worker is.').first()).toBeVisible()
  await joy.getByLabel('How success is measured').fill('Both workers sign in 9 of 10.')
  await joy.getByRole('button', { name: /Save/ }).click()
  await expect(joy.getByText('Children know who their worker is.').first()).toBeVisible()
  await expect(joy.getByText('Both workers sign in 9 of 10.').first()).toBeVisible()

  await grace.goto(edit)
  await joy.goto(edit)
  await grace.getByLabel('What will be done').first().fill('Agree who signs and when')
  await grace.getByRole('button', { name: /Save/ }).click()
  await expect(grace.getByRole('heading', { level: 1 })).toHaveText('Agree who signs and when')
  await joy.getByLabel('What will be done').first().fill('Agree who signs, with a deputy')
  await joy.getByRole('button', { name: /Save/ }).click()
  await expect(
    joy.getByRole('heading', { name: 'What changed while you were typing' }),
  ).toBeVisible()
  await expect(joy.getByText('Agree who signs and when').first()).toBeVisible()
  await expect(joy.getByLabel('What will be done').first()).toHaveValue(
    'Agree who signs, with a deputy',
  )
  await expectNoAxeViolations(joy)
  await joy.getByRole('button', { name: /Save/ }).click()
  await expect(joy.getByRole('heading', { level: 1 })).toHaveText('Agree who signs, with a deputy')
})
