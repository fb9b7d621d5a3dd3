import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import ExcelJS from 'exceljs'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PreviewKind } from '~/domain/evidence/preview'
import { corruptPdf, encryptedPdf, scannedPdf } from '../../../seeds/sample-reports/faulty'
import {
  exif,
  gifPhoto,
  heicOfTiles,
  jpegPhoto,
  plain,
  pngPhoto,
  secret,
  webpPhoto,
} from '../../testing/photos'
import { hostileDocuments, wordOf, wordXml, zipOf } from '../hostile-documents'
import { photoWithoutDetails } from '../photos/photo-without-details'
import type { Preview } from './preview'
import { drawPictureOf, previewFile } from './preview-file.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-previewed-'))
})
afterAll(() => rm(folder, { recursive: true }))

const settings = { pages: 3, bytes: 50 * 1024 * 1024 }
let written = 0
async function fileOf(content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, `${(written += 1)}`)
  await writeFile(file, content)
  return file
}
const preview = async (content: Uint8Array | string, kind: PreviewKind) =>
  previewFile(await fileOf(content), kind, settings)
const draw = async (content: Uint8Array | string, kind: PreviewKind, number = 1) =>
  drawPictureOf(await fileOf(content), { kind, number }, settings)

/** What was made, of the sort that is expected. */
async function made<Is extends Preview['is']>(
  is: Is,
  content: Uint8Array | string,
  kind: PreviewKind,
): Promise<Extract<Preview, { is: Is }>> {
  const answer = await preview(content, kind)
  if (!('preview' in answer) || answer.preview.is !== is) throw new Error(JSON.stringify(answer))
  return answer.preview as Extract<Preview, { is: Is }>
}

const collected = (pdf: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((done) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => done(Buffer.concat(chunks)))
    pdf.end()
  })
function pdfOf(...pages: string[]): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, size: 'A4' })
  for (const words of pages) pdf.addPage().fontSize(30).text(words)
  return collected(pdf)
}

/** How many of the dots are dark, and how large the picture is. */
async function lookAt(picture: Buffer | undefined) {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, dark: data.filter((dot) => dot < 100).length }
}

describe('a PDF', () => {
  test('is shown page by page, each with its words and the size of its picture', async () => {
    const pdf = await pdfOf('Nine of twelve files were signed.', 'Three were not.')
    expect(await made('pages', pdf, 'pages')).toEqual({
      is: 'pages',
      inAll: 2,
      pages: [
        { width: 1400, height: 1980, words: 'Nine of twelve files were signed.', notes: [] },
        { width: 1400, height: 1980, words: 'Three were not.', notes: [] },
      ],
    })
    const first = await lookAt(await draw(pdf, 'pages', 1))
    expect(first).toMatchObject({ width: 1400, height: 1980 })
    expect(first.dark).toBeGreaterThan(1_000)
  })

  test('of many pages is shown by its first, and no page beyond them is drawn', async () => {
    const pdf = await pdfOf('One', 'Two', 'Three', 'Four')
    const { pages, inAll } = await made('pages', pdf, 'pages')
    expect([pages.length, inAll]).toEqual([3, 4])
    expect(await draw(pdf, 'pages', 3)).toBeInstanceOf(Buffer)
    expect(await draw(pdf, 'pages', 4)).toBeUndefined()
    expect(await draw(await pdfOf('One'), 'pages', 2)).toBeUndefined()
  })

  test('that is a scan has pictures without words', async () => {
    const { pages } = await made('pages', await scannedPdf(), 'pages')
    expect(pages.map(({ words }) => words)).toEqual(['', ''])
    expect((await lookAt(await draw(await scannedPdf(), 'pages'))).width).toBe(1400)
  })

  test('with a script that would run and a form is shown as it is filled in; nothing of the script is there', async () => {
    const appearance = 'BT /F 24 Tf 5 5 Td (Filled in) Tj ET'
    const pdf = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AcroForm << /Fields [5 0 R] >> >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Annots [5 0 R 9 0 R] /AA << /O 6 0 R >> >> endobj
5 0 obj << /Type /Annot /Subtype /Widget /FT /Tx /T (Outcome) /V (Nine of twelve) /Rect [20 300 380 340] /F 4 /AP << /N 7 0 R >> /AA << /F 6 0 R >> >> endobj
6 0 obj << /S /JavaScript /JS (app.alert\\('run'\\); this.submitForm\\('https://example.org'\\)) >> endobj
7 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 360 40] /Resources << /Font << /F 8 0 R >> >> /Length ${appearance.length} >> stream
${appearance}
endstream endobj
8 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
9 0 obj << /Type /Annot /Subtype /Text /Rect [20 20 40 40] /Contents (Ask the team) /A << /S /URI /URI (https://example.org/go) >> >> endobj
trailer << /Root 1 0 R >>
%%EOF`
    const shown = await made('pages', pdf, 'pages')
    expect(shown.pages[0]!.notes.sort()).toEqual(['Ask the team', 'Outcome: Nine of twelve'])
    expect(JSON.stringify(shown)).not.toMatch(/app\.alert|example\.org/)
    expect((await lookAt(await draw(pdf, 'pages'))).dark).toBeGreaterThan(500)
  })

  test.each([
    ['with a password', encryptedPdf, 'encrypted'],
    ['that is damaged', corruptPdf, 'corrupt'],
    [
      'that is something else',
      () => Promise.resolve(Buffer.from('%PDF-1.7 not at all')),
      'corrupt',
    ],
    ['without a byte', () => Promise.resolve(Buffer.alloc(0)), 'empty'],
  ])('%s is refused, with the reason', async (_what, make, refusal) => {
    const bytes = await make()
    expect(await preview(bytes, 'pages')).toEqual({ refusal })
    if (bytes.length > 0) expect(await draw(bytes, 'pages')).toBeUndefined()
  })
})

describe('a picture', () => {
  const png = (width: number, height: number, rows = 1): Buffer => {
    const chunk = (type: string, data: Buffer) => {
      const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
      length.writeUInt32BE(data.length)
      sum.writeUInt32BE(crc32(named))
      return Buffer.concat([length, named, sum])
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(width)
    head.writeUInt32BE(height, 4)
    head.set([8, 0, 0, 0, 0], 8)
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows))),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }

  test.each([
    ['JPEG', jpegPhoto],
    ['PNG', pngPhoto],
    ['WebP', webpPhoto],
    ['GIF', gifPhoto],
  ])('in %s is drawn anew, without what it says of itself', async (_kind, make) => {
    expect(make().includes(secret)).toBe(true)
    const drawn = await draw(make(), 'picture')
    const { format, exif: details, xmp, iptc, comments } = await sharp(drawn).metadata()
    expect({ format, details, xmp, iptc, comments }).toEqual({ format: 'webp' })
    expect(drawn!.includes(secret)).toBe(false)
  })

  test('is turned as the camera was held, in its size as in itself', async () => {
    const wide = await sharp(plain('jpeg')).withExif({}).jpeg().toBuffer()
    const turned = Buffer.concat([
      wide.subarray(0, 2),
      Buffer.from([0xff, 0xe1, 0, exif().length + 8]),
      Buffer.from('Exif\0\0', 'latin1'),
      exif({ orientation: 6 }),
      plain('jpeg').subarray(20),
    ])
    expect(await made('picture', turned, 'picture')).toEqual({
      is: 'picture',
      width: 16,
      height: 24,
    })
    expect(await lookAt(await draw(turned, 'picture'))).toMatchObject({ width: 16, height: 24 })
  })

  test('that is larger than a page is drawn no larger than the page shows it', async () => {
    const large = await sharp({
      create: { width: 4000, height: 3000, channels: 3, background: '#334455' },
    })
      .jpeg()
      .toBuffer()
    expect(await made('picture', large, 'picture')).toEqual({
      is: 'picture',
      width: 1600,
      height: 1200,
    })
    expect(await lookAt(await draw(large, 'picture'))).toMatchObject({ width: 1600, height: 1200 })
  })

  test('that says it has 900 million dots is not drawn', async () => {
    const bomb = png(30_000, 30_000)
    expect(bomb.length).toBeLessThan(1_000)
    expect(await preview(bomb, 'picture')).toEqual({ refusal: 'too-large' })
    expect(await draw(bomb, 'picture')).toBeUndefined()
  })

  test.each([
    ['a drawing that can run scripts', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'],
    ['a PDF', '%PDF-1.7\n'],
    ['a page', '<!doctype html><img src="x">'],
    ['a HEIC', plain('heic')],
    ['half a photo', jpegPhoto().subarray(0, 300)],
  ])('that is in truth %s is refused', async (_what, content) => {
    expect(await draw(content, 'picture')).toBeUndefined()
  }) // prettier-ignore
})

describe('a HEIC', () => {
  /** The dots of a drawing, four to a thumb's width: enough to say which way up it is. */
  const looks = async (drawn: Buffer | undefined) =>
    [...(await sharp(drawn).resize(4, 4, { fit: 'fill' }).raw().toBuffer())].map((dot) => dot >> 6)

  test('is drawn anew from its tiles, turned as it says, and without its EXIF', async () => {
    const photo = heicOfTiles()
    expect(photo.includes(secret)).toBe(true)
    // two tiles of 64 by 64, side by side, and a quarter to the left
    const size = { width: 64, height: 128 }
    expect(await made('picture', photo, 'heic')).toEqual({ is: 'picture', ...size })
    const drawn = (await draw(photo, 'heic'))!
    const { format, exif: details, ...rest } = await sharp(drawn).metadata()
    expect({ format, details, ...rest }).toMatchObject({ format: 'webp', details: undefined, ...size })
    expect(drawn.includes(secret)).toBe(false)

    const tile = await draw(plain('heic'), 'heic')
    const turned = await sharp(tile).rotate(-90).toBuffer()
    const upper = await sharp(drawn).extract({ left: 0, top: 0, width: 64, height: 64 }).toBuffer()
    expect(await looks(upper)).toEqual(await looks(turned))
    expect(await looks(upper)).not.toEqual(await looks(tile))
  }) // prettier-ignore

  test('of which the EXIF was taken out is drawn as it was before', async () => {
    const clean = Buffer.concat(photoWithoutDetails(heicOfTiles(), 'image/heic').pieces)
    expect(clean.includes(secret)).toBe(false)
    expect(await draw(clean, 'heic')).toEqual(await draw(heicOfTiles(), 'heic'))
  })

  test.each([100, 120, 127])('of %i dots across is drawn so wide', async (across) => {
    // What lies down in the file stands when it is turned.
    const drawn = await draw(heicOfTiles({ across: 1, down: 2, height: across }), 'heic')
    expect(await lookAt(drawn)).toMatchObject({ width: across, height: 64 })
  })

  test.each([
    ['that says it has 900 million dots', { says: 30_000 }, 'too-large'],
    ['that is larger than it says', { says: 16 }, undefined],
    ['of a thousand tiles and more', { across: 40, down: 30 }, 'corrupt'],
  ])('%s is not drawn', async (_what, { says, ...tiles }: Lie, refusal) => {
    const lie = says === undefined ? heicOfTiles(tiles) : plain('heic')
    if (says !== undefined) {
      const at = lie.indexOf('ispe', 0, 'latin1') + 8
      lie.writeUInt32BE(says, at)
      lie.writeUInt32BE(says, at + 4)
    }
    if (refusal) expect(await preview(lie, 'heic')).toEqual({ refusal })
    expect(await draw(lie, 'heic')).toBeUndefined()
  })

  test.each([
    ['half a photo', heicOfTiles().subarray(0, 500)],
    ['a JPEG', jpegPhoto()],
    ['a head and nothing behind it', plain('heic').subarray(0, 28)],
  ])('that is in truth %s is refused', async (_what, content) => {
    expect(await preview(content, 'heic')).toEqual({ refusal: 'corrupt' })
    expect(await draw(content, 'heic')).toBeUndefined()
    expect(await draw(plain('heic'), 'heic')).toBeInstanceOf(Buffer)
  })
})

type Lie = { says?: number; across?: number; down?: number }

describe('a text', () => {
  const text = async (content: Uint8Array | string) => made('text', content, 'text')

  test('is told line by line, as words', async () => {
    const script = '<script>alert(1)</script>\r\nsecond\rthird\n'
    expect(await text(script)).toEqual({
      is: 'text',
      text: '<script>alert(1)</script>\nsecond\nthird',
      isCut: false,
    })
  })

  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffCafé – “so”')],
    ['sixteen bits', Buffer.from('\ufeffCafé – “so”', 'utf16le')],
    ['Windows-1252', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x93, 0x73, 0x6f, 0x94])],
  ])('in %s is read', async (_what, bytes) => {
    expect((await text(bytes)).text).toBe('Café – “so”')
  }) // prettier-ignore

  test('of many lines, or one without an end, is told by its beginning', async () => {
    const lines = await text('a line\n'.repeat(10_000))
    expect([lines.text.split('\n').length, lines.isCut]).toEqual([500, true])
    const line = await text('é'.repeat(5_000_000))
    expect([line.text.length, line.isCut]).toEqual([60_000, true])
    const exact = await text('a\n'.repeat(500))
    expect([exact.text.split('\n').length, exact.isCut]).toEqual([500, false])
  })

  test('of nothing but white space is empty', async () => {
    expect(await preview(' \n\n', 'text')).toEqual({ refusal: 'empty' })
  })
})

describe('a Word document', () => {
  test('is told by its headings, paragraphs, lists and tables, and by nothing else', async () => {
    const row = (...cells: string[]) =>
      new TableRow({
        children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
      })
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: 'Supervision audit', heading: HeadingLevel.HEADING_1 }),
              new Paragraph({
                children: [
                  new TextRun('Nine of '),
                  new TextRun({ text: 'twelve', bold: true }),
                  new ExternalHyperlink({
                    link: 'javascript:alert(1)',
                    children: [new TextRun(' files')],
                  }),
                ],
              }),
              new Paragraph({ text: 'First', bullet: { level: 0 } }),
              new Paragraph({ text: 'Within the first', bullet: { level: 1 } }),
              new Paragraph({ text: 'Second', bullet: { level: 0 } }),
              new Table({ rows: [row('Team', 'Signed'), row('North', '9')] }),
              new Paragraph({
                children: [
                  new ImageRun({
                    type: 'jpg',
                    data: plain('jpeg'),
                    transformation: { width: 24, height: 16 },
                  }),
                ],
              }),
              new Paragraph('<img src=x onerror=alert(1)> & more'),
            ],
          },
        ],
      }),
    )
    const cell = (text: string) => ({ text, isHead: false, across: 1, down: 1 })
    expect(await made('document', bytes, 'document')).toEqual({
      is: 'document',
      isCut: false,
      pictures: 1,
      blocks: [
        { is: 'heading', level: 1, text: 'Supervision audit' },
        { is: 'paragraph', text: 'Nine of twelve files' },
        {
          is: 'list',
          list: {
            isOrdered: false,
            items: [
              {
                text: 'First',
                lists: [{ isOrdered: false, items: [{ text: 'Within the first', lists: [] }] }],
              },
              { text: 'Second', lists: [] },
            ],
          },
        },
        { is: 'table', rows: [[cell('Team'), cell('Signed')], [cell('North'), cell('9')]] },
        { is: 'paragraph', text: '[Picture]' },
        { is: 'paragraph', text: '<img src=x onerror=alert(1)> & more' },
      ],
    }) // prettier-ignore
  })

  test('whose rows all call themselves heads has one head', async () => {
    const row = '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Team</w:t></w:r></w:p></w:tc></w:tr>'
    const table = wordXml(`<w:tbl>${row.repeat(3)}</w:tbl>`)
    const { blocks } = await made('document', wordOf(Buffer.from(table)), 'document')
    const [first] = blocks
    const heads = first?.is === 'table' ? first.rows.map(([cell]) => cell!.isHead) : []
    expect(heads).toEqual([true, false, false])
  }) // prettier-ignore

  test('of a thousand paragraphs is told by its beginning', async () => {
    const many = wordXml('<w:p><w:r><w:t>Nine of twelve.</w:t></w:r></w:p>'.repeat(1_000))
    const { blocks, isCut } = await made('document', wordOf(Buffer.from(many)), 'document')
    expect([blocks.length, isCut]).toEqual([500, true])
  })

  test('that asks for what lies elsewhere is told without it', async () => {
    const outside = wordXml(
      '<w:altChunk r:id="a" xmlns:r="x"/><w:p><w:r><w:t>Told</w:t></w:r></w:p>',
    )
    const file = zipOf({
      '[Content_Types].xml': Buffer.from(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      'word/document.xml': Buffer.from(outside),
      'word/afchunk.htm': Buffer.from('<html><script>alert(1)</script>untold</html>'),
      'word/_rels/document.xml.rels': Buffer.from(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/afchunk.htm"/></Relationships>',
      ),
    })
    const { blocks } = await made('document', file, 'document')
    expect(blocks).toEqual([{ is: 'paragraph', text: 'Told' }])
  })
})

describe('an email', () => {
  const part = (type: string, words: string, more = '') =>
    `--mark\r\nContent-Type: ${type}\r\n${more}\r\n${words}\r\n`
  const email = (type: string, ...parts: string[]) =>
    [
      'From: Grace Okoye <grace@example.test>',
      'To: =?utf-8?Q?Se=C3=A1n?= <sean@example.test>',
      'Date: Mon, 20 Oct 2025 09:14:05 +0100',
      'Subject: =?utf-8?B?' + Buffer.from('What families told us – October').toString('base64') + '?=',
      'X-Mailer: told to nobody',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; boundary="mark"`,
      '',
      ...parts,
      '--mark--',
    ].join('\r\n') // prettier-ignore

  test('is told by who wrote to whom, its words, and what came with it, unopened', async () => {
    const sheet = Buffer.from('Team,Signed\n').toString('base64')
    const bytes = email(
      'multipart/mixed',
      part('text/plain; charset=utf-8', 'Nine of <b>twelve</b> caf\u00e9s.\r\n\r\n\r\n\r\nGrace'),
      part('image/jpeg; name="board.jpg"', jpegPhoto().toString('base64'), 'Content-Transfer-Encoding: base64\r\n'),
      part('text/csv; name="teams.csv"', sheet, 'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="teams.csv"\r\n'),
      part('application/x-msdownload; name="=?utf-8?Q?r=C3=A9sum=C3=A9.exe?="', 'AAECAwQ=', 'Content-Transfer-Encoding: base64\r\n'),
    )
    expect(await made('email', bytes, 'email')).toEqual({
      is: 'email',
      messages: [
        {
          heads: [
            { name: 'From', words: 'Grace Okoye <grace@example.test>' },
            { name: 'To', words: 'Seán <sean@example.test>' },
            { name: 'Sent', words: 'Monday 20 October 2025, 09:14' },
            { name: 'Subject', words: 'What families told us – October' },
          ],
          text: 'Nine of <b>twelve</b> cafés.\n\nGrace',
        },
      ],
      attached: [
        { name: 'board.jpg', kind: 'JPEG picture' },
        { name: 'résumé.exe', kind: 'File' },
        { name: 'teams.csv', kind: 'Text' },
      ],
      isCut: false,
    })
  }) // prettier-ignore

  const page =
    '<html><head><title>Board</title><style>p { color: red }</style></head><body><p>Nine of &lt;twelve&gt;</p><!-- hidden --><script>alert(1)</script><p>Three &amp; more</p></body></html>'

  test.each([
    ['that comes as words and as a page is told once, by its words', [part('text/plain', 'Nine of twelve'), part('text/html', page)], 'Nine of twelve'],
    ['that comes as a page alone is told by what is seen of it', [part('text/html', page)], 'Nine of <twelve>\nThree & more'],
    ['whose words are empty beside its page, too', [part('text/plain', ' '), part('text/html', page)], 'Nine of <twelve>\nThree & more'],
  ])('%s', async (_what, parts, words) => {
    const { messages } = await made('email', email('multipart/alternative', ...parts), 'email')
    expect(messages.map(({ text }) => text)).toEqual([words])
  }) // prettier-ignore

  test.each([
    ['1 Feb 2026 07:05:00 GMT', 'Sunday 1 February 2026, 07:05'],
    ['Mon, 31 Feb 2026 07:05:00 +0000', 'Mon, 31 Feb 2026 07:05:00 +0000'],
    ['yesterday', 'yesterday'],
  ])('that was sent on “%s” says so', async (date, words) => {
    const bytes = `From: grace@example.test\r\nMIME-Version: 1.0\r\nDate: ${date}\r\n\r\nBoard`
    const { messages } = await made('email', bytes, 'email')
    expect(messages[0]!.heads[1]).toEqual({ name: 'Sent', words })
  })

  test('that sends another on tells both, each with its head', async () => {
    const inner =
      'From: teacher@example.test\r\nSubject: A thank you\r\n\r\nThank you for the visit.'
    const bytes = email(
      'multipart/mixed',
      part('text/plain', 'See below.'),
      part('message/rfc822', inner),
    )
    const { messages } = await made('email', bytes, 'email')
    expect(messages.map(({ heads, text }) => [heads.at(-1)?.words, text])).toEqual([
      ['What families told us – October', 'See below.'],
      ['A thank you', 'Thank you for the visit.'],
    ])
  })

  test('is told in each that it sends on by the form that has words, whatever forms the others have', async () => {
    const forms = (mark: string, words: string, seen: string) =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=${mark}\r\n\r\n--${mark}\r\nContent-Type: text/plain\r\n\r\n${words}\r\n--${mark}\r\nContent-Type: text/html\r\n\r\n<p>${seen}</p>\r\n--${mark}--\r\n`
    const bytes = email(
      'multipart/mixed',
      part('text/plain', 'See below.'),
      part('message/rfc822', `Subject: First\r\n${forms('one', ' ', 'Seen')}`),
      part('message/rfc822', `Subject: Second\r\n${forms('two', 'Said', 'Seen')}`),
    )
    const { messages } = await made('email', bytes, 'email')
    expect(messages.map(({ text }) => text)).toEqual(['See below.', 'Seen', 'Said'])
  })

  test('names what is attached as it is called, in percent signs or in pieces', async () => {
    const called = (how: string) =>
      part('application/x', 'AAEC', `Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; ${how}\r\n`)
    const bytes = email(
      'multipart/mixed',
      called(`filename*=UTF-8''Zo%C3%AB%20943%20476%205919.pdf`),
      called('filename*0="teams; "; filename*1="north.pdf"'),
    )
    const { attached } = await made('email', bytes, 'email')
    expect(attached.map(({ name }) => name)).toEqual(['Zoë ••• ••• ••••.pdf', 'teams; north.pdf'])
  }) // prettier-ignore

  test('without an end is told by its beginning', async () => {
    const bytes = email('multipart/mixed', part('text/plain', 'Nine of twelve.'.repeat(50_000)))
    const { messages, isCut } = await made('email', bytes, 'email')
    expect([messages[0]!.text.length, isCut]).toEqual([60_000, true])
  })
})

describe('slides', () => {
  const slide = (...words: string[]) =>
    Buffer.from(
      `<p:sld xmlns:p="p" xmlns:a="a"><p:nvPr name="Title 1" descr="a picture of the board"/>${words
        .map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`)
        .join('')}</p:sld>`,
    )

  test('are told in their order by their words, each with its notes, and by nothing else', async () => {
    const rels = (...inside: string[]) => Buffer.from(`<R>${inside.join('')}</R>`)
    const bytes = zipOf({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'docProps/core.xml': Buffer.from('<p><creator>Told to nobody</creator></p>'),
      'ppt/presentation.xml': Buffer.from('<p xmlns="p"/>'),
      'ppt/comments/comment1.xml': Buffer.from('<p:cm xmlns:p="p"><p:text>Which month?</p:text></p:cm>'),
      'ppt/notesSlides/notesSlide1.xml': slide('Say who asked.'),
      'ppt/slides/slide10.xml': slide('Next', '&lt;script&gt;'),
      'ppt/slides/slide2.xml': slide('Nine of twelve', 'were signed'),
      'ppt/slides/slide3.xml': Buffer.from(slide('Spare').toString().replace('<p:sld ', '<p:sld show="0" ')),
      'ppt/slides/_rels/slide2.xml.rels': rels('<R TargetMode="External" Target="https://example.org/notesSlide1.xml"/>'),
      'ppt/slides/_rels/slide10.xml.rels': rels('<R Target="../notesSlides/notesSlide1.xml"/>', '<R Target="../media/image1.jpeg"/>'),
      'ppt/media/image1.jpeg': jpegPhoto(),
    })
    const slideOf = (number: number, text: string, more = {}) =>
      ({ number, text, notes: '', isHidden: false, ...more })
    expect(await made('slides', bytes, 'slides')).toEqual({
      is: 'slides',
      slides: [
        slideOf(2, 'Nine of twelve\nwere signed'),
        slideOf(3, 'Spare', { isHidden: true }),
        slideOf(10, 'Next\n<script>', { notes: 'Say who asked.' }),
      ],
      comments: ['Which month?'],
      pictures: 1,
      isCut: false,
    })
  }) // prettier-ignore

  test('without a slide are empty', async () => {
    expect(await preview(zipOf({ 'ppt/presentation.xml': Buffer.from('<p/>') }), 'slides')).toEqual(
      { refusal: 'empty' },
    )
  })
})

describe('a workbook', () => {
  async function workbook(build: (book: ExcelJS.Workbook) => void) {
    const book = new ExcelJS.Workbook()
    build(book)
    return Buffer.from(await book.xlsx.writeBuffer())
  }

  test('is told by its sheets, by the values of its formulas; what is hidden is said and not told', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Audit')
      sheet.addRow(['Team', 'Signed', 'Files', 'Share'])
      sheet.addRow(['North', 9, 12, { formula: 'B2/C2', result: 0.75 }])
      sheet.addRow(['Hidden row', 1, 1, 1])
      sheet.addRow(['South', 3, 4, { formula: 'B4/C4', result: undefined }])
      sheet.getRow(3).hidden = true
      sheet.getColumn(3).hidden = true
      book.addWorksheet('Workings', { state: 'hidden' }).addRow(['told to nobody'])
      book.addWorksheet('Deep', { state: 'veryHidden' }).addRow(['told to nobody'])
    })
    expect(await made('tables', bytes, 'workbook')).toEqual({
      is: 'tables',
      hidden: ['Sheet Workings', 'Sheet Deep'],
      unshown: [],
      tables: [
        {
          name: 'Sheet Audit',
          columns: ['A', 'B', 'D'],
          rows: [
            { row: 1, cells: ['Team', 'Signed', 'Share'] },
            { row: 2, cells: ['North', '9', '0.75'] },
            { row: 4, cells: ['South', '3', '(not worked out)'] },
          ],
          hasMoreRows: false,
          hasMoreColumns: false,
          hiddenRows: 1,
          hiddenColumns: 1,
        },
      ],
    })
  })

  test('shows its numbers as Excel shows them in Britain', async () => {
    const shown: [number | Date, string, string][] = [
      [new Date('2026-10-02'), 'mm-dd-yy', '02/10/2026'],
      [new Date('2026-10-02'), 'd mmmm yyyy', '2 October 2026'],
      // how the library that makes the file calls Excel's format 22
      [new Date('2026-10-02T14:30:00Z'), 'm/d/yy "h":mm', '02/10/2026 14:30'],
      [0.4, '0%', '40%'],
      [0.456, '0.0%', '45.6%'],
      [1234567, '#,##0', '1,234,567'],
      [2.5, '0.00', '2.50'],
      [-12.5, '"£"#,##0.00;[Red]-"£"#,##0.00', '-£12.50'],
      [9, '0" of 12"', '9 of 12'],
      [1.5, '[h]:mm', '36:00'],
      [1 / 3, 'General', '0.333333333'],
      [9434765919, 'General', '9434765919'],
    ]
    for (const date1904 of [false, true]) {
      const bytes = await workbook((book) => {
        book.properties.date1904 = date1904
        const sheet = book.addWorksheet('Figures')
        for (const [value, numFmt] of shown) sheet.addRow([value]).getCell(1).numFmt = numFmt
      })
      const { tables } = await made('tables', bytes, 'workbook')
      expect(tables[0]!.rows.map(({ cells }) => cells[0])).toEqual(
        shown.map(([, , words]) => words),
      )
    }
  })

  test('of 50,000 rows and 60 columns is told by its first rows and columns', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('Long')
      for (let row = 0; row < 50_000; row += 1) sheet.addRow([`Row ${row}`, row])
      sheet.getCell('BH1').value = 'far out'
      book.addWorksheet('After').addRow(['still told'])
    })
    const { tables } = await made('tables', bytes, 'workbook')
    expect(
      tables.map((table) => [table.name, table.rows.length, table.columns.at(-1), table.hasMoreRows, table.hasMoreColumns]),
    ).toEqual([
      ['Sheet Long', 100, 'T', true, true],
      ['Sheet After', 1, 'A', false, false],
    ])
  }, 60_000) // prettier-ignore

  test('of many full sheets names those that are not told', async () => {
    const bytes = await workbook((book) => {
      for (const name of ['A', 'B', 'C', 'D']) {
        const sheet = book.addWorksheet(name)
        for (let row = 0; row < 120; row += 1) sheet.addRow(Array.from({ length: 20 }, () => 'x'))
      }
    })
    const { tables, unshown } = await made('tables', bytes, 'workbook')
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Sheet A', 100],
      ['Sheet B', 100],
      ['Sheet C', 50],
    ])
    expect(unshown).toEqual(['Sheet D'])
  })

  test('as CSV is one table, read no further than it is shown', async () => {
    const rows = 'Team,Signed\n'.concat('"North <b>",9\n'.repeat(200_000))
    const { tables } = await made('tables', rows, 'table')
    expect(tables[0]).toMatchObject({ name: 'The file', columns: ['A', 'B'], hasMoreRows: true })
    expect(tables[0]!.rows[1]).toEqual({ row: 2, cells: ['North <b>', '9'] })
  })
})

describe('A file that was made to do harm costs a refusal, and the next is shown:', () => {
  const bomb = (part: string) =>
    zipOf({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      [part]: Buffer.alloc(500 * 1024 * 1024, 0x20),
    })
  const kinds: Record<string, PreviewKind> = { Word: 'document', PDF: 'pages', text: 'text' }
  const hostile = hostileDocuments.filter(({ named }) => !/web page/.test(named))

  test.each([
    ['a Word file', 'word/document.xml', 'document'],
    ['a workbook', 'xl/workbook.xml', 'workbook'],
    ['slides', 'ppt/slides/slide1.xml', 'slides'],
  ] as const)('%s of half a megabyte that unpacks to 500', async (_what, part, kind) => {
    const file = await fileOf(bomb(part))
    expect((await stat(file)).size).toBeLessThan(600 * 1024)
    expect(await previewFile(file, kind, settings)).toEqual({ refusal: 'too-large' })
  })

  test.each([...hostile])('$named', async ({ named, make }) => {
    const kind = kinds[/Word|PDF|text/.exec(named)![0]]!
    const file = await fileOf(make())
    const answer = await previewFile(file, kind, settings)
    if ('refusal' in answer) expect(answer.refusal).toMatch(/^(?:corrupt|empty|too-large|took-too-long)$/)
    else expect(JSON.stringify(answer).length).toBeLessThan(500_000)
    if (kind === 'pages') {
      const drawn = await drawPictureOf(file, { kind, number: 1 }, settings)
      if (drawn) expect((await lookAt(drawn)).width).toBeLessThanOrEqual(1_400)
    }
    expect(await preview('and the next\n', 'text')).toMatchObject({ preview: { text: 'and the next' } })
  }, 90_000) // prettier-ignore

  test('what takes too long is stopped', async () => {
    const file = await fileOf(await pdfOf('Slow'))
    expect(await previewFile(file, 'pages', settings, { milliseconds: 1 })).toEqual({
      refusal: 'took-too-long',
    })
  })

  test('what is larger than the council lets be looked into is not opened', async () => {
    const file = await fileOf('nine of twelve')
    expect(await previewFile(file, 'text', { ...settings, bytes: 5 })).toEqual({ refusal: 'too-large' })
    expect(await drawPictureOf(file, { kind: 'picture', number: 1 }, { ...settings, bytes: 5 })).toBeUndefined()
  }) // prettier-ignore
})

test('for whoever is gone before its turn nothing is read or drawn', async () => {
  const file = await fileOf(await pdfOf('One'))
  const gone = AbortSignal.abort()
  expect(await drawPictureOf(file, { kind: 'pages', number: 1 }, settings, gone)).toBeUndefined()
  expect(await previewFile(file, 'pages', settings, { gone })).toEqual({ refusal: 'took-too-long' })
})
