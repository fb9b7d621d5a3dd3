import type { Locator, Page } from '@playwright/test'
import type { Role } from '../app/domain/access/permissions'
import { expect, test } from './fixtures'
import { addressOf, type Row, rows } from './pages'
import { personFor } from './people'
import { routesOfTheBuild } from './routes'

// A form stands on the page that takes it, or on the one that its own address looks like.
const pages = (await routesOfTheBuild())
  .filter((route) => route.isPage)
  .flatMap((route) => rows.filter(({ path }) => path === route.path))
  .filter(
    ({ path, sends, looksLike }) =>
      !looksLike && (sends ?? rows.some((other) => other.looksLike === path)),
  )

/** Who is shown a page and may send its forms; undefined is nobody. */
function senderOf({ sees, sends }: Row): Role | undefined {
  if ('nobody' in sees) return undefined
  return Array.isArray(sends) ? (sends as Role[]).find((role) => sees.includes(role)) : sees[0]
}

for (const row of pages) {
  const { path } = row
  const role = senderOf(row)
  test(`the forms of ${path}, sent empty, say all that they need, above and beside each field`, async ({
    database,
    signedInAs,
    asNobody,
  }) => {
    const page = role ? await signedInAs(personFor[role], { javaScript: false }) : await asNobody()
    const address = await addressOf(database, row)
    await page.goto(address)
    const forms = page.locator('main form[method="post"]')
    const count = await forms.count()
    for (let at = 0; at < count; at += 1) {
      if (at > 0) await page.goto(address)
      const needed = await emptied(forms.nth(at))
      const send = forms.nth(at).locator('button[type="submit"]')
      if (needed.length === 0 || (await send.count()) === 0) continue
      await send.last().click()
      await expectToBeTold(page, needed)
    }
  })
}

/**
 * Empties a form: nothing typed, nothing chosen. Answers the names of the fields that it needs: those
 * that are not marked as optional, offer no empty choice, and do not say themselves when they are needed.
 */
const emptied = (form: Locator): Promise<string[]> =>
  form.evaluate((of) => {
    const needed = new Set<string>()
    const isOptional = (label: Element | null | undefined) =>
      label?.textContent?.includes('(optional)') === true
    const isNeededAtTimes = (name: string) =>
      /^(Needed|Only if|The file says)/.test(
        document.getElementById(`${name}-hint`)?.textContent ?? '',
      )
    for (const control of (of as HTMLFormElement).elements) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox') {
        control.checked = false
      } else if (control instanceof HTMLInputElement && control.type === 'radio') {
        // What is chosen cannot be left without a choice again.
        const group = (of as HTMLFormElement).elements.namedItem(control.name) as RadioNodeList
        const isChosen = group instanceof RadioNodeList ? group.value !== '' : control.checked
        const mayBeNothing = [...document.getElementsByName(control.name)].some(
          (one) => one.getAttribute('value') === '',
        )
        const legend = control.closest('fieldset')?.querySelector('legend')
        if (!isChosen && !mayBeNothing && !isOptional(legend)) needed.add(control.name)
      } else if (control instanceof HTMLSelectElement) {
        const empty = [...control.options].find(({ value }) => value === '')
        control.value = empty ? '' : control.value
        const isNeeded = empty?.text.startsWith('Choose') && !isOptional(control.labels[0])
        if (isNeeded && control.labels.length > 0) needed.add(control.name)
      } else if (
        control instanceof HTMLTextAreaElement ||
        (control instanceof HTMLInputElement && !/hidden|file|submit/.test(control.type))
      ) {
        if (control.name === '') continue
        control.value = ''
        const isNeeded = !isOptional(control.labels?.[0]) && !isNeededAtTimes(control.name)
        if (isNeeded) needed.add(control.name)
      }
    }
    return [...needed]
  })

/** Each line of the summary leads to its field, which is described by the same words. */
async function expectToBeTold(page: Page, needed: readonly string[]): Promise<void> {
  const summary = page.getByRole('alert')
  await expect(summary, `what is said of ${needed.join(', ')}`).toBeVisible()
  await expect(summary).toBeFocused()
  const told = await summary.locator('a').evaluateAll((links) =>
    links.map((link) => {
      const name = decodeURIComponent(link.getAttribute('href') ?? '').slice(1)
      const control = document.getElementById(name)
      const isDescribed = [control, control?.closest('fieldset')].some((one) =>
        one?.getAttribute('aria-describedby')?.split(' ').includes(`${name}-error`),
      )
      const beside = document.getElementById(`${name}-error`)?.textContent
      const isBeside = isDescribed && beside === `Error: ${link.textContent}`
      return `${name}${isBeside ? '' : ', but not beside it'}`
    }),
  )
  expect(told).toEqual(expect.arrayContaining([...needed]))
  expect(told.filter((one) => one.endsWith('not beside it'))).toEqual([])
}
