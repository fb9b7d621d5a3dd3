/**
 * A leader looks at the plan as it stood before an action changed hands: readiness, the register and the
 * action with the owner it had then, and goes back to today. Told with JavaScript, where every page is also
 * held to WCAG, and without.
 */
import type { Page } from '@playwright/test'
import { fullDate, longDate, type CalendarDate } from '../../app/domain/time/calendar-date'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from '../fixtures'

interface Found {
  day: CalendarDate
  id: number
  title: string
  was: string
  is: string
  due: CalendarDate
}

/** The day before an action went to somebody else, and who owned it then; its date may have moved too. */
const changedSince = `
  select (timezone('Europe/London', h.superseded_at)::date - 1)::text as day,
         a.id, a.title, before.name as was, now.name as is, h.due_on::text as due
    from history.actions h
    join actions a on a.id = h.id and a.owner_id <> h.owner_id and a.title = h.title
    join people before on before.id = h.owner_id
    join people now on now.id = a.owner_id
   where timezone('Europe/London', h.recorded_at)::date < timezone('Europe/London', h.superseded_at)::date
     and h.due_on is not null
   order by h.due_on is distinct from a.due_on desc, a.id, h.superseded_at limit 1`

for (const { how, javaScript } of [
  { how: 'with JavaScript', javaScript: true },
  { how: 'without JavaScript', javaScript: false },
]) {
  test(`the plan as it stood before an action changed hands, ${how}`, async ({
    signedInAs,
    database,
  }) => {
    const { day, id, title, was, is, due } = (await database.query<Found>(changedSince)).rows[0]!
    const looksRight = async (page: Page) => {
      if (javaScript) await expectNoAxeViolations(page)
    }
    const page = await signedInAs('Helen Marsh', { javaScript })
    const banner = page.getByRole('complementary', { name: 'A past day' })

    await test.step('1. Helen asks for readiness as at that day', async () => {
      await page.goto('/readiness')
      await expect(banner).toHaveCount(0)
      await page.getByText('See the plan as at…').click()
      await page.getByLabel('Day', { exact: true }).fill(day)
      await page.getByRole('button', { name: 'See it' }).click()
      await expect(page).toHaveURL(`/readiness?on=${day}`)
      await expect(banner).toContainText(
        `The plan as it stood on ${fullDate(day)}. Nothing can be changed here.`,
      )
      await expect(page.getByText(`As at ${fullDate(day)}`)).toBeVisible()
      await looksRight(page)
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoSidewaysScrolling(page)
      await page.setViewportSize({ width: 1280, height: 900 })
    })

    await test.step('2. She goes on to the plan of that day, and narrows it', async () => {
      await page.getByRole('link', { name: 'Plan', exact: true }).click()
      await expect(page).toHaveURL(`/actions?on=${day}`)
      await expect(banner).toBeVisible()
      await page.getByRole('searchbox', { name: 'Words' }).fill(title)
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`[?&]on=${day}`))
      await expect(page.getByRole('link', { name: 'Add an action' })).toHaveCount(0)
      // what is chosen can be taken away as it was then, and not be changed
      await expect(page.getByRole('button', { name: 'Give to somebody' })).toHaveCount(0)
      await looksRight(page)
    })

    await test.step('3. She finds who owned an action then, and its date, and nothing to change', async () => {
      await expect(page).toHaveURL(/[?&]q=/)
      await page.locator(`a[href^="/actions/${id}?"]`).first().click()
      await expect(page).toHaveURL(`/actions/${id}?on=${day}`)
      await expect(page.getByRole('region', { name: 'Who' })).toContainText(was)
      await expect(page.getByRole('main')).toContainText(longDate(due))
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
      await expect(page.getByRole('link', { name: /^(Edit|Add|Sign off|Hand over)/ })).toHaveCount(
        0,
      )
      await looksRight(page)
    })

    await test.step('4. A day that is not there is told with the way on', async () => {
      await page.goto(`/actions/${id}?on=1999-12-31`)
      await expect(page.getByRole('main')).toContainText('the plan begins on')
      await looksRight(page)
      await page.getByLabel('See it as at another day').fill(day)
      await page.getByRole('button', { name: 'See it' }).click()
      await expect(page).toHaveURL(`/actions/${id}?on=${day}`)
    })

    await test.step('5. What was not in the plan yet says so, and today is one step away', async () => {
      const newer = await database.query<{ id: number }>(
        'select max(id) as id from actions where recorded_at > $1::date + 1',
        [day],
      )
      const since = `/actions/${newer.rows[0]!.id}`
      expect((await page.goto(`${since}?on=${day}`))!.status()).toBe(404)
      await expect(page.getByRole('main')).toContainText('it was not in the plan on that day')
      await looksRight(page)
      await page.getByRole('link', { name: 'Back to today' }).click()
      await expect(page).toHaveURL(since)
      await expect(page.getByRole('main')).not.toContainText('nothing here for you')
      await page.goto(`/actions/${id}?on=${day}`)
    })

    await test.step('6. She goes back to today, where somebody else owns it', async () => {
      await page.getByRole('link', { name: 'Back to today' }).click()
      await expect(page).toHaveURL(`/actions/${id}`)
      await expect(banner).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'Who' }).getByText(is).first()).toBeVisible()
    })
  })
}
