import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { sourceFromText } from '~/documents/read-document.server'
import { contextFor, makeInspection } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { openDatabase } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { uploadRequest } from '~/testing/uploads'
import { acceptProposedItem } from './accept-item.command.server'
import { addProposedItem } from './add-item.command.server'
import { addReport } from './add-report.command.server'
import { confirmImport } from './confirm-import.command.server'
import { discardImport } from './discard-import.command.server'
import { editProposedDetails } from './edit-details.command.server'
import { editDetailsForm } from './edit-details.form'
import { editProposedItem } from './edit-item.command.server'
import { inspectionSourceView } from './inspection-source.query.server'
import { inspectionView } from './inspection.query.server'
import { inspectionsView } from './inspections.query.server'
import { mergeProposedItem } from './merge-item.command.server'
import { removeProposedItem } from './remove-item.command.server'
import { proposedItemView, reportImportView } from './report-import.query.server'
import { receiveReport, reportToRead } from './report-to-read.server'
import { restoreProposedItem } from './restore-item.command.server'
import { splitProposedItem } from './split-item.command.server'

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(() => vi.unstubAllEnvs())

const sample = (name: string) =>
  fileURLToPath(new URL(`../../../seeds/sample-reports/${name}`, import.meta.url))

const bytesOf = (name: string) => ({
  sha256: 'ab'.repeat(32),
  bytes: 1000,
  mediaType: 'application/pdf',
  originalName: name,
  path: sample(name),
})

/** A manager, and the proposal of the sample report of Westmarsh: twelve items. */
async function westmarsh(db: Context['db']) {
  const manager = await contextFor(db, 'manager')
  const read = await reportToRead({
    ok: true,
    typed: {},
    file: bytesOf('westmarsh-ilacs-2019.pdf'),
  })
  if (!read.ok) throw new Error(read.sentence)
  const added = await addReport(manager, read.report)
  if (!added.allowed) throw new Error(added.because)
  const id = added.importId
  const view = async () => {
    const found = await reportImportView(manager, id)
    if (!found) throw new Error('no view')
    return found
  }
  return { manager, id, view, read: read.report }
}

/** A pasted report without a section on what must improve. */
async function pasted(db: Context['db'], text: string) {
  const manager = await contextFor(db, 'manager')
  const added = await addReport(manager, { source: sourceFromText(text), originalName: 'Pasted' })
  if (!added.allowed) throw new Error(added.because)
  return { manager, id: added.importId }
}

const eventsOf = (db: Context['db'], kind: string, id: number) =>
  db
    .selectFrom('events')
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .orderBy('id')
    .select(['what', 'before', 'after', 'actorId'])
    .execute()

const itemForm = {
  text: 'The timeliness of assessments',
  kind: 'area-for-improvement' as const,
  heading: 'What needs to improve',
  page: null,
  area: 'leaders',
  'nationalFramework[]': [],
}

describe('a report that comes in', () => {
  test('is kept, read, and proposed beside its source, in order and word for word', async ({
    db,
  }) => {
    const { id, manager, view } = await westmarsh(db)
    const proposal = await view()
    expect(proposal.details).toMatchObject({
      kind: 'ilacs',
      frameworkId: 'ilacs-2018',
      council: 'Westmarsh',
      inspectedFrom: '2019-03-04',
      inspectedTo: '2019-03-15',
    })
    expect(proposal.items).toHaveLength(12)
    expect(proposal.items.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ])
    expect(proposal.items.every((item) => item.wording === 'verbatim' && item.isMarked)).toBe(true)
    expect(proposal.items.every((item) => item.area && item.areaIsProposed)).toBe(true)
    const marked = proposal.source.pages.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ pieces }) => pieces.filter(({ mark }) => mark?.isFirst)),
    )
    expect(marked.map(({ mark }) => mark?.key)).toEqual(proposal.items.map(({ key }) => key))
    expect(proposal.problems).toEqual([])
    const [started] = await eventsOf(db, 'report-import', id)
    expect(started).toMatchObject({
      what: 'report-import.started',
      actorId: manager.actor.personId,
      after: { items: 12 },
    })
  })

  test('waits on the list for those who may confirm it, and for nobody else', async ({ db }) => {
    const { manager, id } = await westmarsh(db)
    const leader = await contextFor(db, 'leader')
    expect((await inspectionsView(manager)).waiting.map((one) => one.id)).toContain(id)
    expect(await inspectionsView(leader)).toMatchObject({ canAdd: false, waiting: [] })
  })

  test('says when the same file was added before', async ({ db }) => {
    const { manager, id, read, view } = await westmarsh(db)
    const again = await addReport(manager, read)
    if (!again.allowed) throw new Error(again.because)
    const second = await reportImportView(manager, again.importId)
    expect(second?.sameFile).toEqual({ importId: id, inspectionId: null })
    await discardImport(manager, again.importId)
    expect((await view()).sameFile).toBeUndefined()
  })

  test('says plainly that it has no section on what must improve', async ({ db }) => {
    const { manager, id } = await pasted(
      db,
      'Inspection of Norham children’s services\n\nAll is well.',
    )
    expect(await reportImportView(manager, id)).toMatchObject({ hasNoSection: true, items: [] })
  })

  test('shows of a very long report only what is quoted from, unless every page is asked for', async ({
    db,
  }) => {
    const words = Array.from({ length: 60 }, (_, at) => `Paragraph of page ${at + 1}.`)
    const { manager, id } = await pasted(db, words.join('\f'))
    await addProposedItem(manager, id, { ...itemForm, text: 'Paragraph of page 30.' })
    const some = await reportImportView(manager, id)
    expect(some?.source.pages.map(({ page }) => page)).toEqual([1, 2, 29, 30, 31])
    expect(some?.source.pages[2]?.leftOut).toEqual({ from: 3, to: 28 })
    const all = await reportImportView(manager, id, { everyPage: true })
    expect(all?.source.pages).toHaveLength(60)
  })

  test.each([
    ['a corrupt file', 'faulty/corrupt.pdf', 'damaged'],
    ['a protected file', 'faulty/encrypted.pdf', 'password'],
    ['a scan', 'faulty/scanned.pdf', 'no text'],
    ['an empty file', 'faulty/empty.pdf', 'empty'],
  ])('is refused where it is %s', async (_what, name, word) => {
    const read = await reportToRead({ ok: true, typed: {}, file: bytesOf(name) })
    expect(read).toMatchObject({ ok: false, field: 'report' })
    expect(read.ok ? '' : read.sentence).toContain(word)
  })

  test.each([
    ['nothing is given', {}, 'Choose the report, or paste its text below.'],
    ['only blanks are pasted', { text: ['  \n'] }, 'Choose the report, or paste its text below.'],
    ['no words are pasted', { text: ['12 34'] }, 'There are no words in this. Paste the report.'],
  ])('is refused where %s', async (_what, typed, sentence) => {
    expect(await reportToRead({ ok: true, typed })).toMatchObject({ ok: false, sentence })
  })

  test('is kept where its words hold what Postgres does not', async ({ db }) => {
    const { manager, id } = await pasted(db, 'Inspection of Nor\0ham \uD800services')
    const view = await reportImportView(manager, id)
    expect(view?.source.pages[0]?.paragraphs[0]?.pieces[0]?.text).toBe(
      'Inspection of Norham \uFFFDservices',
    )
  })

  test('comes with all that was pasted, three hundred pages of it, for the form to show again', async () => {
    const text = 'Children wait too long. '.repeat(120_000)
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024)
    const received = await receiveReport(uploadRequest({ text }, []))
    expect(received).toMatchObject({ ok: true, typed: { text: [text] } })
  })

  test('is refused beside its text where more was pasted than a form takes', async () => {
    const text = 'x'.repeat(4 * 1024 * 1024 + 1)
    expect(await receiveReport(uploadRequest({ text }, []))).toMatchObject({
      ok: false,
      field: 'text',
      status: 413,
    })
  })

  test('is refused where a file and words come together', async () => {
    const file = bytesOf('westmarsh-ilacs-2019.pdf')
    expect(await reportToRead({ ok: true, typed: { text: ['words'] }, file })).toMatchObject({
      ok: false,
      field: 'text',
      sentence: 'Give the file or its text, not both.',
    })
  })
})

describe('an item', () => {
  test('is corrected, and marked reworded where the report does not say so', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    const before = (await view()).items[0]!
    expect(
      await editProposedItem(manager, id, 'r1', { ...itemForm, text: 'Supervise.', revision: 1 }),
    ).toEqual({ allowed: true })
    const after = (await view()).items[0]!
    expect(after).toMatchObject({
      text: 'Supervise.',
      wording: 'reworded',
      original: before.text,
      area: 'leaders',
      areaIsProposed: false,
      isMarked: false,
    })
    const event = (await eventsOf(db, 'report-import', id)).at(-1)
    expect(event).toMatchObject({
      what: 'report-import.item-edited',
      before: { items: [{ key: 'r1', text: before.text }] },
      after: { items: [{ key: 'r1', text: 'Supervise.' }] },
    })
  })

  test('is not corrected over the head of somebody else', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    const other = await contextFor(db, 'manager')
    await editProposedItem(other, id, 'r1', { ...itemForm, text: 'Hers.', revision: 1 })
    const mine = { ...itemForm, text: 'Mine.', revision: 1 }
    expect(await editProposedItem(manager, id, 'r1', mine)).toEqual({
      allowed: false,
      because: 'Somebody else has changed this item meanwhile. Compare the two and save again.',
    })
    // another item is not in her way, and having seen the change she may save over it
    expect(await editProposedItem(manager, id, 'r2', mine)).toEqual({ allowed: true })
    const { revision } = await view()
    expect(await editProposedItem(manager, id, 'r1', { ...mine, revision })).toEqual({
      allowed: true,
    })
  })

  test('is accepted under an area of the framework, and under no other', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    const accept = (area: string) => acceptProposedItem(manager, id, 'r2', { area, revision: 1 })
    expect(await accept('care-leavers')).toEqual({
      allowed: false,
      because: 'This framework has no such judgement area. Choose one from the list.',
    })
    expect(await accept('leaders')).toEqual({ allowed: true })
    expect((await view()).items[1]).toMatchObject({ area: 'leaders', accepted: true })
    expect(await accept('leaders')).toMatchObject({ allowed: false })
  })

  test('is merged with the next, and split again where it was joined', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    const before = await view()
    const merge = (key: string, next: string, revision: number) =>
      mergeProposedItem(manager, id, key, { with: next, revision })
    expect(await merge('r1', 'r3', 1)).toEqual({
      allowed: false,
      because: 'Another item stands next by now. Look at the two and merge again.',
    })
    expect(await merge('r12', '', 1)).toEqual({
      allowed: false,
      because: 'There is no item after this one to merge it with.',
    })
    expect(await merge('r1', 'r2', 1)).toEqual({ allowed: true })
    const merged = await view()
    expect(merged.items).toHaveLength(11)
    expect(merged.items[0]).toMatchObject({ wording: 'verbatim', isMarked: true })

    const { splitText } = merged.items[0]!
    expect(
      await splitProposedItem(manager, id, 'r1', { text: splitText, revision: merged.revision }),
    ).toEqual({ allowed: true })
    expect((await view()).items.map(({ text }) => text)).toEqual(
      before.items.map(({ text }) => text),
    )
  })

  test('is not split without a cut', async ({ db }) => {
    const { manager, id } = await westmarsh(db)
    expect(
      await splitProposedItem(manager, id, 'r1', { text: 'One part', revision: 1 }),
    ).toMatchObject({
      allowed: false,
      because: 'Say where to cut it: put an empty line, or |, between the parts.',
    })
  })

  test('is removed, restored and added', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    expect(await removeProposedItem(manager, id, 'r1', { revision: 1 })).toEqual({ allowed: true })
    expect(await removeProposedItem(manager, id, 'r1', { revision: 1 })).toMatchObject({
      allowed: false,
    })
    const without = await view()
    expect([without.items.length, without.removed.length]).toEqual([11, 1])
    expect(await restoreProposedItem(manager, id, 'r1', { revision: without.revision })).toEqual({
      allowed: true,
    })
    expect(
      await addProposedItem(manager, id, { ...itemForm, text: 'Answer the telephone.' }),
    ).toEqual({
      allowed: true,
    })
    expect(await addProposedItem(manager, id, { ...itemForm, area: 'send' })).toMatchObject({
      allowed: false,
    })
    const after = await view()
    expect(after.items).toHaveLength(13)
    expect(after.items.at(-1)).toMatchObject({ wording: 'reworded', original: null })
  })

  test('that was merged away meanwhile keeps its page, so that nothing typed is lost', async ({
    db,
  }) => {
    const { manager, id } = await westmarsh(db)
    await mergeProposedItem(manager, id, 'r1', { with: 'r2', revision: 1 })
    expect(await editProposedItem(manager, id, 'r2', { ...itemForm, revision: 1 })).toEqual({
      allowed: false,
      because: 'Somebody else has merged this into another item meanwhile.',
    })
    expect(await proposedItemView(manager, id, 'r2')).toMatchObject({ item: undefined })
    expect((await proposedItemView(manager, id, 'r1'))?.item?.key).toBe('r1')
    expect(await proposedItemView(manager, id, 'r99')).toBeUndefined()
  })
})

describe('the details', () => {
  const typed = {
    revision: '1',
    kind: 'ilacs',
    frameworkId: 'ilacs-2018',
    council: 'Westmarsh',
    inspectedFrom: '4/3/2019',
    inspectedTo: '2019-03-15',
    leadInspector: 'Ruth Calloway',
    'judgement-leaders': 'good',
    'judgement-overall': '',
    'judgement-made-up': 'good',
  }

  test('are corrected, judgements by area among them', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    const form = editDetailsForm.parse(typed)
    expect(await editProposedDetails(manager, id, form)).toEqual({ allowed: true })
    const { details } = await view()
    expect(details.judgements.map(({ area, grade }) => [area, grade])).toEqual([
      ['leaders', 'good'],
    ])
    expect(await editProposedDetails(manager, id, form)).toEqual({
      allowed: false,
      because: 'Somebody else has changed these details meanwhile. Compare the two and save again.',
    })
  })

  test('take a framework that is there, and days in their order', async ({ db }) => {
    const { manager, id } = await westmarsh(db)
    const form = editDetailsForm.parse({ ...typed, frameworkId: 'made-up' })
    expect(await editProposedDetails(manager, id, form)).toEqual({
      allowed: false,
      because: 'Choose a framework from the list.',
    })
    const reversed = editDetailsForm.safeParse({ ...typed, inspectedTo: '2019-03-03' })
    expect(reversed.error?.issues[0]).toMatchObject({
      path: ['inspectedTo'],
      message: 'The inspection cannot end before it starts.',
    })
  })
})

describe('confirming', () => {
  test('makes the inspection, its judgements and its recommendations in one go', async ({ db }) => {
    const { manager, id, view } = await westmarsh(db)
    await editProposedItem(manager, id, 'r1', { ...itemForm, text: 'Supervise.', revision: 1 })
    await removeProposedItem(manager, id, 'r2', { revision: 2 })
    const original = (await view()).items[0]!.original
    const confirmed = await confirmImport(manager, id, { receivedOn: '2019-05-01', revision: 3 })
    if (!confirmed?.allowed) throw new Error(confirmed?.because)
    const { inspectionId } = confirmed

    const inspection = await inspectionView(manager, inspectionId)
    expect(inspection).toMatchObject({
      name: 'ILACS inspection of Westmarsh',
      days: '4 to 15 March 2019',
      receivedOn: '2019-05-01',
    })
    expect(inspection?.judgements.map(({ title }) => title)).toContain('Inadequate')
    expect(inspection?.recommendations).toHaveLength(11)
    expect(inspection?.statements.map(({ duty, dueOn }) => [duty, dueOn])).toEqual([
      ['publish-report', '2019-06-14'],
      ['statement-of-action', '2019-08-09'],
    ])
    const rows = await db
      .selectFrom('recommendations')
      .where('inspectionId', '=', inspectionId)
      .orderBy('position')
      .select(['position', 'text', 'wording', 'originalText'])
      .execute()
    expect(rows[0]).toEqual({
      position: 1,
      text: 'Supervise.',
      wording: 'reworded',
      originalText: original,
    })
    expect(rows.slice(1).every((row) => row.wording === 'verbatim' && !row.originalText)).toBe(true)
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(await eventsOf(db, 'inspection', inspectionId)).toMatchObject([
      { what: 'inspection.confirmed', after: { importId: id, recommendations: 11 } },
    ])

    const source = await inspectionSourceView(manager, inspectionId)
    expect(source?.reworded.map(({ text }) => text)).toEqual(['Supervise.'])
    const marks = source?.source.pages.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ pieces }) => pieces.filter(({ mark }) => mark?.isFirst)),
    )
    // what was reworded is marked where the report says it
    expect(marks).toHaveLength(11)
    expect((await view()).inspectionId).toBe(inspectionId)
  })

  test('is done once', async ({ db }) => {
    const { manager, id } = await westmarsh(db)
    const confirm = () => confirmImport(manager, id, { receivedOn: null, revision: 1 })
    expect(await confirm()).toMatchObject({ allowed: true })
    const refusal = { allowed: false, because: 'This report is already in the plan.' }
    expect(await confirm()).toEqual(refusal)
    expect(await discardImport(manager, id)).toEqual(refusal)
    expect(await editProposedItem(manager, id, 'r1', { ...itemForm, revision: 1 })).toEqual(refusal)
    expect(await addProposedItem(manager, id, itemForm)).toEqual(refusal)
  })

  test('is refused while the same inspection is in the plan', async ({ db }) => {
    const { manager, id, read } = await westmarsh(db)
    await confirmImport(manager, id, { receivedOn: null, revision: 1 })
    const again = await addReport(manager, read)
    if (!again.allowed) throw new Error(again.because)
    expect(await confirmImport(manager, again.importId, { receivedOn: null, revision: 1 })).toEqual(
      {
        allowed: false,
        because: 'An inspection of this kind that began on this day is in the plan already.',
      },
    )
  })

  test('makes one inspection where two imports of the report are confirmed at once', async () => {
    const db = openDatabase(await ownDatabase('twice'), 4)
    try {
      const { manager, id, read } = await westmarsh(db)
      const again = await addReport(manager, read)
      if (!again.allowed) throw new Error(again.because)
      const answers = await Promise.all(
        [id, again.importId].map((one) =>
          confirmImport(manager, one, { receivedOn: null, revision: 1 }),
        ),
      )
      expect(answers.filter((answer) => answer?.allowed)).toHaveLength(1)
      expect(answers).toContainEqual({
        allowed: false,
        because: 'An inspection of this kind that began on this day is in the plan already.',
      })
      expect(await db.selectFrom('inspections').select('id').execute()).toHaveLength(1)
    } finally {
      await db.destroy()
    }
  })

  test('is kept to one by the database too', async ({ db }) => {
    const days = { inspectedFrom: '2019-03-04', inspectedTo: '2019-03-15' }
    await makeInspection(db, days)
    await expectRefusedBy(db, 'inspections_of_a_kind_begin_once_a_day', () =>
      makeInspection(db, days),
    )
  })

  test('is refused where somebody has changed what one saw', async ({ db }) => {
    const { manager, id } = await westmarsh(db)
    await removeProposedItem(manager, id, 'r1', { revision: 1 })
    expect(await confirmImport(manager, id, { receivedOn: null, revision: 1 })).toEqual({
      allowed: false,
      because: 'Somebody else has changed this proposal meanwhile. Look at it again and confirm.',
    })
  })

  test('is refused for a report received before the inspection ended or after today', async ({
    db,
  }) => {
    const { manager, id } = await westmarsh(db)
    const on = (receivedOn: '2019-03-14' | '2030-01-01') =>
      confirmImport(manager, id, { receivedOn, revision: 1 })
    expect(await on('2019-03-14')).toEqual({
      allowed: false,
      because: 'The report cannot be received before the inspection ended.',
    })
    expect(await on('2030-01-01')).toEqual({
      allowed: false,
      because: 'The report cannot be received after today.',
    })
  })

  test('is refused without council, days or framework', async ({ db }) => {
    const { manager, id } = await pasted(db, 'A letter about nothing in particular.')
    const confirm = async () => {
      const view = await reportImportView(manager, id)
      return confirmImport(manager, id, { receivedOn: null, revision: view!.revision })
    }
    const details = {
      kind: 'ilacs' as const,
      frameworkId: null,
      council: '',
      inspectedFrom: null,
      inspectedTo: null,
      leadInspector: '',
      judgements: [],
      principalAuthority: '',
      statementDueOn: null,
    }
    const correct = async (more: object) => {
      const view = await reportImportView(manager, id)
      const change = { revision: view!.revision, details: { ...details, ...more } }
      expect(await editProposedDetails(manager, id, change)).toEqual({ allowed: true })
    }
    await correct({})
    expect(await confirm()).toEqual({ allowed: false, because: 'Give the council’s name.' })
    await correct({ council: 'Norham' })
    expect(await confirm()).toEqual({
      allowed: false,
      because: 'Give the first and the last day of the inspection.',
    })
    const days = { council: 'Norham', inspectedFrom: '2024-05-01', inspectedTo: '2024-05-10' }
    await correct({ ...days, inspectedTo: '2024-04-10' })
    expect(await confirm()).toEqual({
      allowed: false,
      because: 'The inspection cannot end before it starts.',
    })
    await correct(days)
    expect(await confirm()).toEqual({
      allowed: false,
      because: 'Choose the framework that the inspection was held under.',
    })
    // a report with nothing that must improve is confirmed with none
    await correct({ ...days, kind: 'peer-review' })
    const confirmed = await confirm()
    if (!confirmed?.allowed) throw new Error(confirmed?.because)
    expect(await inspectionView(manager, confirmed.inspectionId)).toMatchObject({
      recommendations: [],
      judgements: [],
      statements: [],
    })
  })
})

describe('a report that is set aside', () => {
  test('is closed, with its event', async ({ db }) => {
    const { manager, id } = await westmarsh(db)
    expect(await discardImport(manager, id)).toEqual({ allowed: true })
    const refusal = { allowed: false, because: 'This report was set aside.' }
    expect(await discardImport(manager, id)).toEqual(refusal)
    expect(await confirmImport(manager, id, { receivedOn: null, revision: 1 })).toEqual(refusal)
    expect(await acceptProposedItem(manager, id, 'r1', { area: 'leaders', revision: 1 })).toEqual(
      refusal,
    )
    expect((await eventsOf(db, 'report-import', id)).at(-1)?.what).toBe('report-import.discarded')
    expect((await inspectionsView(manager)).waiting.map((one) => one.id)).not.toContain(id)
  })
})

test('what is not there is answered with nothing', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const nowhere = 2_000_000_000
  expect(await reportImportView(manager, nowhere)).toBeUndefined()
  expect(await proposedItemView(manager, nowhere, 'r1')).toBeUndefined()
  expect(await discardImport(manager, nowhere)).toBeUndefined()
  expect(await confirmImport(manager, nowhere, { receivedOn: null, revision: 1 })).toBeUndefined()
  expect(
    await editProposedItem(manager, nowhere, 'r1', { ...itemForm, revision: 1 }),
  ).toBeUndefined()
  expect(await inspectionView(manager, nowhere)).toBeUndefined()
  expect(await inspectionSourceView(manager, nowhere)).toBeUndefined()
})
