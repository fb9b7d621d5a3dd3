import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { piecesOfFile } from '~/documents/checking/pieces-of-file.server'
import { searchFile } from '~/documents/checking/search-file.server'
import { previewFile } from '~/documents/previews/preview-file.server'
import { previewKindOf } from '~/domain/evidence/preview'
import { recognise } from '~/storage/recognise.server'
import { stories } from '../scenarios/stories'

const folder = fileURLToPath(new URL('.', import.meta.url))
const ready = Object.values(stories)
  .flatMap((story) => story?.actions ?? [])
  .flatMap(({ shown = [] }) => shown)
  .flatMap(({ file }) => (file?.liesReadyAs ? [{ ...file, liesAs: file.liesReadyAs }] : []))

test('Every file that lies here is told of in a story, and every one that is told of lies here.', async () => {
  const lie = (await readdir(folder)).filter((name) => !name.endsWith('.ts'))
  expect(ready.map(({ liesAs }) => liesAs).sort()).toEqual(lie.sort())
})

describe.each(ready)('$name', (file) => {
  const path = `${folder}${file.liesAs}`
  const kindOf = async () => {
    const what = await recognise(path)
    if (!what.taken) throw new Error(what.because)
    return what.mediaType
  }

  test('says what the story says that it says, and nothing that would tell who a child is.', async () => {
    const mediaType = await kindOf()
    const pieces = await piecesOfFile(path, mediaType)
    const said = (pieces?.all ?? []).map(({ text }) => text.replace(/[^\S\n\t]*\n\s*/g, ' '))
    for (const line of file.textFor('2026-11-20').split('\n'))
      expect(said.join('\n')).toContain(line)
    const search = await searchFile(path, mediaType)
    expect(search).toMatchObject({ outcome: 'searched', found: [] })
    expect(search).not.toHaveProperty('unsearched')
  })

  test('has a preview.', async () => {
    const kind = previewKindOf(await kindOf())!
    expect(await previewFile(path, kind, { pages: 5, bytes: 1024 * 1024 })).toHaveProperty(
      'preview',
    )
  })
})
