import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import { keepVirusCheck } from '~/db/tables/virus-checks.server'
import { encryptedPdf, longPdf } from '../../../seeds/sample-reports/faulty'
import { test } from '~/testing/db-test'
import { aFriday, contextFor } from '~/testing/make'
import { heicOfTiles, jpegPhoto, secret } from '~/testing/photos'
import { fetchBlob } from '~/storage/storage.server'
import { uploadRequest, zipOf } from '~/testing/uploads'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { deleteEvidence } from './delete-evidence.command.server'
import { destroyHeldFile } from './destroy-held-file.command.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceFile } from './evidence-file.query.server'
import { evidenceLibraryView } from './evidence-library.query.server'
import { evidencePicture, evidencePreviewView } from './evidence-preview.query.server'
import { receiveEvidence } from './receive-evidence.server'
import { searchEvidenceFiles } from './search-evidence-file.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-preview-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
  vi.stubEnv('PREVIEW_PAGES', '4')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** Evidence with one file, brought as a form brings it. */
async function adds(
  adder: Context,
  name: string,
  content: Uint8Array | string,
  more: Record<string, string> = {},
) {
  const received = await receiveEvidence(adder, uploadRequest({}, [{ name, content }]), {})
  if (!received.ok) throw new Error(JSON.stringify(received.errors))
  const files = await searchEvidenceFiles(adder.db, received.files, {})
  const form = addEvidenceForm.parse({ shows: 'The duty board of Monday', ...more })
  const added = await addEvidence(adder, form, files)
  if (!added?.allowed) throw new Error(added?.because)
  const { evidenceId } = added
  const [file] = (await evidenceDetailView(adder, evidenceId))!.files
  return { evidenceId, fileId: file!.id }
}

type Ids = { evidenceId: number; fileId: number }
const stays = new AbortController().signal
const pictureFor = async (context: Context, ids: Ids, number = 1) =>
  (await evidencePicture(context, { ...ids, number }, stays))?.()

/** What stands on the page of who opens the preview. */
async function shownTo(context: Context, ids: Ids) {
  const view = await evidencePreviewView(context, ids)
  if (view?.shown.is !== 'there') throw new Error(JSON.stringify(view?.shown))
  return view.shown
}

const board = 'The duty board of Monday: every child has a named worker.\n'
const withNumber = 'The child with the number 943 476 5919 was spoken of.\n'

describe('a preview is there for whom the file is, and for nobody else:', () => {
  test('of evidence that is open, and of what is restricted', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const open = await adds(adder, 'Duty board.jpg', jpegPhoto())
    const restricted = await adds(adder, 'Board.jpg', jpegPhoto('progressive'), {
      restricted: 'yes',
    })
    for (const role of ['practitioner', 'observer', 'manager', 'leader', 'admin'] as const) {
      const context = await contextFor(db, role)
      for (const ids of [open, restricted, { ...open, fileId: restricted.fileId }]) {
        const mayHaveIt = (await evidenceFile(context, ids)) !== undefined
        expect((await evidencePreviewView(context, ids)) !== undefined, role).toBe(mayHaveIt)
        expect((await pictureFor(context, ids)) !== undefined, role).toBe(mayHaveIt)
      }
    }
    expect(await pictureFor(await contextFor(db, 'manager'), restricted)).toBeInstanceOf(Buffer)
    expect(await pictureFor(await contextFor(db, 'observer'), restricted)).toBeUndefined()
  })

  test('of a file that is held, and of one that waits for the virus scanner', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const held = await adds(adder, 'minutes.txt', withNumber)
    expect(await shownTo(adder, held)).toMatchObject({ isHeld: true, preview: { is: 'text' } })
    expect(await evidencePreviewView(manager, held)).toBeUndefined()

    const photo = await adds(adder, 'board.jpg', jpegPhoto())
    const { sha256 } = (await evidenceFile(adder, photo))!
    const check = { sha256, found: null, at: aFriday }
    await keepVirusCheck(db, { ...check, outcome: null })
    expect(await pictureFor(adder, photo)).toBeInstanceOf(Buffer)
    expect(await pictureFor(manager, photo)).toBeUndefined()
    expect(await evidencePreviewView(manager, photo)).toBeUndefined()
    await keepVirusCheck(db, { ...check, outcome: 'infected', found: 'Eicar' })
    expect(await evidencePreviewView(adder, photo)).toBeUndefined()
    expect(await pictureFor(adder, photo)).toBeUndefined()
  })

  test('and the library leads to it', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const photo = await adds(adder, 'board.jpg', jpegPhoto())
    const held = await adds(adder, 'minutes.txt', withNumber)
    const sound = await adds(adder, 'talk.wav', wav())
    const previewsFor = async (context: Context) => {
      const { evidence } = await evidenceLibraryView(context, {})
      return [photo, held, sound].map(({ evidenceId }) =>
        evidence.find(({ id }) => id === evidenceId)!.previews.map(({ name }) => name),
      )
    }
    expect(await previewsFor(adder)).toEqual([['board.jpg'], ['minutes.txt'], []])
    expect(await previewsFor(await contextFor(db, 'manager'))).toEqual([['board.jpg'], [], []])
  })
})

describe('of a file that is destroyed nothing is shown but who did it and why:', () => {
  test('by the person who added it', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const ids = await adds(adder, 'minutes.txt', withNumber)
    const destroyed = await destroyHeldFile(adder, ids)
    expect(destroyed?.allowed).toBe(true)
    expect(await evidencePreviewView(adder, ids)).toMatchObject({
      file: { name: 'minutes.txt' },
      shown: { is: 'destroyed', by: adder.actor.name, on: adder.today },
    })
    const nobody = await contextFor(db, 'admin')
    expect(await evidencePreviewView(nobody, ids)).toBeUndefined()
  })

  test('by two people', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const [first, second] = [await contextFor(db, 'manager'), await contextFor(db, 'leader')]
    const ids = await adds(adder, 'board.jpg', jpegPhoto())
    expect(await pictureFor(first, ids)).toBeInstanceOf(Buffer)
    const reason = 'It names a school.'
    const { evidenceId } = ids
    await deleteEvidence(first, evidenceId, { step: 'propose', reason, notAnIdentifier: '' })
    await deleteEvidence(second, evidenceId, { step: 'confirm', reason: '', notAnIdentifier: '' })
    expect(await pictureFor(first, ids)).toBeUndefined()
    expect((await evidencePreviewView(first, ids))?.shown).toEqual({
      is: 'destroyed',
      by: second.actor.name,
      on: second.today,
      why: reason,
    })
  })
})

describe('what is shown, the content decides:', () => {
  test('a PDF by its first pages, whatever it is called', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const ids = await adds(adder, 'Photo.jpg', await longPdf(6))
    const { preview } = await shownTo(adder, ids)
    expect(preview).toMatchObject({ is: 'pages', inAll: 6 })
    expect(preview?.is === 'pages' ? preview.pages[3]!.words : '').toMatch(/^Page 4 tells again/m)
    expect(await pictureFor(adder, ids, 4)).toBeInstanceOf(Buffer)
    for (const number of [5, 7]) expect(await pictureFor(adder, ids, number)).toBeUndefined()
  })

  test('a photo of a telephone as a picture, and neither it nor the picture says where it was taken', async ({
    db,
  }) => {
    const adder = await contextFor(db, 'practitioner')
    expect(heicOfTiles().includes(secret)).toBe(true)
    const ids = await adds(adder, 'IMG_2041.HEIC', heicOfTiles())
    const { sha256, mediaType } = (await evidenceFile(adder, ids))!
    expect(mediaType).toBe('image/heic')
    const kept = await readFile((await fetchBlob(sha256))!)
    expect(kept.includes(secret)).toBe(false)
    const { preview } = await shownTo(adder, ids)
    expect(preview).toEqual({ is: 'picture', width: 64, height: 128 })
    const drawn = await pictureFor(adder, ids)
    expect(drawn?.toString('latin1', 8, 12)).toBe('WEBP')
    expect(await pictureFor(adder, ids, 2)).toBeUndefined()
  })

  test('a text by its words, and it has no picture', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const ids = await adds(adder, 'تقرير\u202Egpj.pdf', board)
    const view = (await evidencePreviewView(adder, ids))!
    expect(view.file.name).toMatch(/^تقريرgpj(?:\.pdf)?\.txt$/)
    expect(view.shown).toMatchObject({ preview: { is: 'text', text: board.trim(), isCut: false } })
    expect(await pictureFor(adder, ids)).toBeUndefined()
  })

  test('an email by its words', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    const ids = await adds(adder, 'note.eml', email)
    const { preview } = await shownTo(adder, ids)
    expect(preview).toMatchObject({
      is: 'email',
      messages: [{ text: 'Every child has a named worker.' }],
      attached: [],
    })
    expect(await pictureFor(adder, ids)).toBeUndefined()
  })

  test.for<Shownless>([
    ['a recording', 'talk.wav', () => wav(), 'A recording is not played here.'],
    ['slides without a slide', 'Board.pptx', () => slides(), 'There is nothing in it that could be shown here.'],
    ['rich text', 'Board.rtf', () => '{\\rtf1 The board met.}', 'Files of this kind (Rich text) cannot be shown here.'],
    ['a PDF with a password', 'report.pdf', () => encryptedPdf(), 'It is protected with a password, so it cannot be shown here.'],
  ])('%s by a sentence, beside the way to the file itself', async ([, name, make, because], { db }) => {
    const adder = await contextFor(db, 'practitioner')
    const ids = await adds(adder, name, await make())
    expect(await shownTo(adder, ids)).toMatchObject({ preview: undefined, because })
    expect(await pictureFor(adder, ids)).toBeUndefined()
  }) // prettier-ignore
})

type Shownless = [
  what: string,
  name: string,
  make: () => Uint8Array | string | Promise<Buffer>,
  because: string,
]

function wav(): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0@\x1f\0\0@\x1f\0\0\x01\0\x08\0data', 'latin1')
  const data = Buffer.alloc(64, 0x80)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  head.writeUInt32LE(head.length + 4 + data.length - 8, 4)
  return Buffer.concat([head, length, data])
} // prettier-ignore

const slides = (): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'ppt/presentation.xml': '<p:presentation xmlns:p="p"/>',
  })

const email =
  'From: grace@example.test\r\nMIME-Version: 1.0\r\nSubject: Board\r\n\r\nEvery child has a named worker.\r\n'
