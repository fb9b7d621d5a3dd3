/**
 * How a council sets what decides a colour, and keeps its dates honest: a table is tried on the plan
 * before it counts, a stated colour stands beside the derived one, every move of a date can be read.
 * Told with JavaScript, where every page is also held to WCAG, and without.
 */
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

const told = [
  { how: 'with JavaScript', javaScript: true, mark: 'J', board: '2027-03-03' },
  { how: 'without JavaScript', javaScript: false, mark: 'N', board: '2027-03-04' },
]

// One table for the whole council: one after the other.
test.describe.configure({ mode: 'serial' })

for (const { how, javaScript, mark, board } of told) {
  test(`colours, dates and what the plan lacks, ${how}`, async ({ signedInAs }) => {
    test.setTimeout(180_000)
    const looksRight = (page: Page) => (javaScript ? expectNoAxeViolations(page) : undefined)
    const title = `Ask families what they were told (${mark})`
    let action = ''

    await test.step('1. Grace plans an action whose outcome is an activity, and is asked about it', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto('/actions/new')
      await page.getByLabel('What will be done').first().fill(title)
      await page.getByLabel('Outcome for children').fill('Review the letters to families')
      await page.getByLabel('Due date').fill('2027-03-12')
      await page.getByRole('button', { name: 'Add the action' }).click()
      await expect(page).toHaveURL(/\/actions\/\d+$/)
      action = new URL(page.url()).pathname

      await page.goto('/')
      await page.getByRole('link', { name: 'Everything to look at' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the plan lacks')
      await looksRight(page)
      await page.getByRole('link', { name: /^Outcomes that say what is done \(\d+\)$/ }).click()
      const note = page.getByRole('listitem').filter({ hasText: title })
      await expect(note).toContainText('“Review the letters to families” says what will be done.')
      await note.getByRole('link').first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    })

    await test.step('2. Helen tries a table on the plan, is told of an idle row, and saves it', async () => {
      const page = await signedInAs('Helen Marsh', { javaScript })
      await page.goto('/admin/ratings')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ratings')
      await looksRight(page)
      await page.getByRole('link', { name: 'Change the table' }).click()
      await looksRight(page)

      await page.getByRole('button', { name: 'Add a row' }).click()
      await expect(page.getByRole('status')).toContainText('Nothing is saved yet.')
      await page.getByLabel('Row 10', { exact: true }).selectOption('at-risk')
      await page.locator('#row-10').getByLabel('More days late than').fill('many')
      await page.getByRole('button', { name: 'Try it on the plan' }).first().click()
      const wrong = 'Row 10: Give a whole number of days, 0 or more, or leave it empty.'
      await expect(page.getByRole('alert').getByText(wrong)).toBeVisible()
      await expect(page.locator('#row-10').getByLabel('More days late than')).toHaveValue('many')
      await looksRight(page)
      await page.locator('#row-10').getByLabel('More days late than').fill('400')
      await page.getByRole('button', { name: 'Try it on the plan' }).first().click()
      await expect(page.getByText(/Row 10 can never decide:/)).toBeVisible()
      await expect(page.getByRole('status')).toContainText(/^None of \d+ actions? would change/)
      await looksRight(page)

      // What is not started becomes at risk.
      await page.getByRole('button', { name: 'Take row 10 away' }).click()
      await page.getByLabel('Row 5', { exact: true }).selectOption('at-risk')
      await page.getByRole('button', { name: 'Try it on the plan' }).first().click()
      await expect(page.getByRole('status')).toContainText(/\d+ of \d+ actions would change/)
      await expect(page.getByRole('row').filter({ hasText: title })).toContainText(
        /Not started.*At risk.*Row 5: Delivery is “not started”/s,
      )
      await expectNoSidewaysScrolling(page)
      await page.getByRole('button', { name: 'Save this table' }).click()
      await expect(page.getByRole('alert')).toContainText('Say why the table changes.')
      await page.getByLabel('Why the table changes').fill(`The board asked for it (${mark}).`)
      await page.getByRole('button', { name: 'Save this table' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ratings')
      await expect(page.getByText(`“The board asked for it (${mark}).”`)).toBeVisible()
      await looksRight(page)

      await page.goto(action)
      await expect(page.locator('#colour')).toContainText('At risk')
      await expect(page.locator('#colour')).toContainText('Row 5 of the table')
    })

    await test.step('3. She states another colour until a day, and both stay in sight', async () => {
      const page = await signedInAs('Helen Marsh', { javaScript })
      await page.goto(action)
      await page.getByRole('link', { name: 'State another colour' }).click()
      await looksRight(page)
      await page.getByRole('radio', { name: 'On track', exact: true }).check()
      const last = page.getByLabel('Last day on which it holds')
      await last.fill((await last.getAttribute('max')) ?? '')
      await page.getByRole('button', { name: 'State this colour' }).click()
      await expect(page.getByRole('alert')).toContainText('Say why the table is wrong')
      await expect(page.getByRole('radio', { name: 'On track', exact: true })).toBeChecked()
      await looksRight(page)
      await page.getByLabel('Why the table is wrong').fill('It begins with the spring term.')
      await page.getByRole('button', { name: 'State this colour' }).click()
      const colour = page.locator('#colour')
      await expect(colour).toContainText(
        /Stated by Helen Marsh until .*On track.*Derived:.*At risk/,
      )
      await expect(colour).toContainText('so “at risk” counts')
      await expect(page.locator('#history')).toContainText('Helen Marsh stated another colour')
      await looksRight(page)

      await page.goto('/readiness')
      await expect(page.locator('#stated-colours').getByText(title)).toBeVisible()
      await looksRight(page)

      await page.goto(action)
      await page.getByRole('link', { name: 'End the stated colour' }).click()
      await looksRight(page)
      await page.getByRole('button', { name: 'End it now' }).click()
      await expect(page.locator('#colour')).not.toContainText('Stated by')
      await expect(page.locator('#history')).toContainText('ended the stated colour “on track”')
    })

    await test.step('4. Waymark’s own table is put back', async () => {
      const page = await signedInAs('Priya Nair', { javaScript })
      await page.goto('/admin/ratings/table')
      await page.getByRole('button', { name: 'Start from Waymark’s own table' }).click()
      await page.waitForURL(/#rows$/, { waitUntil: 'load' })
      await expect(page.getByLabel('Row 10, the last')).toBeVisible()
      await page.getByRole('button', { name: 'Try it on the plan' }).first().click()
      await page.getByLabel('Why the table changes').fill('Back to what it was.')
      await page.getByRole('button', { name: 'Save this table' }).click()
      await page.goto(action)
      await expect(page.locator('#colour')).toContainText('Not started')
    })

    await test.step('5. Grace adds a board meeting; a date that moves is listed since a day', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto('/visits')
      await page.getByRole('link', { name: 'Add a board meeting' }).click()
      await looksRight(page)
      await page.getByLabel('Name of the meeting').fill(`Improvement board (${mark})`)
      await page.getByLabel('Day of the meeting').fill(board)
      await page.getByRole('button', { name: 'Add the meeting' }).click()
      await expect(page.locator('#boards')).toContainText(`Improvement board (${mark})`)
      await looksRight(page)

      await page.goto(`${action}/due-date`)
      await page.getByLabel('New date').fill('2027-03-26')
      await page.getByLabel('Why the date must change').fill(`The printer is late (${mark}).`)
      await page.getByRole('button', { name: 'Ask for this date' }).click()
      await page.goto('/actions/moves?since=2026-11-01')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dates that moved')
      const row = page.getByRole('row').filter({ hasText: `The printer is late (${mark}).` })
      await expect(row).toContainText('12 Mar 2027 → 26 Mar 2027')
      await expect(row).toContainText('14 days later')
      await looksRight(page)
      await expectNoSidewaysScrolling(page)
    })

    await test.step('6. Helen sets how far a date may move', async () => {
      const page = await signedInAs('Helen Marsh', { javaScript })
      await page.goto('/admin/ratings/dates')
      await looksRight(page)
      const days = page.getByLabel('Working days after the original date')
      const [now, next] = (await days.inputValue()) === '20' ? ['20', '25'] : ['25', '20']
      await days.fill('far')
      await page.getByLabel('Why the limits change').fill('Nearer visits.')
      await page.getByRole('button', { name: 'Set the limits' }).click()
      await expect(page.getByRole('alert')).toContainText('Give working days from 0 to 250')
      await expect(page.getByLabel('Why the limits change')).toHaveValue('Nearer visits.')
      await days.fill(next!)
      await page.getByRole('button', { name: 'Set the limits' }).click()
      await expect(page.locator('#dates')).toContainText(`more than ${next} working days`)

      await page.goto('/admin/ratings/dates')
      await days.fill(now!)
      await page.getByLabel('Why the limits change').fill('As before.')
      await page.getByRole('button', { name: 'Set the limits' }).click()
      await expect(page.locator('#dates')).toContainText(`more than ${now} working days`)
    })
  })
}
