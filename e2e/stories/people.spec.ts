import { expect, expectNoAxeViolations, signIn, test } from '../fixtures'

const password = 'three brown hens sing'

test('Priya invites a colleague, who chooses a password, comes in, and is later suspended', async ({
  signedInAs,
  asNobody,
}) => {
  const priya = await signedInAs('Priya Nair')
  await priya.goto('/admin/people')
  await priya.getByRole('link', { name: 'Invite a person' }).click()

  // A form with something missing says what to do and keeps the rest.
  await priya.getByLabel('Name').fill('Tom Ellery')
  await priya.getByRole('button', { name: 'Make the invitation' }).click()
  await expect(priya.getByRole('alert')).toContainText('Choose at least one role.')
  await expect(priya.getByLabel('Name')).toHaveValue('Tom Ellery')
  await expectNoAxeViolations(priya)

  await priya.getByLabel('Email address').fill('Tom.Ellery@westmarsh.example')
  await priya.getByLabel('Job title').fill('QA lead')
  await priya.getByLabel('Manager').check()
  await priya.getByRole('button', { name: 'Make the invitation' }).click()
  await expect(priya.getByText('It is shown only once.')).toBeVisible()
  await expectNoAxeViolations(priya)
  const link = await priya.getByRole('main').locator('code').innerText()

  const tom = await asNobody()
  await tom.goto(link)
  await expect(tom.getByRole('heading', { name: 'Welcome, Tom Ellery' })).toBeVisible()
  await expectNoAxeViolations(tom)
  await tom.getByLabel('New password', { exact: true }).fill('Password1234')
  await tom.getByLabel('New password once more').fill('Password1234')
  await tom.getByRole('button', { name: 'Choose this password' }).click()
  await expect(tom.getByRole('alert')).toContainText('one of the first that others would try')
  await tom.getByLabel('New password', { exact: true }).fill(password)
  await tom.getByLabel('New password once more').fill(password)
  await tom.getByRole('button', { name: 'Choose this password' }).click()
  await tom.waitForURL((url) => url.pathname === '/')

  await tom.goto('/account')
  await expect(tom.getByRole('main')).toContainText('tom.ellery@westmarsh.example')
  await expect(tom.getByRole('main')).toContainText('QA lead')

  const again = await asNobody()
  await again.goto(link)
  await expect(again.getByRole('main')).toContainText('This invitation has been used already.')

  await priya.goto('/admin/people')
  await priya.getByRole('link', { name: 'Tom Ellery' }).click()
  await priya.getByRole('link', { name: 'Suspend Tom Ellery' }).click()
  await priya.getByLabel('Why').fill('Left the council')
  await priya.getByRole('button', { name: 'Suspend Tom Ellery' }).click()
  await expect(priya.getByRole('main')).toContainText('Suspended since 20 Nov 2026')

  await tom.goto('/account')
  await expect(tom.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await tom.getByLabel('Email address').fill('tom.ellery@westmarsh.example')
  await tom.getByLabel('Password').fill(password)
  await tom.getByRole('button', { name: 'Sign in' }).click()
  await expect(tom.getByRole('alert')).toContainText('The email address or the password is wrong.')

  await priya.getByRole('link', { name: 'In the audit trail' }).click()
  const trail = priya.getByRole('table')
  await expect(trail).toContainText('Suspended: Tom Ellery')
  await expect(trail).toContainText('Chose a password by their link: Tom Ellery')
  await priya.getByText('Details').first().click()
  await expect(trail).toContainText('Reason: Left the council')
  await expectNoAxeViolations(priya)
})

test('a link that nobody was given says so', async ({ asNobody }) => {
  const page = await asNobody()
  await page.goto('/invitations/no-such-link')
  await expect(page.getByRole('heading', { name: 'This link does not open' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('ask your administrator for a new link')
})

test('changing a password signs a person out everywhere but here', async ({
  signedInAs,
  asNobody,
  database,
}) => {
  const priya = await signedInAs('Priya Nair')
  await priya.goto('/admin/people/new')
  await priya.getByLabel('Name').fill('Una Byrne')
  await priya.getByLabel('Email address').fill('una.byrne@westmarsh.example')
  await priya.getByLabel('Observer').check()
  await priya.getByRole('button', { name: 'Make the invitation' }).click()
  const una = await asNobody()
  await una.goto(await priya.getByRole('main').locator('code').innerText())
  await una.getByLabel('New password', { exact: true }).fill(password)
  await una.getByLabel('New password once more').fill(password)
  await una.getByRole('button', { name: 'Choose this password' }).click()
  await una.waitForURL((url) => url.pathname === '/')
  const elsewhere = await asNobody()
  await signIn(elsewhere.context(), database, 'una.byrne@westmarsh.example')
  await elsewhere.goto('/account')

  await una.goto('/account/password')
  await una.getByLabel('Password you have now').fill(password)
  await una.getByLabel('New password', { exact: true }).fill('a kettle in the harbour')
  await una.getByLabel('New password once more').fill('a kettle in the harbour')
  await una.getByRole('button', { name: 'Change my password' }).click()
  await expect(una.getByRole('main')).toContainText('Your password is changed.')
  await elsewhere.goto('/account')
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('an observer who goes to a page for administrators is told plainly, and signed in still', async ({
  signedInAs,
}) => {
  const daniel = await signedInAs('Daniel Reeve')
  await daniel.goto('/admin/people')
  await expect(daniel.getByRole('heading', { name: 'There is nothing here for you' })).toBeVisible()
  await expectNoAxeViolations(daniel)
  await daniel.getByRole('link', { name: 'Go to my work' }).click()
  expect(new URL(daniel.url()).pathname).toBe('/')
})
