/**
 * The whole story, as the people of Westmarsh live it: a report comes in, its recommendations become
 * actions, evidence is brought and judged, and a director and an adviser read where it stands. Told
 * with JavaScript, where every page is also held to WCAG, and without.
 */
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '../fixtures'

const told = [
  { how: 'with JavaScript', javaScript: true, mark: 'J' },
  { how: 'without JavaScript', javaScript: false, mark: 'N' },
]

for (const { how, javaScript, mark } of told) {
  test(`from a report to readiness, ${how}`, async ({ signedInAs }) => {
    test.setTimeout(240_000)
    const looksRight = (page: Page) => (javaScript ? expectNoAxeViolations(page) : undefined)
    const title = `Write down why a decision waited (${mark})`
    const evidence = `Two teams tried the form in November (${mark})`
    let inspection = ''
    let recommendation = ''
    let action = ''

    await test.step('1. Grace adds a report, puts right what was read, and confirms it', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto('/')
      if (await page.getByText('Menu', { exact: true }).isVisible())
        await page.getByText('Menu').click()
      await page.getByRole('link', { name: 'Inspections', exact: true }).first().click()
      await looksRight(page)
      await page.getByRole('link', { name: 'Add a report' }).click()
      await looksRight(page)
      await page
        .getByLabel('The report', { exact: true })
        .setInputFiles('seeds/sample-reports/norham-ilacs-2026.pdf')
      await page.getByRole('button', { name: 'Read the report' }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the report says')
      await expect(page.getByRole('heading', { name: '4 recommendations' })).toBeVisible()
      const first = page.getByRole('article').first()
      await expect(first).toContainText('The timeliness of decisions when children')
      await expect(first).toContainText('under “What needs to improve?”, page 1')
      await expect(page.locator('mark').first()).toContainText('The timeliness of decisions')
      await expect(page.getByText('about Norham, not Westmarsh')).toBeVisible()
      await expect(page.getByText('Amina Farrow').first()).toBeVisible()
      await looksRight(page)

      // Two items become one, and one again two.
      await page.getByRole('button', { name: /Merge item 1/ }).click()
      await expect(page.getByRole('heading', { name: '3 recommendations' })).toBeVisible()
      await page.getByRole('link', { name: /Split item 1/ }).click()
      await looksRight(page)
      const cut = page.getByLabel('Where to cut it')
      const words = await cut.inputValue()
      await cut.fill(words.replace(/\s+(?=The quality of family)/, '\n\n'))
      await page.getByRole('button', { name: 'Split it' }).click()
      await expect(page.getByRole('heading', { name: '4 recommendations' })).toBeVisible()

      // One is removed and restored, one is said in other words, one is added.
      await page.getByRole('button', { name: /Remove item 4/ }).click()
      await expect(page.getByRole('heading', { name: '3 recommendations' })).toBeVisible()
      // The address names the item, so without a script the browser itself opens the list it lies in,
      // some time after the page has come: a press in that moment closes it again.
      const restore = page.getByRole('button', { name: /Restore/ })
      await expect(async () => {
        if (!(await restore.isVisible())) await page.getByText('1 item removed').click()
        await expect(restore).toBeVisible({ timeout: 1_000 })
      }).toPass()
      await restore.click()
      await expect(page.getByRole('heading', { name: '4 recommendations' })).toBeVisible()

      await page.getByRole('link', { name: /Edit item 3/ }).click()
      await looksRight(page)
      await page
        .getByLabel('Words of the report')
        .fill('Managers must watch over missing children.')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      const third = page.getByRole('article').nth(2)
      await expect(third).toContainText('Reworded')
      await expect(third).toContainText('The consistency of management oversight')

      await page.getByRole('link', { name: 'Add one that is missing' }).click()
      await looksRight(page)
      await page
        .getByLabel('Words of the report')
        .fill('A few children are discussed for too long before somebody decides.')
      await page.getByLabel('Judgement area').selectOption({ index: 1 })
      await page.getByRole('button', { name: 'Add it' }).click()
      await expect(page.getByRole('heading', { name: '5 recommendations' })).toBeVisible()

      await page.getByRole('link', { name: 'Correct the details' }).click()
      await looksRight(page)
      await page.getByLabel('Council').fill(`Norham ${mark}`)
      await page.getByRole('button', { name: 'Save the details' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the report says')

      for (const article of await page.getByRole('article').all()) {
        const area = article.getByLabel(/Judgement area/)
        if ((await area.inputValue()) !== '') continue
        await area.selectOption({ index: 1 })
        await article.getByRole('button', { name: /Accept/ }).click()
        // the page comes back with what was accepted before the next one is read
        await expect(article.getByText('Accepted', { exact: true })).toBeVisible()
      }
      await page.getByLabel(/Date the report was received/).fill('2026-07-01')
      await page.getByRole('button', { name: 'Confirm 5 recommendations' }).click()
      await expect(page).toHaveURL(/\/inspections\/\d+$/)
      inspection = new URL(page.url()).pathname
    })

    await test.step('2. the inspection shows what is owed by when, and the date Ofsted stated', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto(inspection)
      await expect(page.getByText('12 August 2026').first()).toBeVisible()
      await expect(page.getByText('8 October 2026').first()).toBeVisible()
      await expect(
        page.getByText('The timeliness of decisions when children').first(),
      ).toBeVisible()
      await looksRight(page)
      await page.goto(`${inspection}/dates`)
      await looksRight(page)
      await page.getByLabel('Date that Ofsted’s letter states').last().fill('2026-10-09')
      await page.getByRole('button', { name: 'Save the dates' }).click()
      await expect(page).toHaveURL(inspection)
      await expect(page.getByText('9 October 2026').first()).toBeVisible()
      await expect(page.getByText('8 October 2026').first()).toBeVisible()
    })

    await test.step('3. from a recommendation she creates an action', async () => {
      const page = await signedInAs('Grace Holloway', { javaScript })
      await page.goto(inspection)
      await page
        .getByRole('row', { name: /The timeliness of decisions when children/ })
        .getByRole('link', { name: /^R\d+$/ })
        .click()
      recommendation = new URL(page.url()).pathname
      await expect(page.getByText('No action').first()).toBeVisible()
      await looksRight(page)
      await page
        .getByRole('link', { name: /Create an action/ })
        .first()
        .click()
      await expect(
        page.getByText('The timeliness of decisions when children').first(),
      ).toBeVisible()
      await looksRight(page)

      await page
        .getByLabel('Outcome for children')
        .fill('No child waits for a decision without a reason.')
      await page.getByRole('button', { name: 'Add the action' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expect(page.getByLabel('Outcome for children')).toHaveValue(/No child waits/)
      await looksRight(page)

      await page.getByLabel('What will be done').first().fill(title)
      await page.getByLabel('How success is measured').fill('Reasons recorded in 9 of 10 files.')
      await page
        .getByLabel('Owner')
        .selectOption({ label: await labelOf(page, 'Owner', 'Joy Okafor') })
      await page.getByLabel('Due date').fill('2026-12-18')
      await page.getByLabel('Milestone 1').fill('Form agreed')
      await page.getByLabel('By when').first().fill('2026-11-27')
      await page.getByRole('button', { name: 'Add the action' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      action = new URL(page.url()).pathname
      await expect(page.getByText('Friday 18 December 2026').first()).toBeVisible()

      await page.getByRole('link', { name: 'Ask for evidence' }).click()
      await looksRight(page)
      await page.getByLabel('What you need').fill(`What two teams made of the form (${mark})`)
      await page
        .getByLabel('Who should bring it')
        .selectOption({ label: await labelOf(page, 'Who should bring it', 'Amara Osei') })
      await page.getByLabel('By when').fill('2026-11-25')
      await page.getByRole('button', { name: 'Ask for it' }).click()
      await expect(page).toHaveURL(action)

      // An action can be in the plan without an owner or a date, and is shown so.
      await page.goto('/actions/new')
      await page.getByLabel('What will be done').first().fill(`Nobody’s yet (${mark})`)
      await page.getByRole('button', { name: 'Add the action' }).click()
      await expect(page.getByText('No owner').first()).toBeVisible()
      await expect(page.getByText('No date').first()).toBeVisible()
    })

    await test.step('4. Amara sees what is asked of her, says how it goes and adds evidence', async () => {
      const page = await signedInAs('Amara Osei', { javaScript })
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto('/')
      await expect(
        page.getByRole('heading', { name: `What two teams made of the form (${mark})` }),
      ).toBeVisible()
      await looksRight(page)
      await page.goto(action)
      await looksRight(page)
      await page.getByRole('link', { name: 'Add update' }).click()
      await looksRight(page)
      await page.getByRole('radio', { name: /On track/ }).check()
      await page.getByRole('radio', { name: /Fairly sure/i }).check()
      await page
        .getByLabel('What has happened, and what comes next')
        .fill('Two teams have tried it.')
      await page.getByRole('button', { name: 'Add the update' }).click()
      await expect(page.getByText('Two teams have tried it.')).toBeVisible()

      await page.goto(`${action}/evidence/new`)
      await looksRight(page)
      // Where scripts run, what was sent ahead of a form that was refused is offered again.
      const leaveAside = async () => {
        for (const box of await page.locator('input[name="uploads[]"]').all()) await box.uncheck()
      }
      await page
        .getByRole('radio', { name: new RegExp(`What two teams made of the form \\(${mark}`) })
        .check()
      await page.getByLabel('What it shows').fill(evidence)
      await page.getByText('Its kind, its period and more').click()
      await page.getByRole('radio', { name: /Case audit/ }).check()
      await page.getByLabel('Files').setInputFiles({
        name: 'try-out.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('MZ\u0090\0 this is a program that calls itself a document\0'),
      })
      await page.getByRole('button', { name: 'Add evidence' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expect(page.getByLabel('What it shows')).toHaveValue(evidence)
      await leaveAside()
      // Numbers made up for tests: the first is in the range that the NHS keeps for them.
      await page.getByLabel(/^File/).setInputFiles({
        name: 'try-out.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('team,child\nEast,999 000 0018\nWest,B801200005001\n'),
      })
      await page.getByRole('button', { name: 'Add evidence' }).click()
      // It is kept, for her alone, and she puts another in its place.
      await expect(page.getByText('Held: only you see this file')).toBeVisible()
      await expect(page.getByText('“••• ••• ••18” looks like an NHS number')).toBeVisible()
      await expect(
        page.getByText('“•••••••••••01” looks like a unique pupil number (UPN)'),
      ).toBeVisible()
      await looksRight(page)
      await page.getByLabel('File').setInputFiles({
        name: 'try-out.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('team,files,reasons recorded\nEast,6,5\nWest,6,6\n'),
      })
      await page.getByRole('button', { name: 'Add it in its place' }).click()
      await expect(page).toHaveURL(/\/(?:actions|evidence)\/\d+$/)
      await expect(page.getByText(evidence).first()).toBeVisible()
      await page.goto('/')
      await expect(
        page.getByRole('heading', { name: `What two teams made of the form (${mark})` }),
      ).toHaveCount(0)
    })

    await test.step('5. Grace, who did not add it, returns it, then accepts what is added anew', async () => {
      const grace = await signedInAs('Grace Holloway', { javaScript })
      await grace.goto(action)
      await grace
        .getByRole('link', { name: new RegExp('try-out|Two teams tried') })
        .first()
        .click()
      await looksRight(grace)
      const download = grace.waitForEvent('download')
      await grace.getByRole('link', { name: /try-out\.csv/ }).click()
      expect((await download).suggestedFilename()).toBe('try-out.csv')

      await grace.getByRole('radio', { name: /^Return/ }).check()
      await grace.getByRole('button', { name: 'Save judgement' }).click()
      await expect(grace.getByRole('alert')).toContainText('Say what is missing')
      await looksRight(grace)
      await grace.getByLabel('Why').fill('Which weeks does it cover?')
      await grace.getByRole('button', { name: 'Save judgement' }).click()
      await expect(grace.getByText('Which weeks does it cover?').first()).toBeVisible()

      const amara = await signedInAs('Amara Osei', { javaScript })
      await amara.goto('/')
      await expect(amara.getByText('Which weeks does it cover?').first()).toBeVisible()
      await amara
        .getByRole('listitem')
        .filter({ hasText: 'Which weeks does it cover?' })
        .getByRole('link', { name: /^Answer the question/ })
        .first()
        .click()
      await looksRight(amara)
      await expect(amara.getByRole('heading', { name: 'Grace Holloway asks' })).toBeVisible()
      await expect(amara.getByText('Which weeks does it cover?')).toBeVisible()
      await expect(amara.getByLabel('What it shows')).toHaveValue(evidence)
      await amara.getByLabel('Name').fill(`${evidence}, weeks 45 and 46`)
      await amara.getByLabel('What it shows').fill(`${evidence}, weeks 45 and 46`)
      await amara.getByLabel('Covers from').fill('2025-11-03')
      await amara.getByRole('button', { name: 'Save' }).click()
      // both ends of the period, or neither; what was typed stays
      await expect(amara.getByText('Give both the first and the last day').first()).toBeVisible()
      await amara.getByLabel('to', { exact: false }).last().fill('2025-11-16')
      await amara.getByRole('button', { name: 'Save' }).click()
      await expect(amara).toHaveURL(/\/evidence\/\d+$/)
      await expect(amara.getByText(`${evidence}, weeks 45 and 46`).first()).toBeVisible()

      await grace.goto(action)
      await grace
        .getByRole('link', { name: /weeks 45 and 46/ })
        .first()
        .click()
      await grace.getByRole('radio', { name: /^Accept/ }).check()
      await grace.getByRole('radio', { name: /^Output/ }).check()
      await grace.getByLabel(/^Out of how many/).fill('12')
      await grace.getByRole('button', { name: 'Save judgement' }).click()
      await expect(grace.getByText(/Accepted by Grace Holloway/)).toBeVisible()
    })

    await test.step('6. Helen reads what an inspector would still find', async () => {
      const page = await signedInAs('Helen Marsh', { javaScript })
      await page.goto('/readiness')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are we ready?')
      await expect(page.getByText(/in 11 working days/).first()).toBeVisible()
      await expect(page.getByText(/An inspector would still find/).first()).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Since the last visit' })).toBeVisible()
      for (const part of ['Delivery', 'Assurance', 'Impact']) {
        await expect(page.getByRole('columnheader', { name: part }).first()).toBeVisible()
      }
      await looksRight(page)
      const reference = recommendation.replace('/recommendations/', '#R')
      await page.locator(`a[href$="${reference}"]`).first().click()
      await expect(page.getByText(title).first()).toBeVisible()
      if (javaScript) expect((await page.pdf()).byteLength).toBeGreaterThan(10_000)
    })

    await test.step('7. Daniel reads the same and can change nothing', async () => {
      const page = await signedInAs('Daniel Reeve', { javaScript })
      await page.goto('/readiness')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are we ready?')
      await page.goto(action)
      await expect(page.getByText('Two teams have tried it.')).toBeVisible()
      for (const verb of [/^Add /, /^Edit/, /^Ask for/, /^Mark as/, /^Sign off/]) {
        await expect(page.locator('main').getByRole('link', { name: verb })).toHaveCount(0)
        await expect(page.locator('main').getByRole('button', { name: verb })).toHaveCount(0)
      }
      for (const address of [`${action}/edit`, `${action}/updates/new`, '/inspections/new']) {
        const answer = await page.goto(address)
        expect(answer?.status()).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          'There is nothing here for you',
        )
        await expect(page.getByRole('link', { name: 'Go to my work' })).toBeVisible()
      }
      await looksRight(page)
    })
  })
}

/** The whole text of the choice that names a person; choices also say what the person does. */
async function labelOf(page: Page, field: string, name: string): Promise<string> {
  const choice = page.getByLabel(field).locator('option', { hasText: name }).first()
  return (await choice.textContent()) ?? name
}
