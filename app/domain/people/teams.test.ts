import { describe, expect, test } from 'vitest'
import { canChangeTeam, teamAndBelow, treeOf } from './teams'

const team = (id: number, name: string, parentId: number | null = null) => ({ id, name, parentId })
const teams = [
  team(3, 'Assessment North', 2),
  team(4, 'Children in care', 1),
  team(5, 'Edge of care', 4),
  team(2, 'Front door', 1),
  team(1, 'Leadership'),
  team(6, 'Partners'),
]

describe('the tree of teams', () => {
  test('shows each team once, before those below it', () => {
    expect(treeOf(teams).map(({ depth, path }) => `${depth} ${path}`)).toEqual([
      '0 Leadership',
      '1 Leadership › Children in care',
      '2 Leadership › Children in care › Edge of care',
      '1 Leadership › Front door',
      '2 Leadership › Front door › Assessment North',
      '0 Partners',
    ])
  })

  test('shows a team whose parent is not among those given', () => {
    expect(treeOf([team(3, 'Assessment North', 2)])).toMatchObject([{ depth: 0 }])
  })

  test.each([
    [1, [1, 2, 3, 4, 5]],
    [2, [2, 3]],
    [6, [6]],
    [99, []],
  ])('team %i and those below are %j', (id, below) => {
    expect([...teamAndBelow(teams, id)].sort()).toEqual(below)
  })
})

const admin = { personId: 1, roles: ['admin'] as const }
const manager = { personId: 2, roles: ['manager'] as const }

describe('a team', () => {
  test('is moved anywhere but below itself', () => {
    for (const parentId of [null, 1, 4, 5, 6]) {
      expect(canChangeTeam(admin, teams, 2, { parentId })).toEqual({ allowed: true })
    }
  })

  test.each([
    ['by a manager', manager, 2, { parentId: null }, 'Only an administrator can do this.'],
    ['into itself', admin, 2, { parentId: 2 }, 'A team cannot be part of itself.'],
    [
      'below one of its own',
      admin,
      1,
      { parentId: 5 },
      'That team stands below this one. Move it first, or choose another.',
    ],
    [
      'into a team that is gone',
      admin,
      2,
      { parentId: 99 },
      'That team is no longer there. Choose another.',
    ],
  ])('is not moved %s', (_what, actor, teamId, to, because) => {
    expect(canChangeTeam(actor, teams, teamId, to)).toMatchObject({ allowed: false, because })
  })
})
