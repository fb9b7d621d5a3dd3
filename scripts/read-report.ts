// npm run -s read-report -- PATH…   One JSON line per report; files or folders. Exit 1 where a file was not read.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readDocument } from '../app/documents/read-document.server'
import { readReport } from '../app/domain/report/read-report'
import type { Reading, ReadRecommendation } from '../app/domain/report/reading'

const readable = /\.(?:pdf|docx|html?|txt)$/i

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) files.push(...(await filesAt(inside)))
    else if (readable.test(entry.name)) files.push(inside)
  }
  return files
}

async function lineFor(file: string): Promise<object> {
  try {
    const document = await readDocument(file)
    if (!document.ok) return { file, error: `${document.because}: ${document.sentence}` }
    return { file, ...printed(readReport(document.source)) }
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) }
  }
}

/** The short facts first, then the long lists. */
function printed({ findings, warnings, recommendations, ...reading }: Reading): object {
  const {
    kind,
    framework,
    council,
    inspectedFrom,
    inspectedTo,
    leadInspector,
    judgements,
    ...more
  } = reading
  const head = { kind, framework, council, inspectedFrom, inspectedTo, leadInspector, judgements }
  return { ...head, recommendations: recommendations.map(inOrder), ...more, findings, warnings }
}

function inOrder(item: ReadRecommendation): object {
  const { number, kind, text, heading, page, nationalFramework, ...more } = item
  return { number, kind, text, heading, page, nationalFramework, ...more }
}

const paths = process.argv.slice(2)
if (paths.length === 0) {
  console.error('Say which files or folders to read: npm run -s read-report -- PATH…')
  process.exit(2)
}
const files = (await Promise.all(paths.map(filesAt))).flat()
// Two are read at once and printed in the order given.
const lines: Promise<object>[] = []
for (const [index, file] of files.entries()) {
  lines.push(lineFor(file))
  if (index > 0) await lines[index - 1]
}
for (const promised of lines) {
  const line = await promised
  if ('error' in line) process.exitCode = 1
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
