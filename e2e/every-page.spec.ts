import type { Role } from '../app/domain/access/permissions'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures'
import { addressOf, type Row, rows } from './pages'
import { personFor } from './people'
import { routesOfTheBuild } from './routes'

const pages = (await routesOfTheBuild())
  .filter((route) => route.isPage)
  .flatMap((route) => rows.filter((row) => row.path === route.path && !row.looksLike))

/** For whom a page is looked at: one who sees it, or each of them; undefined is nobody. */
function readersOf({ sees, differsByRole }: Row): (Role | undefined)[] {
  if ('nobody' in sees) return [undefined]
  return differsByRole ? [...sees] : sees.slice(0, 1)
}

const looks = pages.flatMap((row) => readersOf(row).map((role) => ({ row, role })))

for (const { row, role } of looks) {
  const { path } = row
  const reader = role ? personFor[role] : 'nobody signed in'
  test(`${path} reads well for ${reader} on a desk and on a phone, in light and in dark`, async ({
    database,
    signedInAs,
    asNobody,
  }) => {
    const page = role ? await signedInAs(personFor[role]) : await asNobody()

    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(await addressOf(database, row))
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    // A page that is not there has a name of its own only.
    await expect(page).toHaveTitle(path === '/*' ? /^\S/ : /^\S.* – Westmarsh$/)
    await expectNoAxeViolations(page)

    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScrolling(page)
    await page.setViewportSize({ width: 320, height: 740 }) // 1280 pixels zoomed in to 400%
    await expectNoSidewaysScrolling(page)
    await expectNoAxeViolations(page)
  })
}
