import sharp from 'sharp'

const notes = [
  'so mum\ngets help',
  'I don’t\nknow',
  'to keep\nus safe',
  'nobody\ntold me',
  'so I can see\nNan on\nSundays',
  'it is for\nschool',
  'they write it\nnot me',
  'I helped\nto write\nmine',
]
const papers = ['#F6E27A', '#F5B7B1', '#A9D6E5', '#BFE3B4']
const [width, height] = [1600, 1200]

/** A wall of paper notes, as somebody would take it with a telephone: askew, a little soft, dark at the edges. */
export async function childrenOnNotes(): Promise<Buffer> {
  const drawn = notes.map((words, at) => {
    const [x, y] = [130 + (at % 4) * 345, 330 + Math.floor(at / 4) * 370]
    const turn = ((at * 37) % 11) - 5
    const lines = words.split('\n')
    const top = 140 - (lines.length - 1) * 24
    return `<g transform="translate(${x} ${y}) rotate(${turn} 140 140)">
      <rect x="10" y="14" width="280" height="280" fill="#000" opacity=".22"/>
      <rect width="280" height="280" fill="${papers[(at * 3) % 4]!}"/>
      <rect width="280" height="46" fill="#fff" opacity=".16"/>
      ${lines.map((line, row) => `<text x="140" y="${top + row * 50 + 14}" text-anchor="middle">${line}</text>`).join('')}
    </g>`
  })
  const picture = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><radialGradient id="edges" r="75%"><stop offset=".55" stop-opacity="0"/><stop offset="1" stop-opacity=".5"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="#D9D2C3"/>
    <g transform="rotate(-1.4 800 600)" font-family="DejaVu Sans" font-size="38" font-style="oblique" fill="#1d2a52">
      <rect x="90" y="90" width="1420" height="150" fill="#fdfdf8"/>
      <text x="800" y="190" font-size="72" text-anchor="middle" fill="#7a1f2b">What is your plan for?</text>
      ${drawn.join('\n')}
    </g>
    <rect width="${width}" height="${height}" fill="url(#edges)"/>
  </svg>`) // prettier-ignore
  return sharp(picture).blur(0.8).jpeg({ quality: 78 }).toBuffer()
}
