import { describe, expect } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor } from '~/testing/make'
import { removeView } from './remove-view.command.server'
import { saveView } from './save-view.command.server'
import { queryOf, registerQueryIn, savedView, savedViewsView } from './saved-views.query.server'

const shown = (address: string) => registerQueryIn(new URLSearchParams(address))
const lateAndMine = shown('show=late&owner=7&sort=-slipped&rubbish=1')

describe('a view', () => {
  test('is what the register knows of an address, and comes back as it was', () => {
    expect(queryOf(lateAndMine)).toBe('owner=7&show=late&sort=-slipped')
    expect(shown(queryOf(lateAndMine))).toEqual(lateAndMine)
  })

  test('is its maker’s alone until it is shared', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const observer = await contextFor(db, 'observer')
    const own = await saveView(manager, lateAndMine, { name: 'Late and mine', isShared: false })
    const shared = await saveView(manager, shown('brag=off-track'), {
      name: 'Board on Thursday',
      isShared: true,
    })
    if (!own.allowed || !shared.allowed) throw new Error('refused')
    expect(await savedView(manager, own.viewId)).toMatchObject({ ...lateAndMine })
    expect(await savedView(observer, own.viewId)).toBeUndefined()
    expect(await savedView(observer, shared.viewId)).toMatchObject({
      name: 'Board on Thursday',
      filter: { brag: 'off-track' },
    })
    expect(await savedViewsView(observer, shown(''))).toEqual({
      mine: [],
      others: [{ id: shared.viewId, name: 'Board on Thursday', byName: manager.actor.name }],
      shown: undefined,
      share: { allowed: false, because: 'Only a manager or a leader can do this.' },
    })
    expect(await removeView(observer, shared.viewId)).toMatchObject({ allowed: false })
    expect(await removeView(observer, own.viewId)).toBeUndefined()
    expect(await removeView(manager, shared.viewId)).toEqual({ allowed: true })
    expect(await savedView(observer, shared.viewId)).toBeUndefined()
  })

  test('has a name that its maker uses once, and is shared by those who may', async ({ db }) => {
    const observer = await contextFor(db, 'observer')
    const name = 'Mine'
    expect(await saveView(observer, lateAndMine, { name, isShared: false })).toMatchObject({
      allowed: true,
    })
    expect(await saveView(observer, lateAndMine, { name, isShared: false })).toEqual({
      allowed: false,
      because: 'You have a view of that name already.',
    })
    expect(await saveView(observer, lateAndMine, { name: 'Ours', isShared: true })).toEqual({
      allowed: false,
      because: 'Only a manager or a leader can do this.',
    })
  })
})
