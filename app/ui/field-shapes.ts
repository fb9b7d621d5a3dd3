/** The shapes of what is typed into the fields of field.tsx; each message says what to do. */
import { z } from 'zod'
import { notWhole } from './form-state'
import { type CalendarDate, calendarDate, dateFromParts } from '~/domain/time/calendar-date'

const tooLong = (most: number) =>
  `Keep this to ${most.toLocaleString('en-GB')} characters or fewer.`

/** Words that are needed; `missing` says what to write. */
export const words = (missing: string, most = 4000) =>
  z.string(missing).trim().min(1, missing).max(most, tooLong(most))

export const optionalWords = (most = 4000) => z.string().trim().max(most, tooLong(most)).default('')

/** What a form was shown, sent along with it (domain/as-shown.ts). */
export const shown = () => z.string('Open this page again.').max(10_000, 'Open this page again.')

const notADay = 'Give a day that exists, such as 28/11/2026.'

/** Reads a day as the date control sends it, or as people in England type it where there is none. */
export function dayIn(text: string): CalendarDate | undefined {
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text.trim())
  return british
    ? dateFromParts(Number(british[3]), Number(british[2]), Number(british[1]))
    : calendarDate(text.trim())
}

// A plan is for years that people live to see; further off, a year was mistyped.
const earliest: CalendarDate = '2000-01-01'
const latest: CalendarDate = '2100-12-31'

/** What is wrong with a day that was typed; undefined where nothing is. */
const wrongDay = (date: CalendarDate | undefined): string | undefined => {
  if (!date) return notADay
  return date < earliest || date > latest ? 'Give a day between 2000 and 2100.' : undefined
}

/** A day that is needed. */
export const day = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .transform((text, context) => {
      const date = dayIn(text)
      const message = wrongDay(date)
      if (message) context.addIssue({ code: 'custom', message })
      return date ?? z.NEVER
    })

/** A day, or null where none is given. */
export const optionalDay = () =>
  z
    .string()
    .default('')
    .transform((text, context): CalendarDate | null => {
      if (text.trim() === '') return null
      const date = dayIn(text)
      const message = wrongDay(date)
      if (message) context.addIssue({ code: 'custom', message })
      return date ?? null
    })

/** The last field of a long form, there only where the page had come in whole. */
export const whole = () => z.string(notWhole)

/** One of a list of choices. */
export const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  missing: string,
) => z.enum(values, missing)

const id = z.coerce.number().int().positive().max(2_147_483_647)

/** The id of something chosen from a list, or null for none. */
export const optionalId = (wrong: string) =>
  z
    .string()
    .default('')
    .transform((text, context): number | null => {
      if (text === '') return null
      const read = id.safeParse(text)
      if (!read.success) context.addIssue({ code: 'custom', message: wrong })
      return read.data ?? null
    })

/** The id of something that must be chosen from a list. */
export const neededId = (missing: string) =>
  z.string(missing).transform((text, context): number => {
    const read = id.safeParse(text)
    if (!read.success) context.addIssue({ code: 'custom', message: missing })
    return read.data ?? z.NEVER
  })

/** The ids of everything ticked, each once. */
export const ids = (wrong: string) =>
  z
    .array(z.string())
    .default([])
    .transform((all, context): number[] => {
      const read = z.array(id).safeParse(all)
      if (!read.success) context.addIssue({ code: 'custom', message: wrong })
      return [...new Set(read.data ?? [])]
    })
