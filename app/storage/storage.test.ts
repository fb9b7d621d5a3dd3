import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { megabytesOf, uploadRequest, watchMemory, zipOf } from '~/testing/uploads'
import { diskStore } from './disk-store.server'
import { receiveUploadInto, type UploadLimits } from './receive-upload.server'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-storage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const megabyte = 1024 * 1024
const limits = { maxBytes: 2 * megabyte, fileField: 'file' }
const receive = (request: Request, limit: UploadLimits = limits) =>
  receiveUploadInto(diskStore(folder), request, limit)
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const filesLeft = () =>
  (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as {
      name: string
      isFile(): boolean
    }[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

const note = 'Nine of twelve files were signed by both workers.\n'

test('a file is kept under its hash, with what was typed beside it', async () => {
  const upload = await receive(
    uploadRequest({ shows: 'Hand-overs are signed', kind: 'case-audit' }, [
      { name: 'notes é.txt', content: note },
    ]),
  )
  const place = path.join(folder, 'blobs', sha256(note).slice(0, 2), sha256(note))
  expect(upload).toEqual({
    ok: true,
    typed: { shows: ['Hand-overs are signed'], kind: ['case-audit'] },
    file: {
      sha256: sha256(note),
      bytes: note.length,
      mediaType: 'text/plain',
      originalName: 'notes é.txt',
      path: place,
    },
  })
  expect(readFileSync(place, 'utf8')).toBe(note)
  expect(filesLeft()).toEqual([sha256(note)])
})

test('a form sent again without the part of its file says that the file was lost', async () => {
  expect(await receive(uploadRequest({ shows: 'x' }, []))).toEqual({
    ok: true,
    typed: { shows: ['x'] },
    lostItsFile: true,
  })
})

test('a form without a file is only its words, in either way of sending it', async () => {
  expect(await receive(uploadRequest({ shows: 'x' }, [{ name: '', content: '' }]))).toEqual({
    ok: true,
    typed: { shows: ['x'] },
  })
  const plain = new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams([
      ['a[]', '1'],
      ['a[]', '2'],
      ['__proto__', 'x'],
    ]),
  })
  const upload = await receive(plain)
  expect(upload).toMatchObject({ ok: true })
  expect(Object.entries(upload.typed)).toEqual([
    ['a[]', ['1', '2']],
    ['__proto__', ['x']],
  ])
})

test('the same file from two people at the same moment is kept once', async () => {
  const both = await Promise.all(
    ['a.txt', 'b.txt'].map((name) => receive(uploadRequest({}, [{ name, content: note }]))),
  )
  expect(both.map((upload) => upload.ok && upload.file?.sha256)).toEqual([
    sha256(note),
    sha256(note),
  ])
  expect(filesLeft()).toEqual([sha256(note)])
})

test('a NUL, which Postgres does not take, is left out of what was typed', async () => {
  expect(await receive(uploadRequest({ shows: 'Hand\0-overs' }, []))).toMatchObject({
    ok: true,
    typed: { shows: ['Hand-overs'] },
  })
})

describe('words are never cut in silence', () => {
  const short = { ...limits, longestField: 3000 }
  const sentence =
    'That is more text than 3 KB, so only its beginning is shown here: add the file instead.'

  test.each([3001, 4100, 9000])('%i letters where 3,000 are taken are refused', async (length) => {
    const sent = { shows: 'é'.padEnd(length - 1, 'x') }
    const upload = await receive(uploadRequest(sent, [{ name: 'a.txt', content: note }]), short)
    expect(upload).toMatchObject({ ok: false, field: 'shows', status: 413, sentence })
    expect(upload.typed.shows?.[0]).toMatch(/^éx+/)
    expect(filesLeft()).toEqual([])
    // what comes back is not taken for the whole when it is sent again
    const again = await receive(uploadRequest({ shows: upload.typed.shows![0]! }, []), short)
    expect(again).toMatchObject({ ok: false, field: 'shows' })
  })

  test('as many as are taken come whole', async () => {
    const shows = 'x'.repeat(3000)
    expect(await receive(uploadRequest({ shows }, []), short)).toMatchObject({
      ok: true,
      typed: { shows: [shows] },
    })
  })

  test('more fields than are read are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`f${at}`, 'x']))
    expect(await receive(uploadRequest(many, []))).toMatchObject({ ok: false, status: 413 })
  })
})

describe('what is refused leaves nothing behind and keeps what was typed', () => {
  const large = () => new Uint8Array(2 * megabyte + 1).fill(65)

  test.each([
    ['an empty file', { name: 'a.pdf', content: '' }, 422, 'The file is empty. Choose another.'],
    [
      'a file over the limit',
      { name: 'a.txt', content: large() },
      413,
      'The file is larger than 2 MB. Choose a smaller one, or give a link to where it is kept.',
    ],
    [
      'a program',
      { name: 'audit.pdf', content: Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04', 'latin1') },
      422,
      'This is a program, not a document. Add a PDF, an Office document, a picture, a recording or plain text.',
    ],
  ])('%s', async (_what, file, status, sentence) => {
    const upload = await receive(uploadRequest({ shows: 'kept' }, [file]))
    expect(upload).toEqual({
      ok: false,
      typed: { shows: ['kept'] },
      field: 'file',
      status,
      sentence,
    })
    expect(filesLeft()).toEqual([])
  })

  test('words that stand after a file over the limit come back too', async () => {
    const request = uploadRequest({}, [{ name: 'a.txt', content: large() }])
    const body = Buffer.from(await request.arrayBuffer())
    const boundary = '------waymark-test-boundary'
    const withField = Buffer.concat([
      body.subarray(0, body.lastIndexOf(boundary)),
      Buffer.from(
        `${boundary}\r\nContent-Disposition: form-data; name="shows"\r\n\r\nafter\r\n${boundary}--\r\n`,
      ),
    ])
    const upload = await receive(
      new Request('http://localhost/', {
        method: 'POST',
        headers: request.headers,
        body: withField,
      }),
    )
    expect(upload).toMatchObject({ ok: false, status: 413, typed: { shows: ['after'] } })
  })

  test('a file that says beforehand that it is too large is never written', async () => {
    const upload = await receive(
      uploadRequest({ shows: 'kept' }, [{ name: 'a.txt', content: note }], {
        headers: { 'Content-Length': String(5 * megabyte) },
      }),
    )
    expect(upload).toMatchObject({ ok: false, status: 413, typed: { shows: ['kept'] } })
    expect(existsSync(path.join(folder, 'blobs'))).toBe(false)
    expect(filesLeft()).toEqual([])
  })

  test('two files in one form', async () => {
    const upload = await receive(
      uploadRequest({ shows: 'kept' }, [
        { name: 'a.txt', content: note },
        { name: 'b.txt', content: note },
      ]),
    )
    expect(upload).toMatchObject({ ok: false, sentence: 'Add one file at a time.' })
    expect(filesLeft()).toEqual([])
  })

  test('a file whose sender has gone', async () => {
    const upload = await receive(
      uploadRequest({ shows: 'kept' }, [{ name: 'a.txt', content: note }], { breaksOff: true }),
    )
    expect(upload).toMatchObject({ ok: false, status: 400, typed: { shows: ['kept'] } })
    expect(filesLeft()).toEqual([])
  })

  test('a connection that fails in the middle of a file', async () => {
    const request = uploadRequest({ shows: 'kept' }, [
      {
        name: 'a.txt',
        content: (function* () {
          yield new Uint8Array(300_000).fill(65)
          throw new Error('aborted')
        })(),
      },
    ])
    expect(await receive(request)).toMatchObject({
      ok: false,
      status: 400,
      typed: { shows: ['kept'] },
    })
    expect(filesLeft()).toEqual([])
  })
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const types = '[Content_Types].xml'

describe('a file is what its content is, whatever its name', () => {
  test.each([
    ['a PDF', 'x.doc', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf', 'x.doc.pdf'],
    ['a PDF after a few other bytes', 'x.pdf', '\n\n%PDF-1.4\n\u0000', 'application/pdf', 'x.pdf'],
    ['a picture', 'IMG_0012', png, 'image/png', 'IMG_0012.png'],
    [
      'a Word document',
      'x.docx',
      zipOf({ [types]: '<Types/>', 'word/document.xml': '<w/>' }),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'x.docx',
    ],
    [
      'an Excel workbook whose list of types stands last',
      'x.xlsx',
      zipOf({ 'xl/workbook.xml': '<x/>', [types]: '<Types/>' }),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'x.xlsx',
    ],
    [
      'slides',
      'x.pptx',
      zipOf({ [types]: '<Types/>', 'ppt/presentation.xml': '<p/>' }),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'x.pptx',
    ],
    [
      'an OpenDocument text',
      'x.odt',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }),
      'application/vnd.oasis.opendocument.text',
      'x.odt',
    ],
    ['rich text', 'x.rtf', '{\\rtf1\\ansi Hello}', 'application/rtf', 'x.rtf'],
    ['a table', 'x', 'month,late\nMay,12\n"June, part",9\n', 'text/csv', 'x.csv'],
    [
      'an email',
      'x.eml',
      'From: a@b.test\r\nMIME-Version: 1.0\r\n\r\nHello',
      'message/rfc822',
      'x.eml',
    ],
    ['text that begins like a picture', 'x.txt', 'BMI was discussed.', 'text/plain', 'x.txt'],
    [
      'text that begins like a program',
      'x.txt',
      'MZ said that she felt heard.',
      'text/plain',
      'x.txt',
    ],
    [
      'text of Windows',
      'x.txt',
      Buffer.from('\x93Heard\x94, she said', 'latin1'),
      'text/plain',
      'x.txt',
    ],
    ['text of sixteen bits', 'x.txt', Buffer.from('\ufeffHeard', 'utf16le'), 'text/plain', 'x.txt'],
    [
      'text of sixteen bits that is cut in a letter',
      'x.txt',
      Buffer.from('\ufeffHeard \ud83d', 'utf16le'),
      'text/plain',
      'x.txt',
    ],
    ['text with soft ends of lines', 'x.txt', 'Heard\vand\vseen', 'text/plain', 'x.txt'],
  ])('%s', async (_what, name, content, mediaType, originalName) => {
    const upload = await receive(uploadRequest({}, [{ name, content }]))
    expect(upload).toMatchObject({ ok: true, file: { mediaType, originalName } })
  })

  test.each([
    ['a program of Linux', Buffer.from('7f454c4602010100', 'hex'), 'This is a program'],
    ['a script', '#!/bin/sh\nrm -rf /\n', 'This is a program'],
    ['a web page', '<!DOCTYPE html><p>hello</p>', 'This is a web page'],
    [
      'a drawing with scripts',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'This is a web page',
    ],
    ['a packed folder', zipOf({ 'a.txt': 'a' }), 'This is several files packed into one'],
    [
      'a document with macros',
      zipOf({ [types]: '<Types/>', 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' }),
      'This document holds macros',
    ],
    [
      'an older Office file',
      Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
      'This is an older Office file',
    ],
    [
      'what only begins like text of sixteen bits',
      Buffer.from('\ufeffone\u0001\u0002\u0003', 'utf16le'),
      'Waymark does not know',
    ],
    ['nothing that anybody knows', Buffer.from('00ff00fe1234', 'hex'), 'Waymark does not know'],
  ])('but %s is refused', async (_what, content, sentence) => {
    const upload = await receive(uploadRequest({}, [{ name: 'report.pdf', content }]))
    expect(upload).toMatchObject({ ok: false, status: 422 })
    expect(upload.ok ? '' : upload.sentence).toContain(sentence)
    expect(filesLeft()).toEqual([])
  })
})

test('memory stays flat while five large files arrive at once, far below what they hold', async () => {
  const each = 60 * megabyte
  const watched = watchMemory()
  const uploads = await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      receive(
        uploadRequest({}, [{ name: 'large.txt', content: megabytesOf(`${number} of five `, 60) }]),
        { maxBytes: each, fileField: 'file' },
      ),
    ),
  )
  const highest = watched.end()
  expect(uploads.map((upload) => upload.ok && upload.file?.bytes)).toEqual(Array(5).fill(each))
  expect(highest).toBeLessThan(each * 2) // of five
}, 60_000)

test('memory stays flat while a large file arrives', async () => {
  const piece = new Uint8Array(64 * 1024).fill(97)
  let highest = 0
  function* pieces() {
    for (let sent = 0; sent < 100 * megabyte; sent += piece.length) {
      highest = Math.max(highest, process.memoryUsage().rss)
      yield piece
    }
  }
  const before = process.memoryUsage().rss
  const upload = await receive(uploadRequest({}, [{ name: 'large.txt', content: pieces() }]), {
    maxBytes: 100 * megabyte,
    fileField: 'file',
  })
  expect(upload).toMatchObject({ ok: true, file: { bytes: 100 * megabyte } })
  expect((highest - before) / megabyte).toBeLessThan(64)
}, 60_000)

describe('a full disk', () => {
  const isRoot = process.getuid?.() === 0
  const mount = (at: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', at]).status === 0
  const canMount = (() => {
    if (!isRoot || process.platform !== 'linux') return false
    const at = mkdtempSync(path.join(os.tmpdir(), 'waymark-mount-'))
    const mounted = mount(at)
    if (mounted) spawnSync('umount', [at])
    rmSync(at, { recursive: true, force: true })
    return mounted
  })()

  test('is told, keeps what was typed, and leaves no half of a file', async ({ skip }) => {
    skip(!canMount, 'a small disk to fill can only be mounted by root on Linux')
    mount(folder)
    try {
      const upload = await receive(
        uploadRequest({ shows: 'kept' }, [
          { name: 'a.txt', content: new Uint8Array(megabyte).fill(65) },
        ]),
      )
      expect(upload).toEqual({
        ok: false,
        typed: { shows: ['kept'] },
        field: 'file',
        status: 507,
        sentence:
          'There is no room left to store the file. Tell your administrator, and add the file again later.',
      })
      expect(filesLeft()).toEqual([])
      expect(await receive(uploadRequest({}, [{ name: 'a.txt', content: note }]))).toMatchObject({
        ok: true,
      })
    } finally {
      spawnSync('umount', [folder])
    }
  })
})
