// node --import tsx seeds/sample-evidence/make.ts   Makes the files of the story that are no plain text anew, after their words have changed.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { childrenOnNotes } from './children-on-notes'
import { handOverProtocol } from './hand-over-protocol'
import { whatABabyShows } from './what-a-baby-shows'
import { whyChildrenChangedWorker } from './why-children-changed-worker'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = {
  'hand-over-protocol.pdf': handOverProtocol,
  'writing-what-a-baby-shows.docx': whatABabyShows,
  'why-twenty-children-changed-worker.xlsx': whyChildrenChangedWorker,
  'what-is-your-plan-for.jpg': childrenOnNotes,
}
for (const [name, make] of Object.entries(files)) await writeFile(`${here}${name}`, await make())
