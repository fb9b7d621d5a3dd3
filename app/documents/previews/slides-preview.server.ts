import { posix } from 'node:path'
import { Pieces } from '../checking/pieces'
import { WordsOfPart } from '../checking/words-of-part'
import { Refused } from '../tables/tables-read'
import { Parts } from '../tables/zip-reader.server'
import type { Preview, PreviewedSlide } from './preview'
import { previewLimits } from './preview-limits'
import { Room } from './room'

/**
 * The words on slides, each with its notes, and what was said about them; read as the search for identifiers
 * reads them, so that nothing is told here that was not searched. Runs only in the reading process.
 */
export async function slidesPreview(path: string): Promise<Preview> {
  const parts = await Parts.open(path)
  try {
    const names = [...parts.names()]
    const numbered = names
      .flatMap((name) => {
        const number = /^ppt\/slides\/slide(\d{1,6})\.xml$/i.exec(name)?.[1]
        return number === undefined ? [] : [{ name, number: Number(number) }]
      })
      .sort((one, other) => one.number - other.number)
    if (numbered.length === 0) throw new Refused('empty')
    const room = new Room()
    const slides: PreviewedSlide[] = []
    for (const { name, number } of numbered.slice(0, previewLimits.rows)) {
      const { text, isHidden } = await wordsOn(parts, name)
      const notes = await notesOf(parts, name)
      slides.push({ number, text: room.fit(text), notes: room.fit(notes), isHidden })
    }
    const comments: string[] = []
    for (const name of names.filter((one) => /^ppt\/comments\/[^/]*\.xml$/i.test(one))) {
      const said = room.fit((await wordsOn(parts, name)).text)
      if (said !== '') comments.push(said)
    }
    const pictures = names.filter((name) => /^ppt\/media\//i.test(name)).length
    return {
      is: 'slides',
      slides,
      comments,
      pictures,
      isCut: room.isFull || numbered.length > slides.length,
    }
  } finally {
    parts.close()
  }
}

async function wordsOn(parts: Parts, name: string): Promise<{ text: string; isHidden: boolean }> {
  const pieces = new Pieces()
  const words = new WordsOfPart(name, { isSeenAlone: true })
  let isHidden = false
  await parts.read(name, {
    open: (element, attributes) => {
      if (element === 'sld' && /^(?:0|false)$/.test(attributes.show ?? '')) isHidden = true
      words.open(element, attributes)
    },
    text: (text) => words.text(text),
    close: (element) => words.close(element),
  })
  words.tell(pieces)
  return { text: pieces.all.map(({ text }) => text).join('\n'), isHidden }
}

/** The notes that the slide's own list of parts leads to. */
async function notesOf(parts: Parts, slide: string): Promise<string> {
  const list = `${posix.dirname(slide)}/_rels/${posix.basename(slide)}.rels`
  let target: string | undefined
  await parts.read(list, {
    open: (_element, { Target = '', TargetMode }) => {
      if (TargetMode !== 'External' && /notesSlide\d*\.xml$/i.test(Target)) target ??= Target
    },
  })
  if (target === undefined) return ''
  const name = posix.resolve('/', posix.dirname(slide), target).slice(1)
  return (await wordsOn(parts, name)).text
}
