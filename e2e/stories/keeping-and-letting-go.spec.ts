/**
 * What is let go: a request that cannot be met is taken back, evidence past its time is deleted by two
 * people, and an administrator takes out what one person wrote and did.
 */
import { readFile } from 'node:fs/promises'
import { filesInZip } from '../../app/testing/zip'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

const telephone = { width: 360, height: 780 }

for (const javaScript of [true, false]) {
  test(`a request that somebody cannot meet is taken back, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    signedInAs,
    database,
  }) => {
    const { rows } = await database.query<{ id: number }>(
      'select max(id) as id from actions where delivered_on is null',
    )
    const what = `Notes of a team meeting, ${javaScript ? 'first' : 'second'}`
    const grace = await signedInAs('Grace Holloway', { javaScript })
    await grace.goto(`/actions/${rows[0]!.id}/requests/new`)
    await grace.getByLabel('What you need').fill(what)
    const whom = grace.getByLabel('Who should bring it')
    const joysOption = whom.getByRole('option', { name: 'Joy Okafor' })
    await whom.selectOption((await joysOption.getAttribute('value')) ?? '')
    await grace.getByRole('button', { name: 'Ask for it' }).click()
    await expect(grace.getByText(what).first()).toBeVisible()

    const joy = await signedInAs('Joy Okafor', { javaScript })
    await joy.setViewportSize(telephone)
    await joy.goto('/')
    const card = joy.getByRole('listitem').filter({ hasText: what }).first()
    await card.getByRole('link', { name: 'I cannot bring it' }).click()
    await joy.getByRole('radio', { name: 'I cannot bring it' }).check()
    await joy.getByRole('button', { name: 'Save' }).click()
    await expect(joy.getByRole('alert')).toContainText('Say why you cannot bring it')
    await expect(joy.getByRole('radio', { name: 'I cannot bring it' })).toBeChecked()
    if (javaScript) await expectNoAxeViolations(joy)
    await expectNoSidewaysScrolling(joy)
    await joy.getByLabel('Why').fill('The team was merged in spring.')
    await joy.getByRole('button', { name: 'Save' }).click()
    await expect(joy.getByText('You cannot bring it')).toBeVisible()
    await joy.goto('/')
    await expect(joy.getByRole('link', { name: `I cannot bring it: ${what}` })).toHaveCount(0)

    await grace.goto('/')
    const refused = grace.getByRole('listitem').filter({ hasText: what })
    await expect(refused).toContainText('Joy Okafor: “The team was merged in spring.”')
    await refused.getByRole('link', { name: what }).click()
    await grace.getByLabel('Why').fill('The minutes of the new team show it.')
    await grace.getByRole('button', { name: 'Take it back' }).click()
    await expect(grace.getByText('It was taken back')).toBeVisible()
    await expect(grace.getByText('Grace Holloway took it back')).toBeVisible()
    if (javaScript) await expectNoAxeViolations(grace)
  })
}

test('evidence past its time is listed, and two people let it go', async ({ signedInAs }) => {
  const grace = await signedInAs('Grace Holloway')
  await grace.setViewportSize(telephone)
  await grace.goto('/evidence')
  const gaps = grace.getByRole('region', { name: 'Gaps' })
  await gaps.getByRole('link', { name: 'Kept past its time' }).click()
  const title = 'Posts filled, April 2016 to March 2017'
  await expectNoAxeViolations(grace)
  await expectNoSidewaysScrolling(grace)
  await grace.getByRole('link', { name: title }).click()
  await expect(grace.getByText('Its time was over on 31 March 2023.')).toBeVisible()
  await grace.getByRole('link', { name: 'Delete it, or keep it from being deleted' }).click()
  await expectNoAxeViolations(grace)
  await grace.getByRole('radio', { name: 'Propose to delete it' }).check()
  await grace.getByLabel('Why').fill('Its time is over.')
  await grace.getByRole('button', { name: 'Save' }).click()
  await expect(grace.getByText('Grace Holloway proposed to delete it')).toBeVisible()

  const helen = await signedInAs('Helen Marsh')
  await helen.goto('/evidence?gap=past-its-time')
  await helen.getByRole('link', { name: title }).click()
  await helen.getByRole('link', { name: 'Delete it, or keep it from being deleted' }).click()
  await helen.getByRole('radio', { name: 'Confirm: delete it for good' }).check()
  await helen.getByRole('button', { name: 'Save' }).click()
  await expect(helen.getByRole('heading', { level: 1 })).toHaveText('Deleted evidence')
  await helen.goto('/evidence?gap=past-its-time')
  await expect(helen.getByRole('link', { name: title })).toHaveCount(0)
})

test('an administrator takes out what one person wrote and did, and the trail tells it', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Nair')
  await priya.setViewportSize(telephone)
  await priya.goto('/admin/people')
  await priya.getByRole('link', { name: 'Amara Osei' }).click()
  await priya.getByRole('link', { name: 'Export what they wrote and did' }).click()
  await expectNoAxeViolations(priya)
  await expectNoSidewaysScrolling(priya)
  await priya.getByRole('button', { name: 'Export it' }).click()
  await expect(priya.getByRole('alert')).toContainText('Say for which request')
  await priya.getByLabel('For which request').fill('Her letter of this month.')
  const downloading = priya.waitForEvent('download')
  await priya.getByRole('button', { name: 'Export it' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^What Amara Osei wrote and did [\d-]+\.zip$/)
  const files = await filesInZip(await readFile(await download.path()))
  expect(files.get('people.csv')).toContain('amara.osei@westmarsh.example')
  expect(files.get('evidence.csv')!.split('\r\n').length).toBeGreaterThan(2)
  expect(files.get('read-me.txt')).toContain('Not in it:')
  expect([...files.keys()].filter((name) => name.startsWith('files/')).length).toBeGreaterThan(0)

  await priya.goto('/admin/audit')
  await expect(priya.getByText('What they wrote and did exported').first()).toBeVisible()
})
