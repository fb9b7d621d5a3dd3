import { describe, expect, test } from 'vitest'
import { onDay, takesADay } from './paths'

describe('an address', () => {
  test.each([
    ['/actions', '2025-09-30', '/actions?on=2025-09-30'],
    [
      '/actions?sort=brag&show=late#top',
      '2025-09-30',
      '/actions?sort=brag&show=late&on=2025-09-30#top',
    ],
    ['/actions?on=2024-01-01&q=a+b', '2025-09-30', '/actions?q=a+b&on=2025-09-30'],
    ['/actions?on=2024-01-01', undefined, '/actions'],
    ['/readiness#since', '2025-09-30', '/readiness?on=2025-09-30#since'],
  ])('%s as at %s is %s', (address, day, seen) => {
    expect(onDay(address, day)).toBe(seen)
  })

  test.each([
    '/readiness/leaders',
    '/actions/14',
    '/actions/timeline',
    '/evidence',
    '/visits/2',
    '/visits/boards/2',
    '/inspections/2/source',
    '/actions/export',
  ])('%s takes a past day', (pathname) => {
    expect(takesADay(pathname)).toBe(true)
  })

  test.each(['/', '/actions/14/edit', '/actions/new', '/evidence/2/files/1', '/admin/people', ''])(
    '%s tells of today only',
    (pathname) => {
      expect(takesADay(pathname)).toBe(false)
    },
  )
})
