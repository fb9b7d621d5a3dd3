/**
 * Grace prepares a visit: what is to be made ready, what inspectors will ask and what we answer; Amara does
 * what stands on her name; the letter comes and closes the visit.
 */
import { letterOfTheFifthVisit } from '../../seeds/scenarios/westmarsh/letter-of-the-fifth-visit'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

const variants = [
  { how: 'with JavaScript', javaScript: true, on: '2020-10-06', days: '6 October 2020' },
  { how: 'without JavaScript', javaScript: false, on: '2020-10-13', days: '13 October 2020' },
]

for (const { how, javaScript, on, days } of variants) {
  test(`a visit is prepared, and closed by its letter, ${how}`, async ({ signedInAs }) => {
    const page = await signedInAs('Grace Holloway', { javaScript })
    await page.goto('/visits/new')
    const inspection = page.getByLabel('Inspection it follows')
    const of2019 = await inspection.locator('option', { hasText: '2019' }).first().textContent()
    await inspection.selectOption({ label: of2019! })
    await page.getByLabel('First day it may begin').fill('2010-01-04')
    await page.getByRole('button', { name: 'Plan the visit' }).click()
    await expect(page.getByRole('alert')).toContainText('A visit comes after its inspection')
    await page.getByLabel('First day it may begin').fill(on)
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Plan the visit' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Monitoring visit expected')
    const address = page.url()

    await page.getByRole('link', { name: 'Add to the checklist' }).click()
    await page.getByLabel('What is to be made ready').fill(`Print the records, ${how}`)
    await page.getByLabel('Who sees to it').selectOption({ label: 'Amara Osei, Social worker' })
    await page.getByRole('button', { name: 'Add it' }).click()
    const amara = await signedInAs('Amara Osei', { javaScript })
    await amara.goto('/')
    const card = amara.getByRole('listitem').filter({ hasText: `Print the records, ${how}` })
    await card.getByRole('link', { name: 'Go to the checklist' }).click()
    const checklist = amara.getByRole('region', { name: /Checklist/ })
    await checklist.getByRole('button', { name: 'Done' }).click()
    await expect(checklist).toContainText('1 of 1 done')
    await expect(checklist).toContainText('Amara Osei said so')

    await page.goto(address)
    await page.getByRole('link', { name: 'Add a key line' }).click()
    await page.getByLabel('Question').fill('Why do children wait?')
    await page.getByLabel('What we know').fill('Nine wait.')
    await page.getByRole('button', { name: 'Add the key line' }).click()
    await expect(page.getByRole('region', { name: 'Key lines of enquiry' })).toContainText(
      'Nine wait.',
    )
    await expect(
      page.getByRole('region', { name: 'What a leader would have to answer' }),
    ).not.toBeEmpty()
    if (javaScript) await expectNoAxeViolations(page)
    await expectNoSidewaysScrolling(page)

    await page.getByRole('link', { name: 'Add it' }).click()
    await page.getByLabel('Paste its text').fill(letterOfTheFifthVisit(days))
    await page.getByRole('button', { name: 'Read the letter' }).click()
    const slow = page.getByRole('article').filter({ hasText: 'number of unallocated children' })
    await slow.getByRole('button', { name: 'Accept' }).click()
    await page.getByLabel('Date the report was received').fill('2020-11-02')
    await page.getByRole('button', { name: 'Confirm with no recommendations' }).click()

    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Monitoring visit of ${days}`)
    const said = page.getByRole('region', { name: 'What inspectors said' })
    await expect(said).toContainText('Too slow')
    await expect(said).toContainText('Closed on')
    if (javaScript) await expectNoAxeViolations(page)
  })
}
