import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import {
  Document,
  Footer,
  Header,
  Packer,
  Paragraph,
  TextRun,
  DeletedTextRun,
  CommentRangeStart,
  CommentReference,
} from 'docx'
import ExcelJS from 'exceljs'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileSearch } from '~/domain/evidence/identifiers-in-file'
import { encryptedPdf } from '../../../seeds/sample-reports/faulty'
import { forms } from '../../../seeds/identifier-documents/forms'
import { oleOf, wrappedFile } from '../../testing/ole'
import { exif, jpegSaying, plain } from '../../testing/photos'
import { zipOf } from '../../testing/uploads'
import { withWholeNames } from './email-pieces'
import { searchFile } from './search-file.server'

// Every number here is made up, with its check digit added.
const ooxml = 'application/vnd.openxmlformats-officedocument'
const word = `${ooxml}.wordprocessingml.document`
const excel = `${ooxml}.spreadsheetml.sheet`
const powerPoint = `${ooxml}.presentationml.presentation`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-searched-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
async function search(content: Uint8Array | string, mediaType: string): Promise<FileSearch> {
  const file = path.join(folder, `${(written += 1)}`)
  await writeFile(file, content)
  return searchFile(file, mediaType)
}
async function foundIn(content: Uint8Array | string, mediaType: string): Promise<string[]> {
  const answer = await search(content, mediaType)
  if (answer.outcome !== 'searched') throw new Error(JSON.stringify(answer))
  return answer.found.map(({ kind, masked, where }) => `${kind} ${masked} in ${where}`)
}

describe('a Word document', () => {
  test('is searched in its text, headers, footers, comments, kept deletions and properties', async () => {
    const document = new Document({
      title: 'UPN B801200005001',
      comments: {
        children: [
          { id: 0, author: 'A', date: new Date(0), children: [new Paragraph('see 943 476 5919')] },
        ],
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('DOB 12/03/2014')] }) },
          footers: { default: new Footer({ children: [new Paragraph('lives at LS2 7EW')] }) },
          children: [
            new Paragraph({
              children: [
                // Word breaks a number into runs wherever it was edited.
                new TextRun('Child 943 47'),
                new TextRun({ text: '6 5919', bold: true }),
                new DeletedTextRun({
                  text: 'was AB 12 34 56 C',
                  id: 1,
                  author: 'A',
                  date: '2025-01-01T00:00:00Z',
                }),
                new CommentRangeStart(0),
                new TextRun({ children: [new CommentReference(0)] }),
              ],
            }),
          ],
        },
      ],
    })
    expect((await foundIn(await Packer.toBuffer(document), word)).sort()).toEqual([
      'date-of-birth ••/••/•••• in a header',
      'national-insurance-number •• •• •• •6 C in a deletion that is still kept in the text',
      'nhs-number ••• ••• ••19 in a comment',
      'nhs-number ••• ••• ••19 in the text',
      'postcode ••• •EW in a footer',
      'upn •••••••••••01 in the document’s properties',
    ])
  })

  test('that is damaged, or packs more than it may, is not taken for a clean one', async () => {
    expect(await search('PK\u0003\u0004 not a zip', word)).toEqual({
      outcome: 'not-searched',
      because: 'corrupt',
    })
    const bomb = Buffer.from(zipOf({ 'word/document.xml': '<w:p/>' }))
    const entry = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bomb.writeUInt32LE(3_000_000_000, entry + 24)
    bomb.writeUInt16LE(8, entry + 10)
    expect(await search(bomb, word)).toEqual({ outcome: 'not-searched', because: 'too-large' })
  })
})

test('a workbook is searched in every sheet, hidden ones too, in comments, names and properties', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'pupil B801200005001'
  const plan = workbook.addWorksheet('Plan')
  plan.addRow(['Child', 'Date of birth', 'Seen'])
  plan.addRow(['North', new Date('2014-03-12'), new Date('2025-10-01')])
  plan.getCell('C9').note = 'see 943 476 5919'
  const names = workbook.addWorksheet('Names', { state: 'veryHidden' })
  names.getCell('B7').value = 9434765919
  expect((await foundIn(new Uint8Array(await workbook.xlsx.writeBuffer()), excel)).sort()).toEqual([
    expect.stringMatching(/^date-of-birth .* in sheet Plan, cell B2$/),
    'nhs-number ••• ••• ••19 in a comment on a cell',
    'nhs-number ••••••••19 in hidden sheet Names, cell B7',
    'upn •••••••••••01 in the document’s properties',
  ])
})

test('slides are searched with their notes and comments', async () => {
  const a = (text: string) =>
    `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const slides = zipOf({
    '[Content_Types].xml': '<Types/>',
    'ppt/presentation.xml': '<p xmlns="p"/>',
    'ppt/slides/slide2.xml': a('NHS 9434765919'),
    'ppt/notesSlides/notesSlide1.xml': a('born on 12 March 2014'),
    'ppt/comments/comment1.xml': '<p:cm xmlns:p="p"><p:text>B801200005001</p:text></p:cm>',
  })
  expect((await foundIn(slides, powerPoint)).sort()).toEqual([
    'date-of-birth •• ••••• •••• in the notes of a slide',
    'nhs-number ••••••••19 in slide 2',
    'upn •••••••••••01 in a comment on a slide',
  ])
})

test('a PDF is searched on each page, in what is stuck on it and in its properties', async () => {
  const pdf = new PDFDocument({ info: { Keywords: 'B801200005001' } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => pdf.on('end', done))
  pdf.text('The plan of the team.')
  pdf.addPage().text('Number 943 476 5919 was seen.').note(100, 100, 20, 20, 'DOB 12/03/2014')
  pdf.end()
  await ended
  expect((await foundIn(Buffer.concat(chunks), 'application/pdf')).sort()).toEqual([
    'date-of-birth ••/••/•••• in a comment or field on page 2',
    'nhs-number ••• ••• ••19 in page 2',
    'upn •••••••••••01 in the document’s properties',
  ])
})

test('a PDF is searched in its bookmarks, however deep they lie', async () => {
  const pdf = new PDFDocument()
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => pdf.on('end', done))
  pdf.text('The plan of the team.')
  pdf.outline.addItem('Audits').addItem('Child 943 476 5919')
  pdf.end()
  await ended
  expect(await foundIn(Buffer.concat(chunks), 'application/pdf')).toEqual([
    'nhs-number ••• ••• ••19 in the bookmarks',
  ])
})

test('a PDF with a page that is a picture of words is not taken for a clean one, one with an empty page is', async () => {
  const pdfOf = async (draw: (pdf: InstanceType<typeof PDFDocument>) => void) => {
    const pdf = new PDFDocument()
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise((done) => pdf.on('end', done))
    pdf.text('The plan of the team.').addPage()
    draw(pdf)
    pdf.end()
    await ended
    return search(Buffer.concat(chunks), 'application/pdf')
  }
  expect(await pdfOf((pdf) => pdf.image(plain('jpeg'), 0, 0, { width: 500 }))).toMatchObject({
    found: [],
    unsearched: [{ because: 'scan', where: 'page 2' }],
  })
  expect(await pdfOf(() => undefined)).not.toHaveProperty('unsearched')
})

test('a PDF with a password is not taken for a clean one', async () => {
  expect(await search(await encryptedPdf(), 'application/pdf')).toEqual({
    outcome: 'not-searched',
    because: 'encrypted',
  })
})

test('an email is searched in its headers, in each text however it is written, and in names of attachments', async () => {
  const email = [
    'From: a@example.org',
    'MIME-Version: 1.0',
    'Subject: =?utf-8?B?' + Buffer.from('child 943 476 5919').toString('base64') + '?=',
    'Content-Type: multipart/mixed; boundary="mark"',
    '',
    '--mark',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'DOB =3D 12/03/=',
    '2014',
    '--mark',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>lives at <b>LS2</b>&nbsp;7EW</p>').toString('base64'),
    '--mark',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="B801200005001.pdf"',
    '',
    'JVBERi0=',
    '--mark--',
  ].join('\r\n')
  expect(await foundIn(email, 'message/rfc822')).toEqual([
    'nhs-number ••• ••• ••19 in the headers of the email',
    'date-of-birth ••/••/•••• in the text of the email',
    'postcode •••\u00a0•EW in the text of the email',
    'upn •••••••••••01 in the headers of a part',
  ])
})

describe('an email is searched in its body where its mark', () => {
  const email = (type: string, ...body: string[]) =>
    ['From: a@example.org', 'MIME-Version: 1.0', `Content-Type: ${type}`, '', ...body].join('\r\n')
  const child = 'Child 943 476 5919'
  const hit = 'nhs-number ••• ••• ••19 in the text of the email'

  test('is told of a kind that has no parts', async () => {
    const bytes = email('text/plain; boundary="zzz"', child)
    expect(await foundIn(bytes, 'message/rfc822')).toEqual([hit])
  })

  test.each([
    ['never occurs', 'multipart/mixed; boundary="zzz"', [child]],
    ['occurs in no line of its own', 'multipart/mixed; boundary="zzz"', [`${child} --zzz`, '--zzzz']],
    ['is not told', 'multipart/mixed', ['--zzz', '', child, '--zzz--']],
  ])('%s, and then is not taken for clean', async (_what, type, body) => {
    expect(await search(email(type, ...body), 'message/rfc822')).toMatchObject({
      found: [{ kind: 'nhs-number', where: 'the text of the email' }],
      unsearched: [{ because: 'corrupt', where: 'the text of the email' }],
    })
  })

  test.each([
    ['begins as that of the parts within does', 'abc', 'abc--1'],
    ['has letters of a pattern', 'a.b(c)+?', 'a-b(c)+?'],
  ])('%s', async (_what, outer, within) => {
    const bytes = email(
      `multipart/mixed; boundary="${outer}"`,
      `--${outer}  `,
      `Content-Type: multipart/mixed; boundary="${within}"`,
      '',
      ...[`--${within}`, 'Content-Type: text/plain', '', 'First', `--${within}`],
      ...['Content-Transfer-Encoding: base64', '', Buffer.from(child).toString('base64')],
      ...[`--${within}--`, `--${outer}`, 'Content-Type: text/plain', '', child, `--${outer}--`],
    )
    expect(await foundIn(bytes, 'message/rfc822')).toEqual([hit, hit])
  })
}) // prettier-ignore

test.each([
  ['in percent signs', `; filename*=UTF-8''Zo%C3%AB%20943%20476%205919.pdf`, '; filename="Zoë 943 476 5919.pdf"'],
  ['before the name for old programs', `; filename="a.pdf"; filename*=''b%3Bc.pdf`, '; filename="b;c.pdf"; filename="a.pdf"'],
  ['in pieces', `; filename*0="943 47"; filename*1="6 5919.pdf"`, '; filename="943 476 5919.pdf"'],
  ['in pieces, out of order, of which one has percent signs', `; filename*1="%.pdf"; filename*0*=iso-8859-1'en'Zo%EB`, '; filename="Zoë%.pdf"'],
  ['with a letter that is cut in two', `; filename*0*=utf-8''Zo%C3; filename*1*=%AB.pdf`, '; filename="Zoë.pdf"'],
  ['with the end of a line', `; filename*=utf-8''a%0D%0AContent-Type: b`, '; filename="a  Content-Type: b"'],
  ['as most say it', '; filename="a.pdf"', '; filename="a.pdf"'],
])('what an attachment is called %s is put together', (_how, told, whole) => {
  const header = 'Content-Disposition: attachment'
  expect(withWholeNames(`${header}${told}`)).toBe(`${header}${whole}`)
}) // prettier-ignore

test.each([
  ['in percent signs', `filename*=UTF-8''Zo%C3%AB%20943%20476%205919.pdf`],
  ['in pieces', `filename*0="Zoë 943 47";\r\n filename*1="6 5919.pdf"`],
])('an email is searched in what is attached to it being called %s', async (_how, told) => {
  const email = `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: application/x\r\nContent-Disposition: attachment; ${told}\r\n\r\nPlan`
  expect(await search(email, 'message/rfc822')).toMatchObject({
    found: [{ kind: 'nhs-number', where: 'the headers of the email' }],
  })
})

test('an email of HTML is searched in what nobody sees of it, and whichever way its letters are written', async () => {
  const html = [
    '<p>Child 943&#x20;476&ensp;&#53;&#x39;19</p>',
    '<!-- DOB 12/03/2014',
    '<b>and more</b> -->',
    '<img alt="lives at LS2 7EW"><a href="https://example.org/?upn=B801200005001&amp;a%20b">plan</a>',
  ].join('\n')
  const email = [
    'From: a@example.org',
    'MIME-Version: 1.0',
    'Content-Type: text/html',
    '',
    html,
  ].join('\r\n')
  expect((await foundIn(email, 'message/rfc822')).map((hit) => hit.split(' ')[0]).sort()).toEqual([
    'date-of-birth',
    'nhs-number',
    'postcode',
    'upn',
  ])
})

const sixteenBits = (text: string, order: 'le' | 'be' = 'le') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('text of sixteen bits', () => {
  test.each(['le', 'be'] as const)(
    'is searched, %s, with soft ends of lines too',
    async (order) => {
      const lines = `Child\v${'one\v'.repeat(100)}943 476 5919`
      expect(await foundIn(sixteenBits(lines, order), 'text/plain')).toEqual([
        'nhs-number ••• ••• ••19 in the text',
      ])
      const email = `From: a@example.org\r\nMIME-Version: 1.0\r\n\r\n${lines}`
      expect(await foundIn(sixteenBits(email, order), 'message/rfc822')).toEqual([
        'nhs-number ••• ••• ••19 in the text of the email',
      ])
    },
  )
})

test.each(['text/plain', 'text/csv', 'message/rfc822'])(
  'what is no text in any encoding is not taken for a clean %s',
  async (mediaType) => {
    expect(
      await search(Buffer.from('From: a\n\n943 476 5919', 'utf16le'), mediaType),
    ).toMatchObject({
      found: [],
      unsearched: [{ because: 'unread-kind' }],
    })
  },
)

describe('what is attached to an email', () => {
  const withAttachments = (
    ...parts: { name: string; type: string; content: Uint8Array | string }[]
  ) =>
    [
      'From: a@example.org',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="mark"',
      '',
      ...parts.flatMap(({ name, type, content }) => [
        '--mark',
        `Content-Type: ${type}; name="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(content)
          .toString('base64')
          .replace(/(.{76})/g, '$1\r\n'),
      ]),
      '--mark--',
    ].join('\r\n')

  test('is searched by what it is, in emails within emails too, and told with its place', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Names', { state: 'hidden' }).getCell('B7').value = 9434765919
    const sheet = new Uint8Array(await workbook.xlsx.writeBuffer())
    const inner = withAttachments({
      name: 'names.bin',
      type: 'application/octet-stream',
      content: sheet,
    })
    const email = withAttachments(
      { name: 'forwarded.eml', type: 'message/rfc822', content: inner },
      { name: 'plan.txt', type: 'application/x-unknown', content: 'UPN B801200005001' },
    )
    expect((await foundIn(email, 'message/rfc822')).sort()).toEqual([
      'nhs-number ••••••••19 in the attachment “names.bin”: hidden sheet Names, cell B7',
      'upn •••••••••••01 in the attachment “plan.txt”: the text',
    ])
  })

  test('is searched where it is text of sixteen bits, whatever it is called, or an email without that name', async () => {
    const list = sixteenBits('Names\r\nChild 943 476 5919\r\n')
    const inner = withAttachments({ name: 'b.txt', type: 'application/x', content: list })
    const email = withAttachments(
      { name: 'list.txt', type: 'application/octet-stream', content: list },
      { name: 'list.txt', type: 'text/plain', content: list },
      { name: 'list.csv', type: 'text/csv; charset=us-ascii', content: list },
      { name: 'sent.eml', type: 'message/rfc822', content: sixteenBits(inner) },
      { name: 'sent.bin', type: 'application/octet-stream', content: inner },
      { name: 'BM.txt', type: 'application/octet-stream', content: 'BM: child 943 476 5919' },
      { name: 'a.htm', type: 'application/x', content: '<html><p>943&#x20;476 5919</p></html>' },
    )
    expect(await foundIn(email, 'message/rfc822')).toEqual(
      [
        ...[
          'the attachment “list.txt”: the text',
          'the text of the email',
          'the text of the email',
        ],
        'the attachment “b.txt”: the text',
        'the attachment “sent.bin”: the attachment “b.txt”: the text',
        ...['the attachment “BM.txt”: the text', 'the attachment “a.htm”: the text'],
      ].map((where) => `nhs-number ••• ••• ••19 in ${where}`),
    )
  })

  test('is not taken for clean where no encoding is told that reads it, or it is a picture of another kind', async () => {
    const unmarked = Buffer.from('Child 943 476 5919', 'utf16le')
    const email = withAttachments(
      { name: 'a.txt', type: 'text/plain', content: unmarked },
      { name: 'a.eml', type: 'message/rfc822', content: unmarked },
      { name: 'a.rtf', type: 'text/rtf', content: '{\\rtf1 Child 943 476 5919}' },
      { name: 'a.tif', type: 'image/tiff', content: Buffer.from('49492a0008000000', 'hex') },
    )
    expect(await search(email, 'message/rfc822')).toMatchObject({
      unsearched: [
        { because: 'unread-kind', where: 'the text of the email' },
        { because: 'unread-kind', where: 'an email within the email' },
        { because: 'unread-kind', where: 'the attachment “a.rtf”' },
        { because: 'unread-kind', where: 'the attachment “a.tif”' },
      ],
    })
  })

  test('is not taken for clean where it is locked, packed or damaged', async () => {
    const email = withAttachments(
      { name: 'locked.pdf', type: 'application/pdf', content: await encryptedPdf() },
      { name: 'packed.zip', type: 'application/zip', content: zipOf({ 'a.txt': 'a' }) },
      { name: 'broken.docx', type: word, content: zipOf({ 'word/document.xml': '<w:p>' }) },
    )
    expect(await search(email, 'message/rfc822')).toMatchObject({
      outcome: 'searched',
      found: [],
      unsearched: [
        { because: 'encrypted', where: 'the attachment “locked.pdf”' },
        { because: 'archive', where: 'the attachment “packed.zip”' },
        { where: 'the attachment “broken.docx”' },
      ],
    })
  })
})

describe('a photo', () => {
  test('of a phone is searched in its details', async () => {
    const jpeg = jpegSaying(exif({ says: 'NHS 943 476 5919' }))
    expect(await foundIn(jpeg, 'image/jpeg')).toEqual([
      'nhs-number ••• ••• ••19 in the photo’s details',
      'place ••.••••, ••.•••• in the photo’s details',
    ])
  })

  test('with packed words is searched in them', async () => {
    const chunk = (type: string, data: Buffer) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(data.length)
      return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
    }
    const packed = deflateSync(Buffer.from('pupil B801200005001'))
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), packed])),
      chunk('IEND', Buffer.alloc(0)),
    ])
    expect(await foundIn(png, 'image/png')).toEqual(['upn •••••••••••01 in the photo’s details'])
  })
})

test('a table of text is searched, and a clean one has nothing', async () => {
  expect(await foundIn('team,child\nEast,943 476 5919\n', 'text/csv')).toEqual([
    'nhs-number ••• ••• ••19 in the text',
  ])
  expect(await foundIn('team,files\nEast,6\n', 'text/csv')).toEqual([])
})

describe('a recording', () => {
  const recordingOf = async (name: string, text: string) => {
    const { file, mediaType } = forms.find((form) => form.name.startsWith(name))!
    return foundIn(await file(text), mediaType)
  }

  test('is searched in its tags', async () => {
    expect(await recordingOf('MP3', 'Visit to 943 476 5919')).toEqual([
      'nhs-number ••• ••• ••19 in the recording’s details',
    ])
    expect(await recordingOf('MP3', 'Talk of the practice group')).toEqual([])
  })

  test('is searched in what a telephone writes into it, and for where it was made', async () => {
    expect(await recordingOf('MP4', 'pupil B801200005001')).toEqual([
      'upn •••••••••••01 in the recording’s details',
      'place ••.••••, ••.•••• in the recording’s details',
    ])
  })

  test('that nothing can be read of is not taken for a clean one; one that has no tags is', async () => {
    expect(await search('ID3', 'audio/mpeg')).toEqual({
      outcome: 'not-searched',
      because: 'corrupt',
    })
    expect(await foundIn('#!AMR\n', 'audio/amr')).toEqual([])
  })
})

describe('a document in a document', () => {
  const docxWith = (parts: Record<string, string | Uint8Array>) =>
    zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:p/>', ...parts })
  const inOle = (streams: Record<string, Uint8Array>) =>
    docxWith({ 'word/embeddings/oleObject1.bin': oleOf(streams) })
  const pdfSaying = async (text: string) =>
    forms.find(({ name }) => name === 'PDF, on its pages')!.file(text)

  test('is searched where Office packed it, however large it is', async () => {
    const large = await pdfSaying(`${'A page of the plan. '.repeat(400)} 943 476 5919`)
    expect(large.length).toBeGreaterThan(4096)
    const packed: Record<string, Uint8Array>[] = [
      { Package: large },
      { CONTENTS: large, '\u0001CompObj': Buffer.alloc(40) },
      { '\u0001Ole10Native': wrappedFile('minutes.pdf', large) },
    ]
    for (const streams of packed) {
      expect(await foundIn(inOle(streams), word)).toEqual([
        expect.stringMatching(
          /^nhs-number ••• ••• ••19 in a document embedded in it: a file in it: page \d$/,
        ),
      ])
    }
  })

  test('is searched by its name too', async () => {
    const native = wrappedFile('943 476 5919.txt', Buffer.from('Six plans.'))
    expect(await foundIn(inOle({ '\u0001Ole10Native': native }), word)).toEqual([
      'nhs-number ••• ••• ••19 in a document embedded in it: the name of a file in it',
    ])
  })

  test.each([
    ['an old document', { WordDocument: Buffer.alloc(5000) }, 'unread-kind'],
    ['one with a password', { EncryptedPackage: Buffer.alloc(5000) }, 'encrypted'],
  ])('is not taken for clean where it is %s', async (_what, streams, because) => {
    expect(await search(inOle(streams), word)).toMatchObject({
      found: [],
      unsearched: [{ because, where: 'a document embedded in it' }],
    })
  })

  test('is not taken for clean where it is cut off, packed, unknown or deeper than anybody packs', async () => {
    const cut = oleOf({ Package: Buffer.alloc(9000) }).subarray(0, 3000)
    const parts = {
      'word/embeddings/cut.bin': new Uint8Array(cut),
      'word/embeddings/packed.bin': zipOf({ 'a.txt': 'a' }),
      'word/embeddings/what.bin': new Uint8Array([1, 0, 2, 0, 3, 0, 4, 0]),
    }
    expect(await search(docxWith(parts), word)).toMatchObject({
      unsearched: [{ because: 'corrupt' }, { because: 'archive' }, { because: 'unread-kind' }],
    })
    let nested = oleOf({ '\u0001Ole10Native': wrappedFile('a.txt', Buffer.from('943 476 5919')) })
    for (let depth = 0; depth < 7; depth += 1) {
      nested = oleOf({ '\u0001Ole10Native': wrappedFile('a.bin', nested) })
    }
    const deep = docxWith({ 'word/embeddings/deep.bin': new Uint8Array(nested) })
    expect(await search(deep, word)).toMatchObject({ unsearched: [{ because: 'too-large' }] })
  })

  test('a photo in it is asked about for where it was taken; its letters and printers are not', async () => {
    const parts = {
      'word/media/image1.jpeg': jpegSaying(exif({ says: 'Phone' })),
      'word/fonts/font1.odttf': new Uint8Array([1, 0, 2]),
      'xl/printerSettings/printerSettings1.bin': new Uint8Array([1, 0, 2]),
    }
    const answer = await search(docxWith(parts), word)
    expect(answer).not.toHaveProperty('unsearched')
    expect(answer).toMatchObject({
      found: [{ kind: 'place', where: 'a picture or recording in it: the photo’s details' }],
    })
  })

  test('where its links lead is read, drawings too', async () => {
    const parts = {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Target="file:///C:/child%20943%20476%205919.docx" TargetMode="External"/><Relationship Target="media/image1.png"/></Relationships>',
      'word/media/image1.svg': '<svg><path d="M 943 476 5919"/><text>B801200005001</text></svg>',
    }
    expect(await foundIn(docxWith(parts), word)).toEqual([
      'nhs-number ••• ••• ••19 in where a link leads',
      'upn •••••••••••01 in a drawing',
    ])
  })
})

test('what is attached to a PDF is searched', async () => {
  const pdf = new PDFDocument()
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => pdf.on('end', done))
  pdf.text('The plan.').file(Buffer.from('child 943 476 5919'), { name: 'names.txt' })
  pdf.end()
  await ended
  expect(await foundIn(Buffer.concat(chunks), 'application/pdf')).toEqual([
    'nhs-number ••• ••• ••19 in a file attached to it: the text',
  ])
})

test.each(['application/rtf', 'application/vnd.oasis.opendocument.text', 'image/tiff'])(
  'what nothing here reads is not taken for a clean one: %s',
  async (mediaType) => {
    expect(await search('words', mediaType)).toEqual({
      outcome: 'not-searched',
      because: 'unread-kind',
    })
  },
)

test('a search that takes too long is stopped', async () => {
  const file = path.join(folder, 'long')
  await writeFile(file, 'DOB 12/03/2014\n'.repeat(300_000))
  expect(await searchFile(file, 'text/plain', {}, { milliseconds: 1 })).toEqual({
    outcome: 'not-searched',
    because: 'took-too-long',
  })
})
