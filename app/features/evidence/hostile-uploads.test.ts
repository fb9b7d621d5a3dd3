/** What arrives at the door of evidence and means harm, or is only odd: answered in a sentence, nothing lost. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDeflateRaw } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { unsearchedSentence } from '~/domain/evidence/held-file'
import { receiveUpload } from '~/storage/storage.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { uploadRequest, watchMemory } from '~/testing/uploads'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceFile } from './evidence-file.query.server'
import { heldFileView } from './held-file.query.server'
import { searchEvidenceFile } from './search-evidence-file.server'

const megabyte = 1024 * 1024

let folder: string
/** 300 MB of one letter, packed to some 300 KB: less than a list may declare, more than may be read. */
let packed: Buffer
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-hostile-'))
  vi.stubEnv('STORAGE_DIR', folder)
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
  vi.stubEnv('SESSION_SECRET', 'a secret that is only for tests, 32 long')
  packed = await deflated('<w:p xmlns:w="w"><w:t>', 300, '</w:t></w:p>')
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function deflated(before: string, megabytes: number, after: string): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 1 })
  const chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => deflate.on('end', done))
  deflate.write(before)
  const piece = Buffer.alloc(megabyte, 'a')
  for (let i = 0; i < megabytes; i += 1) {
    if (!deflate.write(piece)) await new Promise((drained) => deflate.once('drain', drained))
  }
  deflate.end(after)
  await ended
  return Buffer.concat(chunks)
}

/** A Word document whose text is packed, and whose list says that it is `says` bytes long. */
function bomb(says: number): Buffer {
  const parts = [
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>'), method: 0, says: 8 },
    { name: 'word/document.xml', content: packed, method: 8, says },
  ]
  const local: Buffer[] = []
  const listed: Buffer[] = []
  let offset = 0
  for (const { name, content, method, says: bytes } of parts) {
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(bytes, 18)
    shared.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04'), shared, Buffer.from(name), content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    listed.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, Buffer.from(name))
    offset += 30 + name.length + content.length
  }
  const directory = Buffer.concat(listed)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

const limits = { maxBytes: 10 * megabyte, fileField: 'file' }
async function arrives(db: Db, content: Buffer | string, name: string) {
  const upload = await receiveUpload(uploadRequest({}, [{ name, content }]), limits)
  if (!upload.ok || !upload.file) throw new Error(upload.ok ? 'no file' : upload.sentence)
  return searchEvidenceFile(db, upload.file, {})
}

/** Saved as a form saves it; what the author then sees of it. */
async function saves(author: Context, content: Buffer | string, name: string) {
  const file = await arrives(author.db, content, name)
  const form = addEvidenceForm.parse({
    'actionIds[]': [String(await makeAction(author.db))],
    shows: 'What the panel read.',
  })
  const added = await addEvidence(author, form, [file])
  if (!added?.allowed) throw new Error('not added')
  return (await evidenceDetailView(author, added.evidenceId))!
}

const whole = 300 * megabyte + 34

describe('a zip bomb that calls itself a Word document', () => {
  test.for([
    ['says how large it is', whole, 'too-large', 'It holds more than can be searched.'],
    ['says that it is small', 1000, 'corrupt', 'It is damaged.'],
    ['says more than anybody packs', 3e9, 'too-large', 'It holds more than can be searched.'],
  ] as const)(
    'and %s is kept and held with a sentence, and costs the server nothing',
    async ([, says, because, sentence], { db }) => {
      const author = await contextFor(db, 'practitioner')
      const document = bomb(says)
      expect(document.length).toBeLessThan(3 * megabyte)
      const memory = watchMemory()
      const view = await saves(author, document, 'minutes.docx')
      // Another process opens it, which may take 512 MB and is ended then.
      expect(memory.end()).toBeLessThan(64 * megabyte)
      expect(view.shows).toBe('What the panel read.')
      expect(view.files).toMatchObject([{ name: 'minutes.docx', isHeld: true }])
      const ids = { evidenceId: view.id, fileId: view.files[0]!.id }
      expect((await heldFileView(author, ids))!.hold).toEqual({
        reason: 'cannot-be-searched',
        found: [],
        unsearched: [{ because }],
      })
      expect(unsearchedSentence({ because })).toBe(sentence)
      expect(await evidenceFile(await contextFor(db, 'manager'), ids)).toBeUndefined()
      expect(await evidenceFile(author, ids)).toMatchObject({ bytes: document.length })
    },
  )
})

describe('a name that came with a file', () => {
  const family = '👨‍👩‍👧‍👦'
  test.for([
    ['leads up and out', '../../../etc/passwd.txt', 'passwd.txt'],
    ['is a path of Windows', 'C:\\..\\Users\\amara\\plan.txt', 'plan.txt'],
    ['turns the writing round', 'plan\u202etxt.exe.txt', 'plantxt.exe.txt'],
    ['has marks of Arabic letters', '\u200fخطة\u200f.txt', 'خطة.txt'],
    ['has 300 characters', `${'a'.repeat(296)}.txt`, `${'a'.repeat(196)}.txt`],
    ['is of emoji', `${family} what Ava said 🙂.txt`, `${family} what Ava said 🙂.txt`],
    ['says who a child is', 'child 943 476 5919.txt', 'child ••• ••• ••••.txt'],
  ])('and %s is shown as it may be', async ([, given, shown], { db }) => {
    const author = await contextFor(db, 'practitioner')
    const view = await saves(author, 'Six plans were read.', given!)
    expect(view.files.map(({ name }) => name)).toEqual([shown])
    expect(
      await evidenceFile(author, { evidenceId: view.id, fileId: view.files[0]!.id }),
    ).toMatchObject({ name: shown })
  })
})

test('a file with nothing in it is refused with a sentence, and leaves nothing', async () => {
  const upload = await receiveUpload(
    uploadRequest({ shows: 'kept' }, [{ name: 'a.docx', content: '' }]),
    limits,
  )
  expect(upload).toMatchObject({
    ...{ ok: false, typed: { shows: ['kept'] }, status: 422 },
    sentence: 'The file is empty. Choose another.',
  })
})
