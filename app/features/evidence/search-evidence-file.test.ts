import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchEvidenceFiles } from './search-evidence-file.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-evidence-'))
})
afterAll(() => rm(folder, { recursive: true }))

const received = async (words: string, sha256 = 'a'.repeat(64)) => {
  const file = { path: path.join(folder, sha256), mediaType: 'text/plain', originalName: 'a.txt' }
  await writeFile(file.path, words)
  return { ...file, sha256, bytes: words.length }
}

type File = Awaited<ReturnType<typeof received>>
const search = (
  file: File | File[] | undefined,
  { ofFile, why }: { ofFile: string | undefined; why: string },
) =>
  searchEvidenceFiles(
    [file ?? []].flat(),
    { ofFiles: ofFile ? [ofFile] : [], why },
    { CASE_NUMBER_PATTERN: 'WM\\d{7}' },
  )
const whatStandsAgainst = async (...given: Parameters<typeof search>) =>
  (await search(...given)).against

describe('against a file', () => {
  const first = { ofFile: undefined, why: '' }

  test('nothing stands where it is clean, or where there is none', async () => {
    expect(await whatStandsAgainst(await received('Six plans were read.'), first)).toEqual([])
    expect(await whatStandsAgainst(undefined, first)).toEqual([])
  })

  test('stands what it holds, and it is asked why that is not an identifier', async () => {
    const against = await whatStandsAgainst(await received('child 943 476 5919'), first)
    expect(against.map(({ field }) => field)).toEqual(['file', 'notAnIdentifier'])
    expect(against[0]!.sentence).toContain('“••• ••• ••19” looks like an NHS number')
    const [byPattern] = await whatStandsAgainst(await received('see WM1234567'), first)
    expect(byPattern!.sentence).toContain('looks like a case number')
  })

  test('nothing stands once she was told of this very file and said why', async () => {
    const file = await received('child 943 476 5919')
    const why = 'It is an order number.'
    expect(await whatStandsAgainst(file, { ofFile: file.sha256, why })).toEqual([])
    expect(await whatStandsAgainst(file, { ofFile: file.sha256, why: '' })).toHaveLength(2)
    expect(await whatStandsAgainst(file, { ofFile: 'b'.repeat(64), why })).toHaveLength(2)
    expect(await whatStandsAgainst(file, { ofFile: undefined, why })).toHaveLength(2)
  })
})

describe('of a file', () => {
  test('its words are kept for searching, also where she said why something is no identifier', async () => {
    const told = { ofFile: undefined, why: '' }
    expect((await search(await received('Six plans were read.'), told)).files[0]?.text).toBe(
      'Six plans were read.',
    )
    const file = await received('order 943 476 5919')
    const why = 'It is an order number.'
    expect((await search(file, { ofFile: file.sha256, why })).files[0]?.text).toBe(
      'order 943 476 5919',
    )
  })

  test('that holds no words none are kept', async () => {
    const recording = { ...(await received('...')), mediaType: 'audio/mpeg' }
    expect(await search(recording, { ofFile: undefined, why: '' })).toEqual({
      against: [],
      files: [recording],
      toldOf: [],
    })
  })
})

test('each of several files is searched, and she answers for the ones that she was told of', async () => {
  const clean = await received('Six plans were read.', 'c'.repeat(64))
  const holding = await received('child 943 476 5919', 'd'.repeat(64))
  const told = await search([clean, holding], { ofFile: undefined, why: '' })
  expect(told.toldOf).toEqual([holding.sha256])
  expect(told.against[0]!.sentence).toMatch(/^1\. In the text, “••• ••• ••19”/)
  const answered = { ofFile: holding.sha256, why: 'It is an order number.' }
  expect((await search([clean, holding], answered)).against).toEqual([])
})
