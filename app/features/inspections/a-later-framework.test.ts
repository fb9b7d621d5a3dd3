import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { readDocument } from '~/documents/read-document.server'
import { areaTitles } from '~/db/plan-facts.server'
import type { Framework } from '~/domain/inspection/frameworks'
import { test } from '~/testing/db-test'
import { contextFor } from '~/testing/make'
import { frameworks } from '../../../seeds/reference/frameworks'
import { seedFramework } from '../../../seeds/reference/seed-reference'
import { ReportPages } from '../../../seeds/sample-reports/report-pages'
import { acceptProposedItem } from './accept-item.command.server'
import { addReport } from './add-report.command.server'
import { confirmImport } from './confirm-import.command.server'
import { inspectionView } from './inspection.query.server'
import { reportImportView } from './report-import.query.server'

/** An invented framework with areas that no rule has heard of; Ofsted has announced one for 2027. */
const families2027: Framework = {
  id: 'families-2027',
  kind: 'ilacs',
  title: 'Children and families services (from 2027)',
  inspectionsFrom: '2027-01-01',
  inspectionsTo: null,
  areas: [
    { area: 'family-help', title: 'How well families are helped early', printedNames: [] },
    { area: 'safety', title: 'How well children are kept safe from harm', printedNames: [] },
    {
      area: 'belonging',
      title: 'Homes, relationships and belonging for children who cannot live at home',
      printedNames: [],
    },
  ],
  grades: frameworks.find(({ id }) => id === 'ilacs-2026')!.grades,
}

/** A report under it, in the form that reports have today. */
const report = (): Promise<Buffer> =>
  new ReportPages(['Inspection of Norham children and families services', '8 to 12 March 2027'])
    .title('Inspection of Norham children and families services')
    .label('Inspection dates: 8 to 12 March 2027', true)
    .label('Lead inspector: Amina Farrow, His Majesty’s Inspector')
    .judgements([
      ['How well families are helped early', 'Good'],
      ['How well children are kept safe from harm', 'Requires improvement to be good'],
      ['Homes, relationships and belonging for children who cannot live at home', 'Outstanding'],
    ])
    .paragraph('Families in Norham are helped sooner than they were at the last inspection.')
    .heading('What needs to improve?', '1')
    .bullet('How quickly partners agree who leads when a child is at risk of harm.')
    .heading('How well children are kept safe from harm: requires improvement to be good')
    .numbered(1, 'Partners meet quickly and then wait for one another to write the plan.')
    .bytes()

describe('a framework that comes later', () => {
  test('is a seed and nothing else: its reports are read, confirmed and shown under its own areas', async ({
    db,
  }) => {
    const ilacs2026 = frameworks.find(({ id }) => id === 'ilacs-2026')!
    await seedFramework(db, { ...ilacs2026, inspectionsTo: '2026-12-31' })
    await seedFramework(db, families2027)
    const manager = await contextFor(db, 'manager', new Date('2027-05-03T09:00:00Z'))

    const folder = await mkdtemp(path.join(tmpdir(), 'waymark-2027-'))
    const file = path.join(folder, 'report.pdf')
    await writeFile(file, await report())
    const document = await readDocument(file)
    await rm(folder, { recursive: true })
    if (!document.ok) throw new Error(document.sentence)
    const added = await addReport(manager, { source: document.source, originalName: 'report.pdf' })
    if (!added.allowed) throw new Error(added.because)

    const view = async () => (await reportImportView(manager, added.importId))!
    const proposal = await view()
    expect(proposal.details).toMatchObject({
      kind: 'ilacs',
      frameworkId: 'families-2027',
      council: 'Norham',
      inspectedFrom: '2027-03-08',
    })
    expect(proposal.details.judgements.map(({ area, grade }) => [area, grade])).toEqual([
      ['family-help', 'good'],
      ['safety', 'requires-improvement'],
      ['belonging', 'outstanding'],
    ])
    expect(proposal.areas.map(({ value }) => value)).toEqual(['family-help', 'safety', 'belonging'])
    expect(proposal.items).toHaveLength(1)

    await acceptProposedItem(manager, added.importId, proposal.items[0]!.key, {
      area: 'safety',
      revision: proposal.revision,
    })
    const confirmed = await confirmImport(manager, added.importId, {
      receivedOn: '2027-04-20',
      revision: (await view()).revision,
    })
    if (!confirmed?.allowed) throw new Error(confirmed?.because)
    const inspection = await inspectionView(manager, confirmed.inspectionId)
    expect(inspection?.frameworkTitle).toBe('Children and families services (from 2027)')
    expect(inspection?.judgements.map(({ areaTitle }) => areaTitle)).toEqual(
      families2027.areas.map(({ title }) => title),
    )
    expect(inspection?.findings).toBe(1)
    const findings = await db.selectFrom('findings').select(['area', 'paragraph']).execute()
    expect(findings).toContainEqual({ area: 'safety', paragraph: '1' })
    expect((await areaTitles(db)).get('safety')).toBe('How well children are kept safe from harm')
  })
})
