import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { sourceFromText } from '~/documents/read-document.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeInspection, makeRecommendation } from '~/testing/make'
import { acceptProposedItem } from './accept-item.command.server'
import { acceptProposedStatement } from './accept-statement.command.server'
import { acceptStatementForm } from './accept-statement.form'
import { addReport } from './add-report.command.server'
import { confirmImport } from './confirm-import.command.server'
import { editProposedDetails } from './edit-details.command.server'
import { findingsView } from './findings.query.server'
import { inspectionView } from './inspection.query.server'
import { proposeStatement } from './propose-statement.command.server'
import { reportImportView } from './report-import.query.server'
import { reportToRead } from './report-to-read.server'
import { setProposedStatementAside } from './set-statement-aside.command.server'

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
})
afterAll(() => vi.unstubAllEnvs())

async function proposal(manager: Context, report: Parameters<typeof addReport>[1]) {
  const added = await addReport(manager, report)
  if (!added.allowed) throw new Error(added.because)
  const id = added.importId
  const view = async () => {
    const found = await reportImportView(manager, id)
    if (!found) throw new Error('no view')
    return found
  }
  return { id, view }
}

async function sampleReport(manager: Context, name: string) {
  const path = fileURLToPath(new URL(`../../../seeds/sample-reports/${name}`, import.meta.url))
  const file = {
    sha256: 'cd'.repeat(32),
    bytes: 1000,
    mediaType: 'application/pdf',
    originalName: name,
    path,
  }
  const read = await reportToRead({ ok: true, typed: {}, file })
  if (!read.ok) throw new Error(read.sentence)
  return proposal(manager, read.report)
}

/** Westmarsh was told three things in 2019; the letter of its fifth visit comes in. */
async function afterTheFifthVisit(db: Context['db']) {
  const manager = await contextFor(db, 'manager')
  const inspectionId = await makeInspection(db, {
    inspectedFrom: '2019-03-04',
    inspectedTo: '2019-03-15',
    frameworkId: 'ilacs-2018',
    reportReceivedOn: null,
  })
  const told = (text: string) => makeRecommendation(db, { inspectionId, text })
  const [plans, allocation, supervision] = [
    await told('The quality of plans for children in need.'),
    await told('The allocation of children to a social worker without delay.'),
    await told('The frequency of supervision and the oversight of managers.'),
  ]
  const letter = await sampleReport(manager, 'westmarsh-monitoring-visit-2021.pdf')
  return { manager, inspectionId, plans, allocation, supervision, ...letter }
}

const verdictOn = (...recommendationIds: number[]) => ({
  kind: 'verdict' as const,
  verdict: 'too-slow' as const,
  recommendationIds,
})

describe('a visit’s letter', () => {
  test('proposes each statement of progress on the recommendation that it speaks of, and says why', async ({
    db,
  }) => {
    const { view, plans, allocation, supervision } = await afterTheFifthVisit(db)
    const { statements, earlier } = await view()
    const about = (words: string) => {
      const found = statements.find(({ quote }) => quote.includes(words))
      return found?.means.kind === 'verdict'
        ? [found.means.verdict, found.means.recommendationIds[0]]
        : undefined
    }
    expect(about('quality of plans remains variable')).toEqual(['unchanged', plans])
    expect(about('reducing their number has been too slow')).toEqual(['too-slow', allocation])
    expect(about('new supervision policy')).toEqual(['too-early-to-see', supervision])
    expect(statements.every(({ because, isMarked }) => because && isMarked)).toBe(true)
    expect(earlier.map(({ id }) => id)).toEqual([plans, allocation, supervision])
    expect(earlier[0]?.toldBy).toBe('ILACS inspection of Westmarsh, 4 to 15 March 2019')
  })

  test('keeps of them only what was accepted, on every recommendation named, word for word', async ({
    db,
  }) => {
    const { manager, id, view, plans, allocation } = await afterTheFifthVisit(db)
    const slow = (await view()).statements.find(({ quote }) => quote.includes('has been too slow.'))
    if (!slow) throw new Error('no such statement')
    const { revision } = await view()
    expect(
      await acceptProposedStatement(manager, id, slow.key, {
        revision,
        means: verdictOn(plans, allocation),
      }),
    ).toEqual({ allowed: true })
    const confirmed = await confirmImport(manager, id, {
      receivedOn: null,
      revision: (await view()).revision,
    })
    if (!confirmed?.allowed) throw new Error(confirmed?.because)

    const letter = await inspectionView(manager, confirmed.inspectionId)
    expect(letter?.verdicts).toMatchObject(
      [plans, allocation].map((recommendationId) => ({
        recommendationId,
        verdict: 'too-slow',
        quote: slow.quote,
      })),
    )
    expect(letter?.areasCovered).toHaveLength(3)
    expect(letter?.findings).toBeGreaterThan(4)
    const found = await findingsView(manager, confirmed.inspectionId, {
      q: 'supervision policy',
      area: '',
      kind: '',
    })
    expect(found?.findings.map(({ text }) => text).join()).toContain('new supervision policy')
  })

  test('speaks of nothing that a later inspection said, nor of this one', async ({ db }) => {
    const { manager, id, view } = await afterTheFifthVisit(db)
    const later = await makeRecommendation(db, { inspectionId: await makeInspection(db) })
    const { revision, statements, earlier } = await view()
    expect(earlier.map((one) => one.id)).not.toContain(later)
    expect(
      await acceptProposedStatement(manager, id, statements[0]!.key, {
        revision,
        means: verdictOn(later),
      }),
    ).toMatchObject({ allowed: false, because: expect.stringContaining('earlier') as string })
  })

  test('can have a statement set aside and looked at again, and tells two who meet on one', async ({
    db,
  }) => {
    const { manager, id, view, plans } = await afterTheFifthVisit(db)
    const { revision, statements } = await view()
    const { key } = statements[0]!
    const stateNow = async () => (await view()).statements[0]?.state
    await setProposedStatementAside(manager, id, key, { revision })
    expect(await stateNow()).toBe('set-aside')
    expect(await proposeStatement(manager, id, key, { revision })).toMatchObject({
      because: 'Somebody else has changed this statement meanwhile. Look at it again.',
    })
    await proposeStatement(manager, id, key, { revision: revision + 1 })
    expect(await stateNow()).toBe('proposed')
    expect(
      await acceptProposedStatement(manager, 2_000_000_000, key, {
        revision,
        means: verdictOn(plans),
      }),
    ).toBeUndefined()
  })

  test('gives no verdict on its own recommendations, whoever writes', async ({ db }) => {
    const { manager, inspectionId, plans } = await afterTheFifthVisit(db)
    const verdict = {
      recommendationId: plans,
      toldByInspectionId: inspectionId,
      verdict: 'progress',
      quote: 'Progress.',
      confirmedById: manager.actor.personId,
      confirmedAt: manager.now,
    }
    await expectRefusedBy(db, 'progress_verdicts_are_on_another_inspection', () =>
      db
        .insertInto('progressVerdicts')
        .values({ ...verdict, inspectionId })
        .execute(),
    )
    const visit = { kind: 'monitoring-visit', frameworkId: null }
    const [one, other] = [await makeInspection(db, visit), await makeInspection(db, visit)]
    await expectRefusedBy(db, 'progress_verdicts_know_who_told_the_recommendation', () =>
      db
        .insertInto('progressVerdicts')
        .values({ ...verdict, toldByInspectionId: other, inspectionId: one })
        .execute(),
    )
  })
})

const news = `Eastmere leaders keep high standards, Ofsted said, rating the council as ‘outstanding’.

The experiences and progress of children who need help and protection were rated good.

Social workers stay, and their assessments are thoughtful and clear.

Too many children wait too long for a social worker.

To do better still, the clarity of letters to parents should also be improved.`

describe('a text without headings', () => {
  test('becomes what a person accepted of it, one statement after the other', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { id, view } = await proposal(manager, {
      source: sourceFromText(news),
      originalName: 'Pasted text',
    })
    const of = async (words: string) => {
      const { revision, statements } = await view()
      const found = statements.find(({ quote }) => quote.includes(words))
      if (!found) throw new Error(`no statement ${words}`)
      return { revision, key: found.key, means: found.means }
    }
    const grade = await of('were rated good')
    expect(grade.means).toEqual({
      kind: 'judgement',
      area: 'help-and-protection',
      grade: 'good',
    })
    expect(await acceptProposedStatement(manager, id, grade.key, grade)).toMatchObject({
      because: expect.stringContaining('Choose the framework') as string,
    })
    const { revision } = await view()
    await editProposedDetails(manager, id, {
      revision,
      details: {
        kind: 'ilacs',
        frameworkId: 'ilacs-2018',
        council: 'Eastmere',
        inspectedFrom: '2018-07-16',
        inspectedTo: '2018-07-20',
        leadInspector: '',
        judgements: [],
        principalAuthority: '',
        statementDueOn: null,
      },
    })
    for (const words of ['were rated good', 'wait too long']) {
      const one = await of(words)
      expect(await acceptProposedStatement(manager, id, one.key, one)).toEqual({ allowed: true })
    }
    const { items } = await view()
    await acceptProposedItem(manager, id, items[0]!.key, {
      area: 'help-and-protection',
      revision: (await view()).revision,
    })
    const confirmed = await confirmImport(manager, id, {
      receivedOn: null,
      revision: (await view()).revision,
    })
    if (!confirmed?.allowed) throw new Error(confirmed?.because)
    const inspection = await inspectionView(manager, confirmed.inspectionId)
    expect(inspection?.judgements.map(({ area, title }) => [area, title])).toEqual([
      ['help-and-protection', 'Good'],
    ])
    const kept = await findingsView(manager, confirmed.inspectionId, { q: '', area: '', kind: '' })
    expect(kept?.findings).toMatchObject([
      { kind: 'concern', text: 'Too many children wait too long for a social worker.', page: null },
    ])
  })
})

describe('the paragraphs of a report', () => {
  test('are kept with number, page and area, and found by number or by words', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { id, view } = await sampleReport(manager, 'westmarsh-ilacs-2019.pdf')
    const { revision, paragraphs } = await view()
    expect(paragraphs).toBeGreaterThan(5)
    const confirmed = await confirmImport(manager, id, { receivedOn: '2019-04-26', revision })
    if (!confirmed?.allowed) throw new Error(confirmed?.because)
    const look = (q: string, kind = '') =>
      findingsView(manager, confirmed.inspectionId, { q, area: '', kind })

    const all = await look('')
    expect(all?.total).toBe(paragraphs)
    expect(all?.findings.map(({ paragraph }) => paragraph)).toEqual(
      Array.from({ length: paragraphs }, (_, at) => String(at + 1)),
    )
    expect(all?.findings.every(({ page, areaName }) => page && areaName)).toBe(true)
    const third = all?.findings[2]
    expect((await look('para 3'))?.findings).toEqual([third])
    expect((await look('3'))?.findings).toEqual([third])
    expect((await look('', 'concern'))?.findings).toEqual([])
    expect((await look('"&|!:*'))?.findings).toEqual([])
    expect(await findingsView(manager, 2_000_000_000, { q: '', area: '', kind: '' })).toBe(
      undefined,
    )
  })

  test('are found by a word that stands in quotation marks', async ({ db }) => {
    const inspectionId = await makeInspection(db)
    await db
      .insertInto('findings')
      .values({
        inspectionId,
        position: 1,
        kind: 'paragraph',
        text: 'Some are ‘unallocated’ for weeks.',
      })
      .execute()
    const manager = await contextFor(db, 'manager')
    const look = (q: string) => findingsView(manager, inspectionId, { q, area: '', kind: '' })
    expect((await look('unallocated'))?.total).toBe(1)
    expect((await look('“unallocated”'))?.total).toBe(1)
  })

  test('are never rewritten, whoever writes', async ({ db }) => {
    const inspectionId = await makeInspection(db)
    const { id } = await db
      .insertInto('findings')
      .values({ inspectionId, position: 1, kind: 'paragraph', text: 'As it was.' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await expectRefusedBy(db, 'findings_words_are_never_rewritten', () =>
      db.updateTable('findings').set({ text: 'Better.' }).where('id', '=', id).execute(),
    )
  })
})

describe('a JTAI letter', () => {
  test('brings along who writes the statement and the day that it states', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { id, view } = await sampleReport(manager, 'eastmere-jtai-2023.pdf')
    expect((await view()).details).toMatchObject({
      principalAuthority: 'Eastmere Council',
      statementDueOn: '2023-10-10',
    })
    const confirmed = await confirmImport(manager, id, {
      receivedOn: '2023-07-04',
      revision: (await view()).revision,
    })
    if (!confirmed?.allowed) throw new Error(confirmed?.because)
    const page = await inspectionView(manager, confirmed.inspectionId)
    expect(page?.principalAuthority).toBe('Eastmere Council')
    expect(page?.statements).toMatchObject([
      { duty: 'statement-of-action', statedOn: '2023-10-10', dueOn: '2023-10-10' },
    ])
  })

  test('owes nothing of the kind where it names another council', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const id = await makeInspection(db, {
      kind: 'jtai',
      frameworkId: 'jtai',
      council: 'Eastmere',
      principalAuthority: 'Norham County Council',
    })
    expect((await inspectionView(manager, id))?.statements).toEqual([])
  })
})

describe('the form of a statement', () => {
  test.each([
    [{ kind: 'nonsense' }, 'Choose what it is.'],
    [{ kind: 'verdict', verdict: 'splendid' }, 'Choose what it says of progress.'],
    [
      { kind: 'verdict', verdict: 'progress', 'recommendations[]': ['x'] },
      'Choose the recommendation from the list.',
    ],
  ])('says of %o what to do', (typed, sentence) => {
    const read = acceptStatementForm.safeParse({ revision: '1', ...typed })
    expect(read.error?.issues.map(({ message }) => message)).toContain(sentence)
  })

  test('takes what was ticked and what was chosen beside it, each once', () => {
    expect(
      acceptStatementForm.parse({
        revision: '1',
        kind: 'verdict',
        verdict: 'progress',
        'recommendations[]': ['4', '4'],
        another: '5',
      }).means,
    ).toEqual({ kind: 'verdict', verdict: 'progress', recommendationIds: [4, 5] })
  })
})
