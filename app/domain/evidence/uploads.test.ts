import { describe, expect, test } from 'vitest'
import { canBeginUpload, toldBeforeSending } from './uploads'

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

describe('before a file is sent it is told', () => {
  const limits = { searchedBytes: 1000, scannedBytes: 2000 }
  const told = (bytes: number, mediaType: string, scannedBytes: number | undefined = 2000) =>
    toldBeforeSending({ bytes, mediaType }, { ...limits, scannedBytes }).map(
      (sentence) => /search|scanner/.exec(sentence)?.[0],
    )

  test('nothing, where it is short enough or a recording that nobody scans', () => {
    expect(told(1000, 'application/pdf')).toEqual([])
    expect(told(2000, 'video/mp4')).toEqual([])
    const unscanned = { ...limits, scannedBytes: undefined }
    expect(toldBeforeSending({ bytes: 5000, mediaType: 'audio/mpeg' }, unscanned)).toEqual([])
  })

  test('that it is held, where it is too long to be searched or looked through for viruses', () => {
    expect(told(1001, 'application/pdf')).toEqual(['search'])
    expect(told(2001, 'video/mp4')).toEqual(['scanner'])
    expect(told(2001, 'image/jpeg')).toEqual(['search', 'scanner'])
    // what a browser does not know may hold words
    expect(told(1001, '')).toEqual(['search'])
  })
})
