import { describe, expect } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor, makeFigures, makeMeasure } from '~/testing/make'
import { bringFigures } from './bring-figures.command.server'
import { bringFiguresForm } from './bring-figures.form'
import { bringFiguresView, figuresPreview } from './bring-figures.query.server'
import { recordFigures } from './record-figures.command.server'

const table = 'Month\tValue\nAug-26\t31\nSep-26\t29\nOct-26\t22'
const asked = (text: string, differs = {}) => ({
  ...{ text, areFractions: false, reason: '', seen: '', notAnIdentifier: '' },
  ...differs,
})

describe('bringing a table of figures', () => {
  test('shows what is new, what is the same and what would be corrected, and keeps nothing', async ({
    db,
  }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    await makeFigures(db, id, { from: '2026-08-01', values: [31, 30] })
    const preview = await figuresPreview(context, id, asked(table))
    expect(preview.changes.map(({ period, words, before }) => [period, words, before])).toEqual([
      ['September 2026', '29', '30'],
      ['October 2026', '22', undefined],
    ])
    expect([preview.same, preview.troubles]).toEqual([1, []])
    expect(await db.selectFrom('measurePoints').selectAll().execute()).toHaveLength(2)
  })

  test('saves what was looked at, with a reason for what it corrects', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    await makeFigures(db, id, { from: '2026-08-01', values: [31, 30] })
    const { seen } = await figuresPreview(context, id, asked(table))
    expect(await bringFigures(context, id, asked(table, { seen }))).toMatchObject({
      because: 'Say why figures are corrected; the old ones stay on record.',
      preview: { seen },
    })
    const reason = 'Counted again.'
    expect(await bringFigures(context, id, asked(table, { seen, reason }))).toEqual({
      allowed: true,
    })
    const rows = await db
      .selectFrom('measurePoints')
      .orderBy('periodFrom')
      .orderBy('revision')
      .select(['value', 'revision', 'reason'])
      .execute()
    expect(rows).toEqual([
      { value: '31', revision: 1, reason: '' },
      { value: '30', revision: 1, reason: '' },
      { value: '29', revision: 2, reason },
      { value: '22', revision: 1, reason: '' },
    ])
    expect(await bringFigures(context, id, asked(table, { reason }))).toMatchObject({
      because: 'Nothing in it is new.',
    })
  })

  test('is refused where somebody recorded something else meanwhile', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    const { seen } = await figuresPreview(context, id, asked(table))
    await recordFigures(await contextFor(db, 'manager'), {
      figures: [{ measureId: id, from: '2026-10-01', figure: { value: 25, parts: null } }],
      reason: '',
      notAnIdentifier: '',
    })
    const refused = await bringFigures(context, id, asked(table, { seen, reason: 'x' }))
    expect(refused).toMatchObject({
      because: expect.stringMatching(/^What would change is not what you looked at/),
    })
    expect(await db.selectFrom('measurePoints').selectAll().execute()).toHaveLength(1)
  })

  test('saves nothing while one cell is wrong', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db)
    const wrong = `${table}\nNov-26\t20`
    const { seen, troubles } = await figuresPreview(context, id, asked(wrong))
    expect(troubles).toHaveLength(1)
    expect(await bringFigures(context, id, asked(wrong, { seen }))).toMatchObject({
      because: 'Put right what is named below first.',
    })
    expect(await db.selectFrom('measurePoints').selectAll().execute()).toEqual([])
  })

  test('takes fractions for percentages when told so', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db, { unit: 'percent' })
    const text = 'Aug-26\t0.857\nSep-26\t0.861\nOct-26\t0.9'
    expect((await figuresPreview(context, id, asked(text))).looksLikeFractions).toBe(true)
    const preview = await figuresPreview(context, id, asked(text, { areFractions: true }))
    expect(preview.looksLikeFractions).toBe(false)
    expect(preview.changes.map(({ words }) => words)).toEqual(['85.7%', '86.1%', '90%'])
  })

  test('names many measures at once, and is refused to whoever may not record', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const one = await makeMeasure(db, { title: 'Unallocated' })
    const two = await makeMeasure(db, { title: 'Agency', unit: 'percent' })
    const wide = 'Measure\tSep-26\tOct-26\nUnallocated\t29\t22\nAgency\t31%\t29%'
    const { seen } = await figuresPreview(context, undefined, asked(wide))
    const leader = await contextFor(db, 'leader')
    expect(await bringFigures(leader, undefined, asked(wide, { seen }))).toMatchObject({
      because: 'Only a manager can do this.',
    })
    expect(await bringFigures(context, undefined, asked(wide, { seen }))).toEqual({ allowed: true })
    const rows = await db
      .selectFrom('measurePoints')
      .orderBy('measureId')
      .select('measureId')
      .execute()
    expect(rows.map(({ measureId }) => measureId)).toEqual([one, one, two, two])
  })

  test('is for a measure that is there, or for all of them', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const id = await makeMeasure(db, { title: 'Unallocated' })
    expect(await bringFiguresView(context, id)).toMatchObject({ measure: { title: 'Unallocated' } })
    expect(await bringFiguresView(context, undefined)).toMatchObject({ measure: undefined })
    expect(await bringFiguresView(context, 2_000_000_000)).toBeUndefined()
  })
})

test('What stands beside the table has its defaults, so that a bare paste is looked at.', () => {
  expect(bringFiguresForm.parse({ go: 'nonsense' })).toEqual({
    ...{ go: 'look', areFractions: false, reason: '', seen: '', notAnIdentifier: '' },
  })
  expect(bringFiguresForm.parse({ go: 'save', fractions: 'yes' })).toMatchObject({
    go: 'save',
    areFractions: true,
  })
})
