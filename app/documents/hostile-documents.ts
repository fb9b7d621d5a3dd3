import { deflateRawSync, deflateSync } from 'node:zlib'

/** For tests: files that were made to hang, to fill the memory or to break whoever opens them. */

const megabyte = 1024 * 1024

export const hostileDocuments: readonly { named: string; make: () => Buffer }[] = [
  { named: 'a Word file that unpacks to more than a report holds and says so', make: () => wordOf(spaces(200)) },
  {
    named: 'a Word file that unpacks to more than the memory and says that it does not',
    make: () => wordOf(spaces(700), 1000),
  },
  { named: 'a Word file whose entities multiply', make: () => wordOf(Buffer.from(entities())) },
  { named: 'a Word file nested ten thousand deep', make: () => wordOf(Buffer.from(nestedWord(10_000))) },
  { named: 'a Word file with a hundred thousand cells', make: () => wordOf(Buffer.from(cells(100_000))) },
  { named: 'a web page nested a hundred thousand deep', make: () => Buffer.from(`<html><body>${'<ul><li>'.repeat(100_000)}end`) },
  { named: 'a web page with a hundred thousand cells', make: () => Buffer.from(`<!doctype html><table>${'<tr>'.concat('<td>cell</td>'.repeat(10)).repeat(10_000)}</table>`) },
  { named: 'a web page whose entities multiply', make: () => Buffer.from(`<!doctype html>${'<!ENTITY a "&b;&b;">'.repeat(20_000)}<p>${'&a;'.repeat(100_000)}</p>`) },
  { named: 'a PDF whose page unpacks to more than the memory', make: () => pdfOf(deflateSync(spaces(700)), true) },
  { named: 'a PDF whose page draws a million letters', make: () => pdfOf(deflateSync(Buffer.from(`BT /F 12 Tf ${'(a) Tj '.repeat(1_000_000)}ET`)), true) },
  { named: 'a PDF whose pages are their own parents', make: () => pdfWithPages('<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>') },
  { named: 'a PDF of a page as large as a field', make: () => pdfOf(Buffer.from('BT /F 12 Tf (Inspection) Tj ET'), false, '[0 0 100000000 100000000]') },
  { named: 'a text of ten million brackets', make: () => Buffer.from('('.repeat(10_000_000)) },
  { named: 'a text of a million list marks', make: () => Buffer.from('- \n'.repeat(1_000_000)) },
] // prettier-ignore

const spaces = (megabytes: number): Buffer => Buffer.alloc(megabytes * megabyte, 0x20)

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const wordXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`

function entities(): string {
  const names = Array.from({ length: 12 }, (_, level) => {
    const inner = level === 0 ? 'lol' : `&e${level - 1};`.repeat(10)
    return `<!ENTITY e${level} "${inner}">`
  })
  return `<?xml version="1.0"?><!DOCTYPE w [${names.join('')}]><w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>`
}

const nestedWord = (depth: number): string =>
  wordXml(`${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`)

const cells = (count: number): string =>
  wordXml(
    `<w:tbl>${'<w:tr>'.concat('<w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc>'.repeat(10), '</w:tr>').repeat(count / 10)}</w:tbl>`,
  )

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

/** A Word file of this text; `declared` is the size that it admits to. */
export const wordOf = (xml: Buffer, declared?: number): Buffer =>
  zipOf({ '[Content_Types].xml': Buffer.from(contentTypes), 'word/document.xml': xml }, declared)

function pdfOf(stream: Buffer, packed: boolean, box = '[0 0 595 842]'): Buffer {
  const filter = packed ? ' /Filter /FlateDecode' : ''
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n4 0 obj << /Length ${stream.length}${filter} >> stream\n`,
    ),
    stream,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
  ])
}

const pdfWithPages = (pages: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj ${pages} endobj\ntrailer << /Root 1 0 R >>\n%%EOF`,
  )

export function zipOf(files: Record<string, Buffer>, declared?: number): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const size = Math.min(declared ?? content.length, content.length)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(at, 12)
    list.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x00'),
        fields,
        entry.subarray(2),
        Buffer.from(name),
      ]),
    )
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end])
}
