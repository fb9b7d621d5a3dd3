import PDFDocument from 'pdfkit'

const [left, width] = [72, 451]
const steps: readonly [when: string, ...what: string[]][] = [
  [
    'Before',
    'Tell the child and the parents yourself, and say why.',
    'Write the summary: what has changed, what worries us, what was promised.',
    'Agree the day of the joint visit. No day, no hand-over.',
  ],
  [
    'On the day',
    'Visit together. The worker who leaves introduces the one who comes.',
    'Leave the page that goes with the family, filled in.',
    'The family has the new worker’s number before you go.',
  ],
  [
    'In the week after',
    'Ring the child. Ask what was left out.',
    'Your manager reads the summary with you and notes on the record that it was done.',
  ],
]
const asked = [
  'Who is leaving, and why',
  'Who comes, and what they like to be called',
  'When the new worker will come next',
  'How to reach them, and who answers when they are away',
  'What we promised, and by when',
  'What you want the new worker to know',
]

/** The protocol of two pages: what both workers do, and the page that the family keeps. */
export function handOverProtocol(): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 72, bottom: 60, left, right: 72 },
    // The same words give the same bytes, so that a file made anew is no change.
    info: { Title: 'Hand-over protocol', CreationDate: new Date('2020-01-01T00:00:00Z') },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const made = new Promise<Buffer>((done) => pdf.on('end', () => done(Buffer.concat(chunks))))
  const title = (words: string, below: string) => {
    pdf.font('Helvetica-Bold').fontSize(24).fillColor('#0E4A5A').text(words, left, 72, { width })
    pdf.font('Helvetica').fontSize(12).fillColor('#4A5560').moveDown(0.3).text(below)
    pdf.moveTo(left, pdf.y + 8).lineTo(left + width, pdf.y + 8).strokeColor('#0E4A5A').stroke()
    pdf.fillColor('#16212B').moveDown(2)
  } // prettier-ignore

  title('Hand-over protocol', 'For every change of social worker, planned or not')
  for (const [when, ...what] of steps) {
    pdf.font('Helvetica-Bold').fontSize(15).text(when).moveDown(0.4)
    pdf.font('Helvetica').fontSize(12)
    for (const one of what) pdf.list([one], { bulletRadius: 2, textIndent: 14 }).moveDown(0.3)
    pdf.moveDown(0.8)
  }
  pdf.addPage()
  title('The page that goes with the family', 'Filled in together, at the joint visit')
  for (const one of asked) {
    const top = pdf.y
    pdf.font('Helvetica').fontSize(12).text(one, left + 10, top + 10, { width: 170 })
    pdf.rect(left, top, width, 78).strokeColor('#D5D3CB').stroke()
    pdf.moveTo(left + 190, top).lineTo(left + 190, top + 78).stroke()
    pdf.y = top + 78
  } // prettier-ignore
  pdf.end()
  return made
}
