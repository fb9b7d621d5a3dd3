import { describe, expect, test } from 'vitest'
import { acceptedFileKinds } from './file-kinds'
import {
  drawnSize,
  firstOf,
  headingLevels,
  previewedMediaTypes,
  previewKindOf,
  whyNoPreview,
} from './preview'

test('what has a preview is among the kinds that are taken, and the rest say why not', () => {
  for (const mediaType of previewedMediaTypes) expect(acceptedFileKinds).toHaveProperty([mediaType])
  for (const mediaType of Object.keys(acceptedFileKinds)) {
    if (previewKindOf(mediaType) === undefined)
      expect(whyNoPreview(mediaType)).toMatch(/here|own\.$/)
  }
  expect(previewKindOf('image/svg+xml')).toBeUndefined()
  expect(previewKindOf('toString')).toBeUndefined()
})

test.each([
  [20, 34, 'The first 20 of 34 pages.'],
  [1, 2, 'The first 1 of 2 pages.'],
  [3, 3, undefined],
])('%i of %i pages', (shown, inAll, words) => {
  expect(firstOf(shown, inAll, 'page')).toBe(words)
})

describe('a page is drawn', () => {
  test.each([
    ['upright as wide as the page shows it', [595.28, 841.89], [1400, 1980]],
    ['lying as wide, too', [841.89, 595.28], [1400, 990]],
    ['small no finer than it is worth', [100, 100], [250, 250]],
    ['as a strip within its height', [100, 10_000], [20, 2000]],
    ['where it is as large as a field', [100_000_000, 100_000_000], [1400, 1400]],
    ['where it is thinner than a dot', [100_000_000, 1], [1400, 1]],
  ])('%s', (_how, [width, height], drawn) => {
    expect(Object.values(drawnSize(width!, height!))).toEqual(drawn)
  })
})

describe('headings of a document', () => {
  test.each([
    ['begin below the page’s own', [1, 2, 2, 1], [2, 3, 3, 2]],
    ['that leave out a level are drawn together', [1, 3, 3, 2, 4], [2, 3, 3, 3, 4]],
    ['that begin deep rise to where they can', [3, 2, 1], [2, 2, 2]],
    ['go no deeper than a page knows', [1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]],
  ])('%s', (_how, theirs, ours) => {
    expect(headingLevels(theirs, 1)).toEqual(ours)
  })
})
