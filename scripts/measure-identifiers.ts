// npm run -s identifiers:measure [-- COUNT]   Precision and recall of the search for identifiers, on generated pages.
// Exit 1 where a valid NHS number or UPN is missed, or clean pages raise more than one false alarm in fifty.
import { performance } from 'node:perf_hooks'
import { identifierTitles } from '../app/domain/evidence/identifiers'
import { identifierDocuments } from '../seeds/identifier-documents/identifier-documents'
import { measureIdentifiers } from '../seeds/identifier-documents/measure'

const documents = identifierDocuments(Number(process.argv[2] ?? 2000))
const letters = documents.reduce((sum, { text }) => sum + text.length, 0)
const start = performance.now()
const { cleanPages, falseAlarmsPer50, kinds } = measureIdentifiers(documents)
const milliseconds = performance.now() - start

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9)
console.log(
  `${documents.length} documents, ${cleanPages} of them clean, ${letters} characters, ${Math.round(milliseconds)} ms`,
)
console.log(`${'kind'.padEnd(26)} planted  found  false  recall  precision`)
for (const { kind, planted, found, falseAlarms, recall, precision } of kinds) {
  const counts = [planted, found, falseAlarms].map((count) => String(count).padStart(6)).join(' ')
  console.log(
    `${identifierTitles[kind].padEnd(26)} ${counts} ${percent(recall)} ${percent(precision)}`,
  )
}
console.log(`false alarms in 50 clean pages: ${falseAlarmsPer50.toFixed(2)} (at most 1)`)

const missed = kinds.some(
  ({ kind, recall }) => (kind === 'nhs-number' || kind === 'upn') && recall < 1,
)
process.exit(missed || falseAlarmsPer50 > 1 ? 1 : 0)
