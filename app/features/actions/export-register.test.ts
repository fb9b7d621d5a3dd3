import { buffer, text } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test as plainTest } from 'vitest'
import { fieldOf } from '~/domain/bring-in/columns'
import { type Pieces, piecesOf, readOn } from '~/auth/as-at.server'
import type { Context } from '~/auth/context.server'
import { type Db, inTransaction } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson, makeRecommendation } from '~/testing/make'
import { exportColumns } from './export-columns'
import { type ExportFormat, exportedRegister } from './export-register.query.server'
import { filterIn } from './register-filter'
import { RegisterPage } from './register.page'
import { registerView } from './register.query.server'

async function plan(db: Db) {
  const manager = await contextFor(db, 'manager')
  const ownerId = await makePerson(db, { name: 'Joy Okafor', email: 'joy@westmarsh.example' })
  const recommendationId = await makeRecommendation(db, { text: 'The timeliness of assessments.' })
  const first = await makeAction(db, {
    title: 'Train managers',
    ownerId,
    dueOn: '2026-12-18',
    recommendationIds: [recommendationId],
  })
  const risky = await makeAction(db, {
    title: '=HYPERLINK("https://example.test")',
    outcome: 'One, "two"\nthree',
    dueOn: '2027-01-29',
  })
  return { manager, first, risky }
}

const exported = (context: Context, format: ExportFormat, filter = {}) =>
  exportedRegister(piecesOf(context), filter, format)!.open()

describe('the register is exported', () => {
  test('as CSV that no spreadsheet runs', async ({ db }) => {
    const { manager, first, risky } = await plan(db)
    const lines = (await buffer(exported(manager, 'csv'))).toString('utf8')
    expect(lines).toMatch(/^\ufeffWaymark reference,Recommendation,Action,/)
    expect(lines).toContain(
      `\r\nA${first},The timeliness of assessments.,Train managers,,,Joy Okafor,joy@westmarsh.example,`,
    )
    expect(lines).toContain(
      `\r\nA${risky},,"'=HYPERLINK(""https://example.test"")","One, ""two""\nthree",`,
    )
  })

  test('as a workbook that Excel opens: dates are dates, words stay words', async ({ db }) => {
    const { manager, risky } = await plan(db)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await buffer(exported(manager, 'xlsx'))) as never)
    const sheet = book.getWorksheet('Plan')!
    expect(sheet.rowCount).toBe(3)
    const due = 1 + exportColumns.findIndex(({ heading }) => heading === 'Current due date')
    expect(sheet.getRow(2).getCell(due).value).toEqual(new Date('2026-12-18T00:00:00Z'))
    expect(sheet.getRow(3).getCell(1).value).toBe(`A${risky}`)
    expect(sheet.getRow(3).getCell(3).value).toBe('=HYPERLINK("https://example.test")')
    expect(sheet.getRow(3).getCell(3).type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getRow(3).getCell(4).value).toBe('One, "two"\nthree')
  })

  test('as those that were chosen, by whoever may read the plan; or as all, where all are', async ({
    db,
  }) => {
    const { first, risky } = await plan(db)
    const chosen = await makeAction(db, { title: 'Write to parents' })
    const observer = await contextFor(db, 'observer')
    const titlesOf = async (address: string) => {
      const filter = filterIn(new URLSearchParams(address))
      const list = JSON.parse(await text(exported(observer, 'json', filter))) as {
        Action: string
      }[]
      return list.map(({ Action }) => Action)
    }
    expect(await titlesOf(`id=${chosen}&id=${first}`)).toEqual([
      'Train managers',
      'Write to parents',
    ])
    expect(await titlesOf(`q=managers&id=${chosen}&id=${first}`)).toEqual(['Train managers'])
    expect(await titlesOf(`id=${chosen}&all=yes`)).toHaveLength(3)
    expect(await titlesOf('id=999999')).toEqual([])
    const view = await registerView(observer, {
      filter: {},
      sort: { by: 'due', descending: false },
    })
    const page = renderToStaticMarkup(createElement(RegisterPage, { view }))
    expect(page).toContain(`name="id" aria-label="Choose A${risky}`)
    expect(page).toMatch(/formaction="\/actions\/export"/i)
    expect(page).not.toContain('Give to somebody')
  })

  test('as JSON, one action to a line', async ({ db }) => {
    const { manager, first } = await plan(db)
    const list = JSON.parse(await text(exported(manager, 'json'))) as Record<string, unknown>[]
    expect(list).toHaveLength(2)
    expect(list[0]).toMatchObject({
      'Waymark reference': `A${first}`,
      Action: 'Train managers',
      'Current due date': '2026-12-18',
    })
  })

  test('as at a past day, which its name and its first line say', async ({ db }) => {
    const at = (moment: string, story: Parameters<typeof inTransaction>[1]) =>
      inTransaction({ db, now: new Date(moment) }, story)
    await at('2026-05-01T09:00:00Z', (tx) => makeAction(tx, { title: 'Said then' }))
    await at('2026-06-01T09:00:00Z', (tx) =>
      tx.updateTable('actions').set({ title: 'Said since' }).execute(),
    )
    const manager = await contextFor(db, 'manager')
    const then = {
      ...{ on: '2026-05-15', asAt: '2026-05-15' },
      read: (piece) => readOn(manager, '2026-05-15', piece),
    } satisfies Pieces
    const file = (format: ExportFormat) => exportedRegister(then, {}, format)!
    expect(file('csv').name).toBe('Plan as at 2026-05-15.csv')
    const lines = (await text(file('csv').open())).split('\r\n')
    expect(lines[0]).toBe('The plan as it stood at the end of 15 May 2026')
    expect(lines[1]).toMatch(/^Waymark reference,/)
    expect(lines[2]).toContain('Said then')
    expect(JSON.parse(await text(file('json').open()))).toMatchObject({
      asAt: '2026-05-15',
      actions: [{ Action: 'Said then' }],
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await buffer(file('xlsx').open())) as never)
    const cell = (row: number, column: number) =>
      book.getWorksheet('Plan')!.getRow(row).getCell(column).value
    expect([cell(1, 1), cell(2, 1), cell(3, 3)]).toEqual([
      'The plan as it stood at the end of 15 May 2026',
      'Waymark reference',
      'Said then',
    ])
  })

  test('narrowed as the register is, and empty where nothing fits', async ({ db }) => {
    const { manager } = await plan(db)
    const found = JSON.parse(
      await text(exported(manager, 'json', { owner: 'nobody' })),
    ) as unknown[]
    expect(found).toHaveLength(1)
    expect(JSON.parse(await text(exported(manager, 'json', { q: 'nothing at all' })))).toEqual([])
    expect(exportedRegister(piecesOf(manager), {}, 'pdf')).toBeUndefined()
    expect(exportedRegister(piecesOf(manager), {}, null)?.name).toBe('Plan 2026-11-20.xlsx')
  })
})

plainTest('bringing in an export knows its headings, and leaves out what is derived', () => {
  expect(exportColumns.map(({ heading }) => [heading, fieldOf(heading)])).toEqual([
    ['Waymark reference', 'waymark-ref'],
    ['Recommendation', 'recommendation'],
    ['Action', 'title'],
    ['Outcome for children', 'outcome'],
    ['Success measure', 'success-measure'],
    ['Owner', 'owner'],
    ['Owner’s email', 'owner-email'],
    ['Contributors', 'contributors'],
    ['Team', 'team'],
    ['Theme', 'theme'],
    ['Start', 'start'],
    ['Original due date', 'due'],
    ['Current due date', 'revised'],
    ['Times moved', undefined],
    ['Days moved', undefined],
    ['Milestones', 'milestones'],
    ['Delivered on', 'delivered'],
    ['Stated', 'status'],
    ['Delivery (derived)', undefined],
    ['Assurance (derived)', undefined],
    ['Impact (derived)', undefined],
    ['BRAG (derived)', undefined],
    ['Last update on', undefined],
    ['Progress', 'progress'],
    ['Pieces of evidence, count', undefined],
  ])
})
