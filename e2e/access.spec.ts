import { request } from '@playwright/test'
import { type Role, roles } from '../app/domain/access/permissions'
import { onDay, takesADay } from '../app/paths'
import { expect, newSession, test } from './fixtures'
import { addressOf, type Row, rows } from './pages'
import { people, personFor } from './people'
import { routesOfTheBuild } from './routes'

const routes = await routesOfTheBuild()

test('every route has its line in the table of who sees what', () => {
  expect(rows.map((row) => row.path).sort()).toEqual(routes.map((route) => route.path).sort())
})

test('every form has its line in the table of who may send what', () => {
  const forms = routes.filter((route) => route.takesForm).map((route) => route.path)
  expect(rows.flatMap((row) => (row.sends ? [row.path] : [])).sort()).toEqual(forms.sort())
})

type Visitor = Role | 'nobody'

function seen({ sees }: Row, who: Visitor): number {
  if ('nobody' in sees) return who === 'nobody' ? sees.nobody : sees.signedIn
  if (who === 'nobody') return 302
  return sees.includes(who) ? 200 : 404
}

// After everything was made that stands in the table's addresses, and before the server's clock begins.
const aPastDay = '2026-11-17'
// As at a past day a page is shown to whom it is shown now, and one that tells of today only to nobody.
const looks = rows.flatMap((row) => [
  { row, on: undefined },
  ...('nobody' in row.sees ? [] : [{ row, on: aPastDay }]),
])

for (const { row, on } of looks) {
  const then = on ? ' as at a past day' : ''
  test(`${row.path} is shown to those who may see it${then}`, async ({ database, baseURL }) => {
    const now = await addressOf(database, row)
    const address = on ? onDay(now, on) : now
    const isThere = !on || takesADay(new URL(now, 'http://plan').pathname)
    const answers: [who: Visitor, status: number][] = []
    for (const who of ['nobody', ...roles] as const) {
      const cookie =
        who === 'nobody' ? undefined : await newSession(database, people[personFor[who]].email)
      const visitor = await request.newContext({
        baseURL,
        extraHTTPHeaders: cookie ? { Cookie: `waymark_session=${cookie}` } : {},
      })
      const answer = await visitor.get(address, { maxRedirects: 0 })
      answers.push([who, answer.status()])
      if (who === 'nobody' && answer.status() === 302 && !('nobody' in row.sees)) {
        const to = address === '/' ? '/login' : `/login?to=${encodeURIComponent(address)}`
        expect(answer.headers().location).toBe(to)
      }
      await visitor.dispose()
    }
    const expected = (who: Visitor) => (isThere || who === 'nobody' ? seen(row, who) : 404)
    expect(answers).toEqual((['nobody', ...roles] as const).map((who) => [who, expected(who)]))
  })
}

for (const row of rows) {
  const { sends } = row
  if (!sends || sends === 'anybody') continue
  test(`${row.path} takes a form only from those who may send it`, async ({
    database,
    baseURL,
  }) => {
    const address = await addressOf(database, row)
    const answers: [who: Visitor, status: number][] = []
    const refused = ['nobody' as const, ...roles.filter((role) => !sends.includes(role))]
    for (const who of refused) {
      const cookie =
        who === 'nobody' ? undefined : await newSession(database, people[personFor[who]].email)
      const visitor = await request.newContext({
        baseURL,
        extraHTTPHeaders: {
          Origin: baseURL ?? '',
          ...(cookie ? { Cookie: `waymark_session=${cookie}` } : {}),
        },
      })
      const answer = await visitor.post(address, { form: {}, maxRedirects: 0 })
      answers.push([who, answer.status()])
      await visitor.dispose()
    }
    expect(answers).toEqual(refused.map((who) => [who, who === 'nobody' ? 401 : 404]))
  })
}
