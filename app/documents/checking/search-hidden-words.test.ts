import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  Document,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plain } from '../../testing/photos'
import { zipOf } from '../../testing/uploads'
import { searchFile } from './search-file.server'

// Every number here is made up, with its check digit added.
const office = 'application/vnd.openxmlformats-officedocument'
const word = `${office}.wordprocessingml.document`
const powerPoint = `${office}.presentationml.presentation`
const nhs = '943 476 5919'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'waymark-hidden-words-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
async function search(content: Uint8Array, mediaType: string) {
  const file = path.join(folder, `${(written += 1)}`)
  await writeFile(file, content)
  return searchFile(file, mediaType)
}
async function foundIn(content: Uint8Array, mediaType: string): Promise<string[]> {
  const answer = await search(content, mediaType)
  if (answer.outcome !== 'searched') throw new Error(JSON.stringify(answer))
  expect(answer).not.toHaveProperty('unsearched')
  return answer.found.map(({ kind, where }) => `${kind} in ${where}`)
}

describe('a Word document, as a program writes it', () => {
  const children = (text: string) => ({ children: [new Paragraph(text)] })
  const saved = async (
    more: readonly (Paragraph | Table)[],
    options: Partial<ConstructorParameters<typeof Document>[0]> = {},
  ) =>
    Packer.toBuffer(
      new Document({ ...options, sections: [{ children: [new Paragraph('Plan'), ...more] }] }),
    )

  test('is searched in its footnotes and endnotes', async () => {
    const notes = await saved(
      [new Paragraph({ children: [new FootnoteReferenceRun(1), new EndnoteReferenceRun(1)] })],
      { footnotes: { 1: children(`see ${nhs}`) }, endnotes: { 1: children('UPN B801200005001') } },
    )
    expect((await foundIn(notes, word)).sort()).toEqual([
      'nhs-number in a footnote',
      'upn in an endnote',
    ])
  })

  test('is searched in what was put in with its track kept, and in what is hidden', async () => {
    const change = { id: 1, author: 'A', date: '2025-01-01T00:00:00Z' }
    const tracked = await saved([
      new Paragraph({ children: [new InsertedTextRun({ ...change, text: nhs })] }),
      new Paragraph({ children: [new TextRun({ text: 'UPN B801200005001', vanish: true })] }),
    ])
    expect((await foundIn(tracked, word)).sort()).toEqual([
      'nhs-number in the text',
      'upn in the text',
    ])
  })

  test('is searched in what is told of a picture instead of it', async () => {
    const picture = new ImageRun({
      type: 'jpg',
      data: plain('jpeg'),
      transformation: { width: 24, height: 16 },
      altText: { name: 'Picture 1', title: 'UPN B801200005001', description: `Sam ${nhs}` },
    })
    expect(
      (await foundIn(await saved([new Paragraph({ children: [picture] })]), word)).sort(),
    ).toEqual(['nhs-number in the text', 'upn in the text'])
  })

  test('is searched in its properties, those of one’s own too', async () => {
    const kept = await saved([], {
      subject: 'UPN B801200005001',
      keywords: 'DOB 12/03/2014',
      customProperties: [{ name: 'Child', value: nhs }],
    })
    expect((await foundIn(kept, word)).sort()).toEqual([
      'date-of-birth in the document’s properties',
      'nhs-number in the document’s properties',
      'upn in the document’s properties',
    ])
  })

  test('tells the dates of birth of a table by the heading of their column', async () => {
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((text) => new TableCell(children(text))) })
    const table = new Table({
      rows: [
        row('Child', 'Date of birth', 'Seen'),
        row(
          'North, of the team that moved to the other office in the summer',
          '12/03/2014',
          '01/10/2025',
        ),
        row('South', '13/04/2015', '02/10/2025'),
      ],
    })
    expect(await foundIn(await saved([table]), word)).toEqual([
      'date-of-birth in the text',
      'date-of-birth in the text',
    ])
    const nested = new Table({
      rows: [
        new TableRow({ children: [new TableCell({ children: [new Paragraph('Form'), table] })] }),
      ],
    })
    expect(await foundIn(await saved([nested]), word)).toEqual([
      'date-of-birth in the text',
      'date-of-birth in the text',
    ])
  })

  test('numbers in two cells of a table are not read as one', async () => {
    const cells = ['943', '476', '5919'].map(
      (text) => new TableCell({ children: [new Paragraph(text), new Paragraph('files')] }),
    )
    expect(
      await foundIn(await saved([new Table({ rows: [new TableRow({ children: cells })] })]), word),
    ).toEqual([])
  })
})

const docx = (parts: Record<string, string>) =>
  zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:p/>', ...parts })
const document = (inner: string) => ({
  'word/document.xml': `<w:document><w:body>${inner}</w:body></w:document>`,
})

test.each<[string, Record<string, string>, string]>([
  [
    'a text box',
    document(
      `<w:p><w:r><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>943 47</w:t></w:r><w:r><w:t>6 5919</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>`,
    ),
    'the text',
  ],
  [
    'the words behind the text of each page',
    {
      'word/header1.xml': `<w:hdr><w:p><w:r><w:pict><v:shape alt="Plan"><v:textpath string="${nhs}"/></v:shape></w:pict></w:r></w:p></w:hdr>`,
    },
    'a header',
  ],
  [
    'what is told of a table instead of it',
    document(`<w:tbl><w:tblPr><w:tblDescription w:val="${nhs}"/></w:tblPr></w:tbl>`),
    'the text',
  ],
  [
    'what a field asks for',
    document(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LINK "943 47</w:instrText></w:r><w:r><w:instrText>6 5919"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r></w:p>`,
    ),
    'the code of a field in the text',
  ],
  [
    'what a form offers',
    document(`<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Sam" w:value="${nhs}"/></w:dropDownList></w:sdtPr></w:sdt>`),
    'the text',
  ],
  [
    'the help of a field of a form',
    document(`<w:ffData><w:helpText w:type="text" w:val="${nhs}"/></w:ffData>`),
    'the text',
  ],
  [
    'a variable that a letter is made with',
    { 'word/settings.xml': `<w:settings><w:docVars><w:docVar w:name="Child" w:val="${nhs}"/></w:docVars></w:settings>` },
    'the settings of the document',
  ],
  [
    'data that is kept with it',
    { 'customXml/item1.xml': `<case xmlns="urn:c" id="{28A0092B-C50C-407E-A947-70E740481C1C}"><child number="${nhs}"/></case>` },
    'data kept with the document',
  ],
  [
    'rows of data that are kept with it',
    { 'customXml/item1.xml': `<rows xmlns="urn:c"><row>${nhs}</row></rows>`, 'customXml/item2.xml': '<from xmlns="urn:c"><col>Leeds</col></from>' },
    'data kept with the document',
  ],
  [
    'a column of what an unusual program keeps',
    { 'word/cases.xml': `<cases><case><col>${nhs}</col></case></cases>` },
    'another part of the document',
  ],
  [
    'a remark that no program shows',
    document(`<!-- ${nhs} --><w:p/>`),
    'a remark behind the text',
  ],
  [
    'a glossary',
    { 'word/glossary/document.xml': `<w:document><w:p><w:r><w:t>${nhs}</w:t></w:r></w:p></w:document>` },
    'another part of the document',
  ],
  [
    'a chart',
    { 'word/charts/chart1.xml': '<c:chart><c:pt><c:v>9434765919</c:v></c:pt><c:pt><c:v>7</c:v></c:pt></c:chart>' },
    'a chart',
  ],
  [
    'a page that was taken in',
    { 'word/afchunk.mht': `MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<p>${nhs}</p>`).toString('base64')}` },
    'a document embedded in it: the text of the email',
  ],
])('a Word document is searched in %s', async (_what, parts, place) => {
  expect(await foundIn(docx(parts), word)).toEqual([`nhs-number in ${place}`])
}) // prettier-ignore

test('where a drawing stands is not read as a number', async () => {
  const anchor = `<w:p><w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>9434765919</wp:posOffset></wp:positionH><wp14:sizeRelV><wp14:pctHeight>9434765919</wp14:pctHeight></wp14:sizeRelV></wp:anchor></w:drawing></w:r></w:p>`
  expect(await foundIn(docx(document(anchor)), word)).toEqual([])
})

const pptx = (parts: Record<string, string>) =>
  zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p:p/>', ...parts })
const says = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`

test.each<[string, Record<string, string>, string]>([
  ['a slide that is not shown', { 'ppt/slides/slide3.xml': says(nhs).replace('<p:sld>', '<p:sld show="0">') }, 'slide 3'],
  ['the notes of who speaks', { 'ppt/notesSlides/notesSlide1.xml': says(nhs) }, 'the notes of a slide'],
  ['a comment', { 'ppt/comments/comment1.xml': `<p:cmLst><p:cm><p:text>${nhs}</p:text></p:cm></p:cmLst>` }, 'a comment on a slide'],
  ['a comment of newer programs', { 'ppt/comments/modernComment_100_0.xml': `<p188:cmLst><p188:cm><p188:txBody><a:p><a:r><a:t>${nhs}</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>` }, 'a comment on a slide'],
  ['what is told of a picture instead of it', { 'ppt/slides/slide1.xml': `<p:sld><p:cNvPr name="Picture 2" descr="${nhs}"/></p:sld>` }, 'slide 1'],
  ['the foot of every slide', { 'ppt/slideMasters/slideMaster1.xml': says(nhs) }, 'the layout of slides'],
  ['the head of its handouts', { 'ppt/handoutMasters/handoutMaster1.xml': says(nhs) }, 'the layout of notes and handouts'],
  ['a mark that a program left', { 'ppt/tags/tag1.xml': `<p:tagLst><p:tag name="CASE" val="${nhs}"/></p:tagLst>` }, 'another part of the document'],
  ['a diagram', { 'ppt/diagrams/data1.xml': `<dgm:dataModel><a:p><a:r><a:t>${nhs}</a:t></a:r></a:p></dgm:dataModel>` }, 'a diagram'],
  ['the name of a section', { 'ppt/presentation.xml': `<p:p><p14:section name="${nhs}"/></p:p>` }, 'another part of the document'],
  ['its properties', { 'docProps/custom.xml': `<Properties><property name="Child"><vt:lpwstr>${nhs}</vt:lpwstr></property></Properties>` }, 'the document’s properties'],
])('slides are searched in %s', async (_what, parts, place) => {
  expect(await foundIn(pptx(parts), powerPoint)).toEqual([`nhs-number in ${place}`])
}) // prettier-ignore

test('slides tell the dates of birth of a table by the heading of their column', async () => {
  const row = (...cells: string[]) =>
    `<a:tr>${cells.map((text) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`).join('')}</a:tr>`
  const slide = `<p:sld><a:tbl>${row('Child', 'DOB')}${row('Of the team that moved to another office', '12/03/2014')}</a:tbl></p:sld>`
  expect(await foundIn(pptx({ 'ppt/slides/slide1.xml': slide }), powerPoint)).toEqual([
    'date-of-birth in slide 1',
  ])
})

test('no evidence is found by the words of a layout', async () => {
  const slides = pptx({
    'ppt/slideLayouts/slideLayout1.xml': says('Click to edit Master title style'),
    'ppt/slides/slide1.xml': says('Audit of plans'),
  })
  expect(await search(slides, powerPoint)).toMatchObject({
    text: expect.not.stringContaining('Click to edit') as string,
  })
})
