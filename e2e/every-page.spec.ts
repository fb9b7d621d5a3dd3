import { roles } from '../app/domain/access/permissions'
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures'
import { addressOf, rows } from './pages'
import { personFor } from './people'
import { routesOfTheBuild } from './routes'

const pages = (await routesOfTheBuild())
  .filter((route) => route.isPage)
  .flatMap((route) => rows.filter((row) => row.path === route.path))

for (const row of pages) {
  const { path, sees } = row
  test(`${path} reads well on a desk and on a phone, in light and in dark`, async ({
    database,
    signedInAs,
    asNobody,
  }) => {
    const role = 'nobody' in sees ? undefined : roles.find((one) => sees.includes(one))
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
