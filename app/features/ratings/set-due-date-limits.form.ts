import { z } from 'zod'
import { mostLimits } from '~/domain/action/due-date-limits'
import { shown, words } from '~/ui/field-shapes'

const number = (from: number, to: number, message: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || /^\d{1,4}$/.test(text), message)
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((value) => value === null || (value >= from && value <= to), message)

const lateDays = `Give days from 0 to ${mostLimits.daysBefore}.`

export const setDueDateLimitsForm = z
  .object({
    'priority[]': z.array(z.string()).default([]),
    workingDaysWithoutAgreement: number(
      0,
      mostLimits.workingDays,
      `Give working days from 0 to ${mostLimits.workingDays}, or leave it empty.`,
    ),
    agreementFromChange: number(
      1,
      mostLimits.changes,
      `Give a change from 1 to ${mostLimits.changes}, or leave it empty.`,
    ),
    lateMoveDaysBefore: number(0, mostLimits.daysBefore, lateDays).refine(
      (value) => value !== null,
      lateDays,
    ),
    asShown: shown(),
    why: words('Say why the limits change.', 1000),
    notAnIdentifier: z.string().trim().max(500).default(''),
  })
  .transform(
    ({ 'priority[]': priority, lateMoveDaysBefore, why, asShown, notAnIdentifier, ...rest }) => ({
      why,
      asShown,
      notAnIdentifier,
      limits: {
        ...rest,
        anyChangeOnPriorityAction: priority.includes('any'),
        lateMoveDaysBefore: lateMoveDaysBefore!,
      },
    }),
  )
