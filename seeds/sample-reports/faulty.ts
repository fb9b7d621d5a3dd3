import { deflateSync } from 'node:zlib'
import { ReportPages } from './report-pages'

/** Files that a person may bring by mistake, or to do harm: each must be answered, and none may hurt. */

export function encryptedPdf(): Promise<Buffer> {
  return new ReportPages([], { userPassword: 'not-given', ownerPassword: 'nor-this' })
    .title('Inspection of Eastmere local authority children’s services')
    .bytes()
}

/** The middle of a good report is gone. */
export async function corruptPdf(): Promise<Buffer> {
  const good = await new ReportPages([])
    .title('Inspection of Eastmere')
    .paragraph('Some words.')
    .bytes()
  return Buffer.concat([good.subarray(0, 60), Buffer.alloc(200, 0x37)])
}

/** A page that is a picture, as a scanner makes it. */
export function scannedPdf(): Promise<Buffer> {
  return new ReportPages([])
    .picture(greyPicture(620, 877))
    .newPage()
    .picture(greyPicture(620, 877))
    .bytes()
}

export function longPdf(pages = 300): Promise<Buffer> {
  const report = new ReportPages([
    'Inspection of Longmere local authority children’s services',
    '5 to 16 June 2023',
  ])
    .title('Inspection of Longmere local authority children’s services')
    .label('Inspection dates: 5 to 16 June 2023', true)
    .label('Lead inspector: Joan Petherick, His Majesty’s Inspector')
    .judgements([
      ['The impact of leaders on social work practice with children and families', 'Good'],
      ['The experiences and progress of children who need help and protection', 'Good'],
      ['The experiences and progress of children in care', 'Good'],
      ['The experiences and progress of care leavers', 'Good'],
      ['Overall effectiveness', 'Good'],
    ])
    .heading('What needs to improve?')
    .bullet('The length of reports.')
    .heading('The experiences and progress of children who need help and protection: good')
  for (let page = 2; page <= pages; page++) {
    report.newPage()
    for (let line = 0; line < 12; line++) {
      report.paragraph(
        `Page ${page} tells again what the pages before it told, so that there is much to read and little to find.`,
      )
    }
  }
  return report.bytes()
}

/** Grey stripes where lines of print would be, as a PNG without any library. */
function greyPicture(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isPrint = y % 22 < 9 && x > 70 && x < 540 && (x * 7 + y * 13) % 11 > 3
      rows[y * (width + 1) + 1 + x] = isPrint ? 0x30 : 0xf4
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
