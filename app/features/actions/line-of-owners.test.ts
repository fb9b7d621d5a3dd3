import { describe, expect, test } from 'vitest'
import type { ActionEvent } from '~/domain/action/history'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { lineOfOwners } from './line-of-owners'

const joy = { id: 1, name: 'Joy Okafor' }
const lucy = { id: 2, name: 'Lucy Hart' }
const tom = { id: 3, name: 'Tom Ellery' }
const on = (day: CalendarDate, event: ActionEvent) => ({ on: day, event })
const created = on('2026-01-05', {
  what: 'action.created',
  after: { owner: lucy, milestones: [] },
})

describe('the line of owners', () => {
  test('begins with the first', () => {
    expect(lineOfOwners([created])).toEqual({ since: '2026-01-05', before: [], contributed: [] })
  })

  test('says who had it until when, and what the next one was told', () => {
    const line = lineOfOwners([
      created,
      on('2026-03-02', {
        what: 'action.edited',
        before: { version: 1, owner: lucy },
        after: { version: 2, owner: tom },
      }),
      on('2026-06-01', {
        what: 'action.offer-declined',
        after: { from: tom, to: joy, reason: 'No' },
      }),
      on('2026-06-08', {
        what: 'action.offer-accepted',
        before: { version: 2, owner: tom },
        after: { version: 3, owner: joy, offeredBy: lucy, note: 'Ring me.' },
      }),
    ])
    expect(line.since).toBe('2026-06-08')
    expect(line.before).toEqual([
      { name: 'Tom Ellery', until: '2026-06-08', note: 'Ring me.' },
      { name: 'Lucy Hart', until: '2026-03-02' },
    ])
  })

  test('is broken where nobody owns it', () => {
    const left = on('2026-03-02', {
      what: 'action.edited',
      before: { version: 1, owner: lucy },
      after: { version: 2, owner: null },
    })
    expect(lineOfOwners([created, left])).toMatchObject({
      since: undefined,
      before: [{ name: 'Lucy Hart', until: '2026-03-02' }],
    })
  })

  test('says who contributed and does no longer, and not who is there again', () => {
    const edited = (
      day: CalendarDate,
      before: readonly (typeof joy)[],
      after: readonly (typeof joy)[],
    ) =>
      on(day, {
        what: 'action.edited',
        before: { version: 1, contributors: before },
        after: { version: 2, contributors: after },
      })
    const line = lineOfOwners([
      created,
      edited('2026-02-02', [joy, tom], [tom]),
      edited('2026-03-02', [tom], [tom, joy]),
      on('2026-04-01', {
        what: 'action.part-passed-on',
        before: { version: 3, contributors: [tom, joy] },
        after: { version: 4, contributors: [joy, lucy], from: tom, to: lucy, note: 'Two files' },
      }),
    ])
    expect(line.contributed).toEqual([{ name: 'Tom Ellery', until: '2026-04-01' }])
  })
})
