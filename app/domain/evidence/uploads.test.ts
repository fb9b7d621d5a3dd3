import { describe, expect, test } from 'vitest'
import { canBeginUpload } from './uploads'

const amara = { personId: 1, roles: ['practitioner' as const] }
const limits = { largestBytes: 1000, waiting: { count: 0, bytes: 0 } }
const full = { count: 19, bytes: 4000 }

describe('a file may be sent ahead of its form', () => {
  test('by who may add evidence, up to the largest that is taken and the last that fits', () => {
    expect(canBeginUpload(amara, { bytes: 1000 }, limits)).toEqual({ allowed: true })
    expect(canBeginUpload(amara, { bytes: 1000 }, { ...limits, waiting: full })).toEqual({
      allowed: true,
    })
  })

  test.each([
    [
      'by an observer',
      { personId: 2, roles: ['observer' as const] },
      1,
      {},
      'Only a social worker',
    ],
    ['while it is empty', amara, 0, {}, 'The file is empty.'],
    ['larger than the largest', amara, 1001, {}, 'larger than 1000 bytes'],
    ['as one of 21', amara, 1, { count: 20, bytes: 20 }, '20 of your files wait'],
    ['beyond five of the largest', amara, 1, { count: 5, bytes: 5000 }, 'does not fit in'],
  ])('but not %s', (_what, actor, bytes, waiting, because) => {
    const decision = canBeginUpload(
      actor,
      { bytes },
      { ...limits, waiting: { ...limits.waiting, ...waiting } },
    )
    expect(decision).toEqual({
      allowed: false,
      because: expect.stringContaining(because) as string,
    })
  })
})
