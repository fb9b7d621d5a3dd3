import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readReport } from '~/domain/report/read-report'
import { faultyReports, goodReports } from '../../seeds/sample-reports/sample-reports'
import { hostileDocuments, zipOf } from './hostile-documents'
import { readDocument } from './read-document.server'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-documents-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function brought(name: string, bytes: Buffer | string) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return readDocument(path, name)
}

const items = ['The quality of plans.', 'The pace of help.']

function readItems(document: Awaited<ReturnType<typeof readDocument>>): string[] {
  if (!document.ok) throw new Error(document.because)
  return readReport(document.source).recommendations.map((item) => item.text)
}

// Every reading starts a process, which takes its time where the machine is busy.
vi.setConfig({ testTimeout: 90_000 })

describe('A document is read by what it is, whatever it is called', () => {
  test('a PDF called a text', async () => {
    const document = await brought('notes.txt', await goodReports['eastmere-ilacs-2018.pdf']())
    expect(document).toMatchObject({ ok: true, source: { format: 'pdf', pages: 2 } })
    expect(readItems(document)).toHaveLength(2)
  })

  test('a Word document', async () => {
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
    const row = (...cells: string[]): TableRow => new TableRow({ children: cells.map(cell) })
    const word = new Document({
      sections: [
        {
          children: [
            new Paragraph({
              text: 'Inspection of Norham local authority children’s services',
              heading: HeadingLevel.TITLE,
            }),
            new Paragraph('Inspection dates: 11 to 22 May 2026'),
            new Paragraph('Lead inspector: Amina Farrow, His Majesty’s Inspector'),
            new Table({
              rows: [
                row('Judgement', 'Grade'),
                row(
                  'The impact of leaders on social work practice with children and families',
                  'Good',
                ),
                row('The experiences and progress of children in care', 'Outstanding'),
                row(
                  'The experiences and progress of care leavers',
                  'Requires improvement to be good',
                ),
              ],
            }),
            new Paragraph({ text: 'What needs to improve?', heading: HeadingLevel.HEADING_2 }),
            ...items.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
            new Paragraph({
              text: 'The experiences and progress of children in care: outstanding',
              heading: HeadingLevel.HEADING_2,
            }),
            new Paragraph('1. Children in care thrive.'),
          ],
        },
      ],
    })
    const document = await brought('report.pdf', await Packer.toBuffer(word))
    if (!document.ok) throw new Error(document.because)
    expect(document.source.format).toBe('docx')
    expect(readReport(document.source)).toMatchObject({
      kind: 'ilacs',
      council: 'Norham',
      inspectedFrom: '2026-05-11',
      leadInspector: 'Amina Farrow',
      judgements: [
        { area: 'leaders', grade: 'good' },
        { area: 'children-in-care', grade: 'outstanding' },
        { area: 'care-leavers', grade: 'requires-improvement' },
      ],
    })
    expect(readItems(document)).toEqual(items)
  })

  test('a web page, without its scripts', async () => {
    const document = await brought(
      'page',
      `<!doctype html><html><head><title>x</title><script>var a = "<p>no</p>"</script></head><body>
       <h1>Inspection of Norham local authority children&rsquo;s services</h1>
       <p>Inspection dates: 11&nbsp;to 22 May 2026</p><p>Lead inspector: Amina Farrow, HMI</p>
       <h2>What needs to improve?<sup>1</sup></h2><ul><li>${items[0]}</li><li><p>${items[1]}</p></li></ul>
       <h2>The impact of leaders: good</h2><p>1. Text &lt;here&gt;.</p></body></html>`,
    )
    expect(document).toMatchObject({ ok: true, source: { format: 'html' } })
    expect(readItems(document)).toEqual(items)
  })

  test('plain text in an older encoding', async () => {
    const text = `Inspection of Norham local authority children\u0092s services\r\nInspection dates: 11 to 22 May 2026\r\nLead inspector: Amina Farrow\r\n\r\nWhat needs to improve?\r\n- ${items[0]}\r\n- ${items[1]}\r\n`
    const document = await brought('report.pdf', Buffer.from(text, 'latin1'))
    expect(document).toMatchObject({ ok: true, source: { format: 'text' } })
    expect(readItems(document)).toEqual(items)
  })
})

describe('What cannot be read is answered, and nothing is lost', () => {
  test.each([
    ['encrypted.pdf', 'encrypted'],
    ['corrupt.pdf', 'corrupt'],
    ['empty.pdf', 'empty'],
    ['scanned.pdf', 'no-text'],
  ] as const)('%s: %s', async (name, because) => {
    const document = await brought(name, await faultyReports[name]())
    expect(document).toMatchObject({ ok: false, because })
    expect(document).toHaveProperty(
      'sentence',
      expect.stringMatching(/Nothing you have entered is lost/),
    )
  })

  test.each([
    ['a picture', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'not-a-document'],
    ['bytes that are nothing', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]), 'not-a-document'],
    ['rich text', Buffer.from('{\\rtf1 words}'), 'not-a-document'],
    ['white space', Buffer.from('  \n \n'), 'empty'],
    ['a zip of something else', zipOf({ 'a.txt': Buffer.from('a') }), 'corrupt'],
    ['a zip that breaks off', zipOf({ 'word/document.xml': Buffer.from('<a/>') }).subarray(0, 40), 'corrupt'],
  ])('%s', async (_what, bytes, because) => {
    expect(await brought('file', bytes)).toMatchObject({ ok: false, because })
  }) // prettier-ignore

  test('a scan with nothing but a line of text at the foot of each page', async () => {
    const foot = 'Inspection of Norham local authority children’s services, 11 to 22 May 2026'
    const page = (at: number): string =>
      `${at} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 9 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n`
    const drawing = `BT /F 9 Tf 60 30 Td (${foot.replace('’', "'")}) Tj ET`
    const scan = `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R] /Count 4 >> endobj\n${[3, 4, 5, 6].map(page).join('')}9 0 obj << /Length ${drawing.length} >> stream\n${drawing}\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF`
    expect(await brought('scan.pdf', scan)).toMatchObject({ ok: false, because: 'no-text' })
  })

  test.each(hostileDocuments)('$named', async ({ make }) => {
    const document = await brought('hostile', make())
    if (document.ok) readReport(document.source)
    else expect(document.sentence).toMatch(/Nothing you have entered is lost/)
  })

  test('whatever takes too long is stopped', async () => {
    const path = join(folder, 'slow.pdf')
    await writeFile(path, await goodReports['eastmere-ilacs-2018.pdf']())
    expect(await readDocument(path, 'slow.pdf', { milliseconds: 1 })).toMatchObject({
      ok: false,
      because: 'took-too-long',
    })
  })

  test('and the next document is read as if nothing had been', async () => {
    const document = await brought('next.pdf', await goodReports['eastmere-ilacs-2018.pdf']())
    expect(readItems(document)).toHaveLength(2)
  })
})

test('Three hundred pages are read', async () => {
  const document = await brought('long.pdf', await faultyReports['three-hundred-pages.pdf']())
  if (!document.ok) throw new Error(document.because)
  expect(document.source.pages).toBe(300)
  expect(readItems(document)).toEqual(['The length of reports.'])
})

test('Several documents brought at once are each answered', async () => {
  const good = await goodReports['eastmere-ilacs-2018.pdf']()
  const bad = await faultyReports['corrupt.pdf']()
  const answers = await Promise.all(
    [good, bad, good, bad, good].map((bytes, index) => brought(`many-${index}`, bytes)),
  )
  expect(answers.map((answer) => answer.ok)).toEqual([true, false, true, false, true])
})
