import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '~/domain/evidence/identifiers'
import { type CalendarDate, addDays } from '~/domain/time/calendar-date'
import { isWorkingDay } from '~/domain/time/working-days'
import { diaryOf } from './diary'
import { type Day, lastSeptemberVisit } from './days'
import type { Story } from './story'
import { stories } from './stories'

const allStories = Object.values(stories).filter((story) => story !== undefined)
const daysFrom = (first: CalendarDate, count: number, step: number): CalendarDate[] =>
  Array.from({ length: count }, (_, at) => addDays(first, at * step))
// All around the year, and every day of the weeks with the most days off.
const manyDays = [
  ...daysFrom('2026-09-01', 75, 5),
  ...daysFrom('2026-12-21', 30, 1),
  ...daysFrom('2027-03-25', 20, 1),
]

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

describe.each(allStories.map((story): [string, Story] => [story.council, story]))(
  '%s',
  (_, story) => {
    const told = manyDays.map((today) => ({ today, ...diaryOf(story, today) }))

    test('Whatever day it is, all of the story lies before it, on working days, in order.', () => {
      for (const { today, diary } of told) {
        const days = diary.map(({ on }) => on)
        expect(days.at(-1)! < today).toBe(true)
        expect(days.filter((day) => !isWorkingDay(day))).toEqual([])
        expect(days).toEqual([...days].sort())
      }
    })

    test('Whatever day it is, what comes first in an action comes first on that day too.', () => {
      const wrong: string[] = []
      for (const { today, calendar } of told) {
        const inOrder = (what: string, ...days: (Day | undefined)[]) => {
          const dates = days.filter((day) => day !== undefined).map((day) => calendar.on(day))
          if (dates.some((date, at) => at > 0 && date < dates[at - 1]!))
            wrong.push(`${today}: ${what}`)
        }
        for (const { who, on, days } of story.away ?? []) inOrder(`${who} away`, on, ...days)
        for (const action of story.actions) {
          const { title, created, start, due, delivered } = action
          inOrder(`${title}, start and due`, start, due)
          inOrder(`${title}, created and delivered`, created[0], start, delivered?.[0])
          for (const one of action.milestones ?? []) inOrder(one.step, created[0], one.done)
          for (const one of action.told ?? []) inOrder(one[4], created[0], one[0])
          for (const one of action.asked ?? []) inOrder(one.what, created[0], one.on, one.due)
          for (const one of action.signed ?? []) inOrder(one[3], created[0], one[0])
          for (const one of action.handedOver ?? [])
            inOrder(`${title}, hand-over`, created[0], one.on)
          for (const one of action.moved ?? []) {
            inOrder(one.because, created[0], one.on, one.answer?.[0])
            inOrder(one.because, one.on, one.to)
          }
          for (const one of action.shown ?? []) {
            inOrder(one.title, ...one.covers, one.on, ...(one.judged ?? []).map(([day]) => day))
            const asked = action.asked?.find(({ what }) => what === one.answers)
            inOrder(one.title, asked?.on, one.on)
          }
        }
      }
      expect(wrong).toEqual([])
    })

    test('Whatever day it is, what is still to come has not passed.', () => {
      for (const { today, calendar } of told) {
        const ahead = story.visits.filter(({ held }) => !held)
        expect(ahead.map(({ expected }) => calendar.on(expected[0]) > today)).toEqual([true])
        for (const { asked = [], shown = [] } of story.actions) {
          const answered = shown.map(({ answers }) => answers)
          for (const { what, due } of asked.filter(
            (one) => !one.takenBack && !answered.includes(one.what),
          )) {
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
  },
)
