import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { insertEvidenceReview } from '~/db/tables/evidence-reviews.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makeRecommendation,
} from '~/testing/make'
import { addKeyLine } from './add-key-line.command.server'
import { editKeyLine } from './edit-key-line.command.server'
import { addKeyLineForm, editKeyLineForm } from './key-line.form'
import { keyLineView } from './key-line.query.server'
import { planVisit } from './plan-visit.command.server'
import { visitDetailView } from './visit-detail.query.server'
import { withdrawKeyLine } from './withdraw-key-line.command.server'

const line = {
  question: 'Why do children wait?',
  known: 'Nine wait.',
  howKnown: 'The Friday list.',
  nextStep: '',
  evidenceIds: [] as number[],
  actionIds: [] as number[],
}

/** A visit that tests one recommendation, with an action for it and two pieces of evidence, one restricted. */
async function aKeyLine(manager: Context) {
  const { db } = manager
  const inspectionId = await makeInspection(db)
  const recommendationId = await makeRecommendation(db, { inspectionId })
  const actionId = await makeAction(db, { recommendationIds: [recommendationId] })
  const open = await makeEvidence(db, { title: 'Audit of waiting', actionIds: [actionId] })
  const restricted = await makeEvidence(db, {
    title: 'Supervision notes',
    actionIds: [actionId],
    restricted: true,
  })
  const planned = await planVisit(manager, {
    inspectionId,
    kind: 'monitoring-visit',
    expectedFrom: '2026-12-08',
    expectedTo: '2026-12-09',
    covers: '',
    recommendationIds: [recommendationId],
    leadInspector: '',
    letterPublished: null,
    notAnIdentifier: '',
  })
  if (!planned.allowed) throw new Error(planned.because)
  const { visitId } = planned
  const whole = { ...line, evidenceIds: [open, restricted], actionIds: [actionId] }
  expect(await addKeyLine(manager, visitId, { line: whole, notAnIdentifier: '' })).toEqual({
    allowed: true,
  })
  const { id } = await db.selectFrom('keyLines').select('id').executeTakeFirstOrThrow()
  return { visitId, keyLineId: id, whole, open, restricted, actionId }
}

const linesSeen = async (context: Context, visitId: number) =>
  (await visitDetailView(context, visitId))!.keyLines!.lines

describe('a key line of enquiry', () => {
  test('says what is known, and shows each reader only the evidence that they may see', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { visitId } = await aKeyLine(manager)
    const titles = async (context: Context) =>
      (await linesSeen(context, visitId))[0]!.evidence.map(({ title }) => title)
    expect(await titles(manager)).toEqual(['Audit of waiting', 'Supervision notes'])
    expect(await titles(await contextFor(db, 'observer'))).toEqual(['Audit of waiting'])
    expect(await titles(await contextFor(db, 'practitioner'))).toEqual(['Audit of waiting'])
    const admin = await contextFor(db, 'admin')
    expect((await visitDetailView(admin, visitId))?.keyLines).toBeUndefined()
  })

  test('keeps what two people wrote at once, where they wrote different parts', async ({ db }) => {
    const grace = await contextFor(db, 'manager')
    const helen = await contextFor(db, 'leader')
    const { visitId, keyLineId, whole, open, actionId } = await aKeyLine(grace)
    const hers = { ...whole, known: 'Eight wait.', evidenceIds: [open] }
    const his = { ...whole, nextStep: 'Name a worker for each.', actionIds: [] }
    const edit = (who: Context, words: typeof whole) =>
      editKeyLine(who, visitId, keyLineId, { version: 1, line: words, notAnIdentifier: '' })
    expect(await edit(helen, hers)).toEqual({ allowed: true })
    expect(await edit(grace, his)).toEqual({ allowed: true })
    expect(await linesSeen(grace, visitId)).toMatchObject([
      {
        known: 'Eight wait.',
        nextStep: 'Name a worker for each.',
        evidence: [{ id: open }],
        actions: [],
      },
    ])
    expect(actionId).toBeGreaterThan(0)
    const view = await keyLineView(grace, visitId, keyLineId)
    expect(view?.line?.version).toBe(3)
  })

  test('shows both where two people wrote the same part, and saves nothing', async ({ db }) => {
    const grace = await contextFor(db, 'manager')
    const helen = await contextFor(db, 'leader')
    const { visitId, keyLineId, whole } = await aKeyLine(grace)
    const edit = (who: Context, known: string, version = 1) =>
      editKeyLine(who, visitId, keyLineId, {
        version,
        line: { ...whole, known },
        notAnIdentifier: '',
      })
    await edit(helen, 'Eight wait.')
    expect(await edit(grace, 'Ten wait.')).toMatchObject({
      allowed: false,
      because: 'Somebody else wrote the same part while you were typing.',
      conflict: {
        version: 2,
        collisions: [
          {
            part: 'known',
            theirs: 'Eight wait.',
            yours: 'Ten wait.',
            byName: helen.actor.name,
          },
        ],
      },
    })
    expect(await edit(grace, 'Ten wait.', 2)).toEqual({ allowed: true })
    expect(await linesSeen(grace, visitId)).toMatchObject([{ known: 'Ten wait.' }])
  })

  test('offers the accepted evidence of what will be tested', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { visitId, open } = await aKeyLine(manager)
    const offered = async () =>
      (await keyLineView(manager, visitId))!.choices.evidence.flatMap(({ choices }) =>
        choices.map(({ value }) => value),
      )
    expect(await offered()).toEqual([])
    const { addedById } = await db
      .selectFrom('evidence')
      .where('id', '=', open)
      .select('addedById')
      .executeTakeFirstOrThrow()
    await insertEvidenceReview(db, {
      evidenceId: open,
      addedById,
      reviewerId: manager.actor.personId,
      reviewedAt: manager.now,
      verdict: 'accepted',
      reason: '',
      evidenceVersion: 1,
      strength: 'output',
      sampleSize: null,
    })
    expect(await offered()).toEqual([String(open)])
  })

  test('is taken away by a row, and what it said stays', async ({ db }) => {
    const leader = await contextFor(db, 'leader')
    const manager = await contextFor(db, 'manager')
    const { visitId, keyLineId, whole } = await aKeyLine(manager)
    const worker = await contextFor(db, 'practitioner')
    expect(await withdrawKeyLine(worker, visitId, keyLineId)).toMatchObject({ allowed: false })
    expect(await withdrawKeyLine(leader, visitId, keyLineId)).toEqual({ allowed: true })
    expect(await linesSeen(leader, visitId)).toEqual([])
    expect(await withdrawKeyLine(leader, visitId, keyLineId)).toBeUndefined()
    expect(
      await editKeyLine(leader, visitId, keyLineId, {
        version: 1,
        line: whole,
        notAnIdentifier: '',
      }),
    ).toBeUndefined()
    expect(await db.selectFrom('keyLineWordings').select('question').execute()).toHaveLength(1)
    await expectRefusedBy(db, 'key_line_wordings_are_never_changed', () =>
      db.updateTable('keyLineWordings').set({ known: '' }).execute(),
    )
    await expectRefusedBy(db, 'key_line_withdrawals_are_never_changed', () =>
      db.deleteFrom('keyLineWithdrawals').execute(),
    )
  })

  test('names nothing that is not there, and is written by nobody else', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { visitId } = await aKeyLine(manager)
    const add = (who: Context, differs: Partial<typeof line>) =>
      addKeyLine(who, visitId, { line: { ...line, ...differs }, notAnIdentifier: '' })
    expect(await add(manager, { evidenceIds: [2_000_000_000] })).toMatchObject({
      because: 'Choose evidence from the list.',
    })
    expect(await add(manager, { actionIds: [2_000_000_000] })).toMatchObject({
      because: 'Choose actions from the list.',
    })
    expect(await add(await contextFor(db, 'practitioner'), {})).toMatchObject({
      because: 'Only a manager or a leader can do this.',
    })
    expect(await addKeyLine(manager, 2_000_000_000, { line, notAnIdentifier: '' })).toBeUndefined()
  })

  test('its forms ask for the question and for the version it was begun from', () => {
    expect(addKeyLineForm.safeParse({ question: ' ' }).error?.issues[0]?.message).toBe(
      'Write the question.',
    )
    expect(
      editKeyLineForm.parse({ question: 'Why?', version: '2', 'actionIds[]': ['4', '4'] }),
    ).toMatchObject({ version: 2, line: { question: 'Why?', actionIds: [4], evidenceIds: [] } })
  })
})
