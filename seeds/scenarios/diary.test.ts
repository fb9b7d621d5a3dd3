import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '~/domain/evidence/identifiers'
import { type CalendarDate, addDays } from '~/domain/time/calendar-date'
import { isWorkingDay } from '~/domain/time/working-days'
import { diaryOf } from './diary'
import { lastSeptemberVisit } from './days'
import type { Story } from './story'
import { stories } from './stories'

const told = Object.values(stories).filter((story) => story !== undefined)
const everyTenthDay = Array.from({ length: 75 }, (_, at) => addDays('2026-09-01', at * 10))

test.each([
  ['2026-11-22', '2026-09-08'],
  ['2026-09-30', '2026-09-08'],
  ['2026-09-29', '2025-09-09'],
  ['2027-08-31', '2026-09-08'],
] as [CalendarDate, CalendarDate][])(
  'On %s the last September visit that lies three weeks back began on %s.',
  (today, began) => {
    expect(lastSeptemberVisit(today)).toBe(began)
  },
)

describe.each(told.map((story): [string, Story] => [story.council, story]))('%s', (_, story) => {
  test('Whatever day it is, all of the story lies before it, on working days, in order.', () => {
    for (const today of everyTenthDay) {
      const { diary } = diaryOf(story, today)
      const days = diary.map(({ on }) => on)
      expect(days.at(-1)! < today).toBe(true)
      expect(days.filter((day) => !isWorkingDay(day))).toEqual([])
      expect(days).toEqual([...days].sort())
    }
  })

  test('Whatever day it is, what is still to come has not passed.', () => {
    for (const today of everyTenthDay) {
      const { calendar } = diaryOf(story, today)
      const ahead = story.visits.filter(({ held }) => !held)
      expect(ahead.map(({ expected }) => calendar.on(expected[0]) > today)).toEqual([true])
      for (const { asked = [], shown = [] } of story.actions) {
        const answered = shown.map(({ answers }) => answers)
        for (const { what, due } of asked.filter((one) => !answered.includes(one.what))) {
          expect([what, calendar.on(due) > today]).toEqual([what, true])
        }
      }
    }
  })

  test('Nothing in the words or the files looks like an identifier of a child.', () => {
    const { diary } = diaryOf(story, '2026-11-20')
    const words = diary.map(({ deed }) => {
      if (deed.did !== 'show') return JSON.stringify(deed)
      return `${deed.piece.shows}\n${deed.piece.evidence.file?.textFor(deed.piece.periodTo) ?? ''}`
    })
    expect(words.flatMap((text) => findIdentifiers(text).map(({ masked }) => masked))).toEqual([])
  })
})
