import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchEvidenceFile } from './search-evidence-file.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-evidence-'))
})
afterAll(() => rm(folder, { recursive: true }))

const received = async (words: string, originalName = 'a.txt') => {
  const sha256 = 'a'.repeat(64)
  const file = { path: path.join(folder, sha256), mediaType: 'text/plain', originalName }
  await writeFile(file.path, words)
  return { ...file, sha256, bytes: words.length }
}
const settings = { caseNumberPattern: 'WM\\d{7}' }
const search = async (...given: Parameters<typeof received>) =>
  searchEvidenceFile(await received(...given), settings)

describe('a file that has arrived', () => {
  test('is held by nothing where it is clean, and its words are kept for searching', async () => {
    const file = await search('Six plans were read.')
    expect(file).toMatchObject({ text: 'Six plans were read.', takenOut: [] })
    expect(file).not.toHaveProperty('hold')
  })

  test('is held for what it holds, the council’s own case numbers too', async () => {
    expect((await search('child 943 476 5919')).hold).toEqual({
      reason: 'identifiers-found',
      found: [{ kind: 'nhs-number', masked: '••• ••• ••19', where: 'the text' }],
      unsearched: [],
    })
    expect((await search('see WM1234567')).hold).toMatchObject({ found: [{ kind: 'case-number' }] })
  })

  test('is held where it could not be searched', async () => {
    const document = { mediaType: 'application/pdf' }
    const file = { ...(await received('%PDF-1.7 and nothing more')), ...document }
    expect((await searchEvidenceFile(file, settings)).hold).toEqual({
      reason: 'cannot-be-searched',
      found: [],
      unsearched: [{ because: 'corrupt' }],
    })
  })

  test('is held by nothing where it is a recording, of which no words are kept', async () => {
    const recording = { ...(await received('...')), mediaType: 'audio/mpeg' }
    const searched = await searchEvidenceFile(recording, settings)
    expect(searched).not.toHaveProperty('hold')
    expect(searched).not.toHaveProperty('text')
  })

  test('loses what looks like an identifier out of its name', async () => {
    const file = await search('Six plans.', 'child 943 476 5919 plan.txt')
    expect(file).toMatchObject({ originalName: 'child ••• ••• •••• plan.txt', takenOut: ['name'] })
  })
})
