import PDFDocument from 'pdfkit'
import { oleOf, wrappedFile } from '../../app/testing/ole'
import { exif, jpegSaying } from '../../app/testing/photos'
import { zipOf } from '../../app/testing/uploads'

/**
 * The pages as files of every form that evidence comes in, each in a place where words can stand: also
 * those that nobody sees on the page.
 */
export interface Form {
  name: string
  mediaType: string
  file: (text: string) => Promise<Uint8Array> | Uint8Array
  /** whether each file also tells where a photo was taken, which is looked for too */
  hasPlace?: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'
const word = `${office}.wordprocessingml.document`
const excel = `${office}.spreadsheetml.sheet`
const powerPoint = `${office}.presentationml.presentation`

const clean = 'The plan for the next visit was read by the practice leads.'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r/g, '&#13;')

/** As an attribute holds it, with its lines and columns. */
const inAttribute = (text: string): string =>
  escaped(text).replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const types = '<?xml version="1.0"?><Types xmlns="ct"/>'
const w = 'xmlns:w="w"'

/** Word breaks a text into runs wherever it was edited, in the middle of a number too. */
function runs(text: string, tag = 't'): string {
  const parts = text.match(/[\s\S]{1,37}/g) ?? []
  return parts
    .map((part) => `<w:r><w:${tag} xml:space="preserve">${escaped(part)}</w:${tag}></w:r>`)
    .join('')
}
const paragraph = (text: string) => `<w:p>${runs(text)}</w:p>`
const body = (inner: string) =>
  `<w:document ${w}><w:body>${paragraph(clean)}${inner}</w:body></w:document>`

const docx = (parts: Record<string, string | Uint8Array>) =>
  zipOf({
    '[Content_Types].xml': types.replace(
      '/>',
      `><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`,
    ),
    'word/document.xml': body(''),
    ...parts,
  })

const sheetOf = (texts: readonly string[], beside = '') =>
  `<worksheet xmlns="s"><sheetData>${texts
    .map(
      (text, at) =>
        `<row r="${at + 1}"><c r="B${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c></row>`,
    )
    .join('')}</sheetData>${beside}</worksheet>`

/** A paragraph to a cell. */
const cells = (text: string) => text.split('\n\n')

const xlsx = (
  parts: Record<string, string | Uint8Array>,
  { names = '', second = [] as readonly string[] } = {},
) =>
  zipOf({
    '[Content_Types].xml': types.replace(
      '/>',
      `><Override PartName="/xl/workbook.xml" ContentType="${excel}.main+xml"/></Types>`,
    ),
    'xl/workbook.xml': `<workbook xmlns="s" xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/><sheet name="Names" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>${names}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="rel"><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="worksheet"/><Relationship Id="rId2" Target="worksheets/sheet2.xml" Type="worksheet"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheetOf([clean]),
    'xl/worksheets/sheet2.xml': sheetOf(second),
    ...parts,
  })

const slide = (text: string) =>
  `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t xml:space="preserve">${escaped(text)}</a:t></a:r></a:p></p:sld>`
const pptx = (parts: Record<string, string | Uint8Array>) =>
  zipOf({
    '[Content_Types].xml': types.replace(
      '/>',
      `><Override PartName="/ppt/presentation.xml" ContentType="${powerPoint}.main+xml"/></Types>`,
    ),
    'ppt/presentation.xml': '<p xmlns="p"/>',
    'ppt/slides/slide1.xml': slide(clean),
    ...parts,
  })

const properties = (text: string) =>
  `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:description xml:space="preserve">${escaped(text)}</dc:description></cp:coreProperties>`

// With letters of its own: the fonts that every reader has know no narrow space and no long dash.
const letters =
  'node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff'

async function pdf(
  draw: (document: InstanceType<typeof PDFDocument>) => void,
  info: Record<string, string> = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({ info, font: letters })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => document.on('end', done))
  draw(document)
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')

const email = (
  { subject = 'The plan', text = clean }: { subject?: string; text?: string },
  attached?: { name: string; type: string; bytes: Uint8Array },
) =>
  Buffer.from(
    [
      'From: a@example.org',
      'MIME-Version: 1.0',
      `Subject: ${subject}`,
      'Content-Type: multipart/mixed; boundary="mark"',
      '',
      '--mark',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(Buffer.from(text)),
      ...(attached
        ? [
            '--mark',
            `Content-Type: ${attached.type}; name="${attached.name}"`,
            'Content-Transfer-Encoding: base64',
            '',
            base64(attached.bytes),
          ]
        : []),
      '--mark--',
      '',
    ].join('\r\n'),
  )

/** Encoded words, as a header holds other letters than English ones. */
const headerWords = (text: string) =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,60}/g) ?? []
  )
    .map((part) => `=?utf-8?B?${part}?=`)
    .join('\r\n ')

/** A recording of nothing, with a comment as ID3 version 2.3 holds it. */
function mp3(text: string): Buffer {
  const words = Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const frame = Buffer.alloc(10)
  frame.write('TIT2', 'latin1')
  frame.writeUInt32BE(words.length, 4)
  const length = frame.length + words.length
  const head = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0])
  for (let i = 0; i < 4; i += 1) head[6 + i] = (length >> (7 * (3 - i))) & 127
  const silence = Buffer.concat(
    Array.from({ length: 4 }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]),
    ),
  )
  return Buffer.concat([head, frame, words, silence])
}

const box = (type: string, ...inside: Uint8Array[]): Buffer => {
  const content = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** A film of nothing, with its place and a comment as telephones write them. */
function mp4(text: string): Buffer {
  const said = (words: string) => {
    const bytes = Buffer.from(words)
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255, 0x15, 0xc7]), bytes])
  }
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1')),
    box('mdat', Buffer.alloc(64)),
    box(
      'moov',
      box('udta', box('\u00a9xyz', said('+51.5072-000.1276/')), box('\u00a9cmt', said(text))),
    ),
  ])
}

const photo = (text: string) => jpegSaying(exif({ says: text }))

/** As Windows writes “Unicode”: two bytes a letter, after a mark. */
const sixteenBits = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

export const forms: readonly Form[] = [
  { name: 'TXT', mediaType: 'text/plain', file: (text) => Buffer.from(text) },
  { name: 'TXT, of sixteen bits', mediaType: 'text/plain', file: sixteenBits },
  {
    name: 'PDF, on its pages',
    mediaType: 'application/pdf',
    file: (text) => pdf((document) => document.fontSize(11).text(text)),
  },
  {
    name: 'PDF, in its properties',
    mediaType: 'application/pdf',
    file: (text) => pdf((document) => document.text(clean), { Keywords: text }),
  },
  {
    name: 'PDF, in a comment',
    mediaType: 'application/pdf',
    file: (text) => pdf((document) => document.text(clean).note(50, 50, 20, 20, text)),
  },
  {
    name: 'PDF, in a bookmark',
    mediaType: 'application/pdf',
    file: (text) => pdf((document) => document.text(clean).outline.addItem(text)),
  },
  {
    name: 'DOCX, in its text',
    mediaType: word,
    file: (text) => docx({ 'word/document.xml': body(paragraph(text)) }),
  },
  {
    name: 'DOCX, in a header',
    mediaType: word,
    file: (text) => docx({ 'word/header1.xml': `<w:hdr ${w}>${paragraph(text)}</w:hdr>` }),
  },
  {
    name: 'DOCX, in a comment',
    mediaType: word,
    file: (text) =>
      docx({
        'word/comments.xml': `<w:comments ${w}><w:comment w:id="0">${paragraph(text)}</w:comment></w:comments>`,
      }),
  },
  {
    name: 'DOCX, in an insertion that is tracked',
    mediaType: word,
    file: (text) =>
      docx({ 'word/document.xml': body(`<w:p><w:ins w:id="1">${runs(text)}</w:ins></w:p>`) }),
  },
  {
    name: 'DOCX, in a deletion that is tracked',
    mediaType: word,
    file: (text) =>
      docx({
        'word/document.xml': body(`<w:p><w:del w:id="1">${runs(text, 'delText')}</w:del></w:p>`),
      }),
  },
  {
    name: 'DOCX, in its properties',
    mediaType: word,
    file: (text) => docx({ 'docProps/core.xml': properties(text) }),
  },
  {
    name: 'DOCX, in an embedded workbook',
    mediaType: word,
    file: (text) =>
      docx({ 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': xlsx({}, { second: cells(text) }) }),
  },
  {
    name: 'DOCX, in a text that was dropped into it',
    mediaType: word,
    file: (text) => {
      const native = wrappedFile('minutes.txt', Buffer.from(text))
      return docx({ 'word/embeddings/oleObject1.bin': oleOf({ '\u0001Ole10Native': native }) })
    },
  },
  {
    name: 'DOCX, in a photo with its place',
    mediaType: word,
    file: (text) => docx({ 'word/media/image1.jpeg': photo(text) }),
    hasPlace: true,
  },
  {
    name: 'XLSX, in its cells',
    mediaType: excel,
    file: (text) => xlsx({ 'xl/worksheets/sheet1.xml': sheetOf(cells(text)) }),
  },
  {
    name: 'XLSX, in a hidden sheet',
    mediaType: excel,
    file: (text) => xlsx({}, { second: cells(text) }),
  },
  {
    name: 'XLSX, in a comment',
    mediaType: excel,
    file: (text) =>
      xlsx({
        'xl/comments1.xml': `<comments xmlns="s"><commentList><comment ref="C9"><text><r><t xml:space="preserve">${escaped(text)}</t></r></text></comment></commentList></comments>`,
      }),
  },
  {
    name: 'XLSX, in a name',
    mediaType: excel,
    file: (text) =>
      xlsx(
        {},
        {
          names: `<definedNames><definedName name="Kept" xml:space="preserve">"${escaped(text)}"</definedName></definedNames>`,
        },
      ),
  },
  {
    name: 'XLSX, in a printed header',
    mediaType: excel,
    file: (text) => {
      const printed = escaped(`&L&"Arial,Bold"&12 ${text.replace(/&/g, '&&')}`)
      const header = `<headerFooter><oddHeader>${printed}</oddHeader></headerFooter>`
      return xlsx({ 'xl/worksheets/sheet1.xml': sheetOf([clean], header) })
    },
  },
  {
    name: 'XLSX, in what a cell asks for',
    mediaType: excel,
    file: (text) => {
      const asked = `<dataValidations><dataValidation sqref="B2" prompt="${inAttribute(text)}"/></dataValidations>`
      return xlsx({ 'xl/worksheets/sheet1.xml': sheetOf([clean], asked) })
    },
  },
  {
    name: 'XLSX, in words that no cell shows',
    mediaType: excel,
    file: (text) =>
      xlsx({
        'xl/sharedStrings.xml': `<sst xmlns="s">${cells(text)
          .map((one) => `<si><t xml:space="preserve">${escaped(one)}</t></si>`)
          .join('')}</sst>`,
      }),
  },
  {
    name: 'XLSX, in what a pivot table keeps',
    mediaType: excel,
    file: (text) =>
      xlsx({
        'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="s"><cacheFields><cacheField name="Notes"><sharedItems>${cells(
          text,
        )
          .map((one) => `<s v="${inAttribute(one)}"/>`)
          .join('')}</sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
      }),
  },
  {
    name: 'XLSX, in a chart',
    mediaType: excel,
    file: (text) =>
      xlsx({
        'xl/charts/chart1.xml': `<c:chart xmlns:c="c" xmlns:a="a"><c:title><a:p><a:r><a:t xml:space="preserve">${escaped(text)}</a:t></a:r></a:p></c:title></c:chart>`,
      }),
  },
  {
    name: 'XLSX, in its properties',
    mediaType: excel,
    file: (text) => xlsx({ 'docProps/core.xml': properties(text) }),
  },
  {
    name: 'PPTX, on a slide',
    mediaType: powerPoint,
    file: (text) => pptx({ 'ppt/slides/slide2.xml': slide(text) }),
  },
  {
    name: 'PPTX, in the notes',
    mediaType: powerPoint,
    file: (text) => pptx({ 'ppt/notesSlides/notesSlide1.xml': slide(text) }),
  },
  {
    name: 'PPTX, in a comment',
    mediaType: powerPoint,
    file: (text) =>
      pptx({
        'ppt/comments/comment1.xml': `<p:cm xmlns:p="p"><p:text xml:space="preserve">${escaped(text)}</p:text></p:cm>`,
      }),
  },
  { name: 'EML, in its text', mediaType: 'message/rfc822', file: (text) => email({ text }) },
  {
    name: 'EML, in its headers',
    mediaType: 'message/rfc822',
    file: (text) => email({ subject: headerWords(text) }),
  },
  {
    name: 'EML, in an attached document',
    mediaType: 'message/rfc822',
    file: (text) => {
      const bytes = docx({ 'word/document.xml': body(paragraph(text)) })
      return email({}, { name: 'minutes.docx', type: word, bytes })
    },
  },
  {
    name: 'EML, in an attached text of sixteen bits',
    mediaType: 'message/rfc822',
    file: (text) =>
      email({}, { name: 'list.txt', type: 'application/octet-stream', bytes: sixteenBits(text) }),
  },
  {
    name: 'EML, in a comment of its HTML',
    mediaType: 'message/rfc822',
    file: (text) => {
      const bytes = Buffer.from(`<p>${clean}</p><!-- ${escaped(text)} -->`)
      return email({}, { name: 'page.htm', type: 'text/html', bytes })
    },
  },
  {
    name: 'EML, in an attached photo with its place',
    mediaType: 'message/rfc822',
    file: (text) => email({}, { name: 'wall.jpg', type: 'image/jpeg', bytes: photo(text) }),
    hasPlace: true,
  },
  {
    name: 'JPEG, in a comment of its EXIF, with its place',
    mediaType: 'image/jpeg',
    file: photo,
    hasPlace: true,
  },
  { name: 'MP3, in its title', mediaType: 'audio/mpeg', file: mp3 },
  { name: 'MP4, in a comment, with its place', mediaType: 'video/mp4', file: mp4, hasPlace: true },
]
