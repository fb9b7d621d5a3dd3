import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makeInspection } from '~/testing/make'
import { actionView } from './action.query.server'
import { citeFinding } from './cite-finding.command.server'
import { citeFindingView } from './cite-finding.query.server'
import { stopCitingFinding } from './stop-citing-finding.command.server'

async function paragraph38(db: Context['db']) {
  const inspectionId = await makeInspection(db)
  const { id } = await db
    .insertInto('findings')
    .values({
      inspectionId,
      position: 38,
      kind: 'paragraph',
      paragraph: '38',
      page: 9,
      area: 'leaders',
      text: 'Supervision happens, and rarely asks what has changed for the child.',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { inspectionId, findingId: id }
}

describe('citing a finding', () => {
  test('puts its words beside the action, once, and the history says so', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { findingId, inspectionId } = await paragraph38(db)
    const actionId = await makeAction(db)
    expect(await citeFinding(manager, actionId, { findingId })).toEqual({ allowed: true })
    expect(await citeFinding(manager, actionId, { findingId })).toEqual({ allowed: true })

    const view = await actionView(manager, actionId)
    expect(view?.findings).toMatchObject([
      { id: findingId, inspectionId, paragraph: '38', page: 9 },
    ])
    expect(view?.history.map(({ sentence }) => sentence)).toEqual([
      `${manager.actor.name} cited paragraph 38 of the ${view?.findings[0]?.inspection}.`,
    ])
  })

  test('can be taken back; what was is still told', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { findingId } = await paragraph38(db)
    const actionId = await makeAction(db)
    await citeFinding(manager, actionId, { findingId })
    expect(await stopCitingFinding(manager, actionId, findingId)).toEqual({ allowed: true })
    expect(await stopCitingFinding(manager, actionId, findingId)).toEqual({ allowed: true })
    const view = await actionView(manager, actionId)
    expect(view?.findings).toEqual([])
    expect(view?.history).toHaveLength(2)
    expect(view?.history[0]?.sentence).toContain('no longer cites paragraph 38')
  })

  test('is for managers, and for what is there', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const worker = await contextFor(db, 'practitioner')
    const { findingId } = await paragraph38(db)
    const actionId = await makeAction(db)
    expect(await citeFinding(worker, actionId, { findingId })).toMatchObject({ allowed: false })
    expect(await stopCitingFinding(worker, actionId, findingId)).toMatchObject({ allowed: false })
    expect(await citeFinding(manager, 2_000_000_000, { findingId })).toBeUndefined()
    expect(await stopCitingFinding(manager, actionId, 2_000_000_000)).toBeUndefined()
    expect(await citeFinding(manager, actionId, { findingId: 2_000_000_000 })).toEqual({
      allowed: false,
      because: 'This finding is not there any more. Choose another.',
    })
  })

  test('finds by number or by words, within one report or all, and marks what is cited', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { findingId, inspectionId } = await paragraph38(db)
    const actionId = await makeAction(db)
    const look = async (q: string, inspection: number | null = null) =>
      (await citeFindingView(manager, actionId, { q, inspectionId: inspection }))?.found.filter(
        ({ id }) => id === findingId,
      )
    expect(await look('38')).toMatchObject([{ isCited: false, areaName: 'Leaders' }])
    expect(await look('supervising changes', inspectionId)).toHaveLength(1)
    expect(await look('supervision', await makeInspection(db))).toEqual([])
    expect(await look('')).toEqual([])
    await citeFinding(manager, actionId, { findingId })
    expect(await look('38')).toMatchObject([{ isCited: true }])
    expect(
      await citeFindingView(manager, 2_000_000_000, { q: '', inspectionId: null }),
    ).toBeUndefined()
  })
})
