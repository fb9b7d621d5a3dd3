import { createElement } from 'react'
import { describe, expect } from 'vitest'
import { dueDateLimitsAt, insertDueDateLimits } from '~/db/tables/due-date-limits.server'
import { defaultDueDateSettings } from '~/domain/action/due-date-change'
import { asShown } from '~/domain/as-shown'
import { asShownIn } from '~/testing/as-shown-in'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor } from '~/testing/make'
import { ratingsView } from './ratings.query.server'
import { setDueDateLimits } from './set-due-date-limits.command.server'
import { setDueDateLimitsForm } from './set-due-date-limits.form'
import { SetDueDateLimitsPage } from './set-due-date-limits.page'
import { dueDateLimitsView } from './set-due-date-limits.query.server'

const limits = { ...defaultDueDateSettings, workingDaysWithoutAgreement: 5 }
const asked = {
  ...{ limits, why: 'The board wants to see long moves.', notAnIdentifier: '' },
  asShown: asShown(defaultDueDateSettings),
}

describe('the limits of dates', () => {
  test('are Waymark’s own, then those that were set last, each kept with its reason', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    expect((await dueDateLimitsView(admin)).limits).toEqual(defaultDueDateSettings)
    expect(await setDueDateLimits(admin, asked)).toEqual({ allowed: true })
    expect((await dueDateLimitsView(admin)).limits).toEqual(limits)
    expect(await dueDateLimitsAt(db, new Date(aFriday.getTime() - 1))).toEqual(
      defaultDueDateSettings,
    )
    expect((await ratingsView(admin)).pastLimits).toMatchObject([
      { fromOn: '2026-11-20', savedByName: admin.actor.name, why: asked.why },
    ])
    const event = await db
      .selectFrom('events')
      .where('what', '=', 'due-date-limits.set')
      .select(['before', 'after'])
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      before: { workingDaysWithoutAgreement: 20 },
      after: { workingDaysWithoutAgreement: 5, why: asked.why },
    })
  })

  test('are not set by a manager, nor twice alike', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    expect(await setDueDateLimits(await contextFor(db, 'manager'), asked)).toMatchObject({
      allowed: false,
    })
    await setDueDateLimits(leader, asked)
    expect(await setDueDateLimits(leader, asked)).toEqual({
      allowed: false,
      because: 'These are the limits that stand already.',
    })
  })

  test('are not set over what somebody else set meanwhile, and the page shows that', async ({
    db,
  }) => {
    const leader = await contextFor(db, 'leader')
    const opened = await dueDateLimitsView(leader)
    await setDueDateLimits(await contextFor(db, 'admin', new Date(aFriday.getTime() - 1000)), asked)
    const other = { ...asked, limits: { ...limits, workingDaysWithoutAgreement: 30 } }
    expect(await setDueDateLimits(leader, { ...other, asShown: opened.asShown })).toMatchObject({
      because: expect.stringContaining('Somebody else changed these limits') as string,
    })
    const now = await dueDateLimitsView(leader)
    expect(now.inWords.join(' ')).toContain('5 working days')
    expect(await setDueDateLimits(leader, { ...other, asShown: now.asShown })).toEqual({
      allowed: true,
    })
  })

  test('typed without a reason keep what their form was shown, whatever was set meanwhile', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    await setDueDateLimits(admin, asked)
    const page = createElement(SetDueDateLimitsPage, {
      view: await dueDateLimitsView(admin),
      form: {
        typed: { why: [''], asShown: [asked.asShown] },
        errors: [{ field: 'why', sentence: 'Say why the limits change.' }],
      },
    })
    expect(asShownIn(page)).toBe(asked.asShown)
  })

  test('are refused by the database where they break a rule', async ({ db }) => {
    const savedById = (await contextFor(db, 'leader')).actor.personId
    const set = { validFrom: aFriday, savedById, why: 'So', limits }
    const refused = (constraint: string, differs: object) =>
      expectRefusedBy(db, constraint, () => insertDueDateLimits(db, { ...set, ...differs }))
    await refused('due_date_limits_say_why', { why: ' ' })
    for (const wrong of [
      { workingDaysWithoutAgreement: 251 },
      { agreementFromChange: 0 },
      { lateMoveDaysBefore: 61 },
    ]) {
      await refused('due_date_limits_are_counted', { limits: { ...limits, ...wrong } })
    }
    await insertDueDateLimits(db, set)
    await refused('due_date_limits_begin_one_at_a_time', {})
    await expectRefusedBy(db, 'due_date_limits_are_never_changed', () =>
      db.deleteFrom('dueDateLimits').execute(),
    )
  })
})

describe('the form', () => {
  const typed = { asShown: '{}', lateMoveDaysBefore: '7', why: 'So it was decided.' }

  test('takes an empty limit as none', () => {
    expect(setDueDateLimitsForm.parse({ ...typed, 'priority[]': ['any'] }).limits).toEqual({
      anyChangeOnPriorityAction: true,
      workingDaysWithoutAgreement: null,
      agreementFromChange: null,
      lateMoveDaysBefore: 7,
    })
  })

  test.each([
    [{ workingDaysWithoutAgreement: '2.5' }, 'Give working days from 0 to 250, or leave it empty.'],
    [{ agreementFromChange: '0' }, 'Give a change from 1 to 10, or leave it empty.'],
    [{ lateMoveDaysBefore: '' }, 'Give days from 0 to 60.'],
    [{ why: '' }, 'Say why the limits change.'],
  ])('says what is wrong with %j', (wrong, sentence) => {
    const { error } = setDueDateLimitsForm.safeParse({ ...typed, ...wrong })
    expect(error?.issues.map((issue) => issue.message)).toContain(sentence)
  })
})
