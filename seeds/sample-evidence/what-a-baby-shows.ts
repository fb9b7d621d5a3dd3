import {
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

const examples: readonly [was: string, better: string][] = [
  ['Baby was present and appeared fine.', 'Turns to the voice and goes on looking.'],
  ['No concerns seen.', 'Stiffens when the door bangs, is picked up, and settles.'],
  ['Baby asleep throughout.', 'Was asleep each time. I come again on Thursday, when they are fed.'],
  ['Good attachment.', 'Reaches for his father when I come in, and looks at me from there.'],
] // prettier-ignore

const paragraph = (text: string) => new Paragraph({ text, spacing: { after: 160 } })
const heading = (text: string) =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } })
const cell = (text: string, bold = false) =>
  new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
    margins: { top: 80, bottom: 80, left: 120, right: 120 },
  })

/** A guide of one page, with four examples beside what they replace. */
export const whatABabyShows = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: 'Writing what a baby shows',
      creator: 'Westmarsh children’s services',
      numbering: {
        config: [
          {
            reference: 'steps',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Writing what a baby shows', heading: HeadingLevel.HEADING_1 }),
            paragraph(
              'A baby cannot say how it is. What it does says it, and somebody who reads the record years later should be able to see it.',
            ),
            heading('Before you write'),
            ...[
              'Look for two minutes before you talk to anybody.',
              'Notice the face, the hands, and whom the baby looks for.',
              'Ask whoever is holding the baby what they think it would say.',
            ].map((text) => new Paragraph({ text, numbering: { reference: 'steps', level: 0 } })),
            heading('Four openings, rewritten'),
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [cell('It said', true), cell('It says now', true)],
                }),
                ...examples.map(
                  ([was, better]) => new TableRow({ children: [cell(was), cell(better)] }),
                ),
              ],
            }),
            heading('What stays out'),
            paragraph(
              'No names of other children, no dates of birth, no addresses: they are on the front of the file already.',
            ),
          ],
        },
      ],
    }),
  )
