// npm run -s identifiers:measure [-- COUNT]   Precision and recall of the search for identifiers, on generated files.
// Exit 1 where a valid NHS number, UPN or place is missed in any form of file, or clean ones raise more than one
// false alarm in fifty.
import { performance } from 'node:perf_hooks'
import { identifierTitles } from '../app/domain/evidence/identifiers'
import { measureFiles } from '../seeds/identifier-documents/measure-files'

const start = performance.now()
const measured = await measureFiles(Number(process.argv[2] ?? 2000))
const seconds = (performance.now() - start) / 1000
const { documents, cleanPages, falseAlarmsPer50, kinds, forms } = measured

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(9)
const figure = (count: number) => String(count).padStart(7)
console.log(`${documents} files, ${cleanPages} of them clean, ${seconds.toFixed(1)} s`)
console.log(`\n${'kind'.padEnd(46)}planted  found  false   recall precision`)
for (const { kind, planted, found, falseAlarms, recall, precision } of kinds) {
  const counts = [planted, found, falseAlarms].map(figure).join('')
  console.log(
    `${identifierTitles[kind].padEnd(46)}${counts}${percent(recall)}${percent(precision)}`,
  )
}
console.log(`\n${'form'.padEnd(46)}  files planted  found  recall  false in clean`)
for (const { form, planted, found, falseAlarms, ...one } of forms) {
  const counts = [one.documents, planted, found].map(figure).join('')
  const recall = percent(planted === 0 ? 1 : found / planted)
  console.log(`${form.name.padEnd(46)}${counts}${recall}${figure(falseAlarms)}`)
}
console.log(`\nfalse alarms in 50 clean files: ${falseAlarmsPer50.toFixed(2)} (at most 1)`)

const missed = forms.flatMap(({ form, missed: ofForm }) =>
  ofForm
    .filter(({ kind }) => kind === 'nhs-number' || kind === 'upn' || kind === 'place')
    .map(({ kind, written }) => `missed in ${form.name}: ${kind} ${JSON.stringify(written)}`),
)
for (const line of missed.slice(0, 20)) console.log(line)
process.exit(missed.length > 0 || falseAlarmsPer50 > 1 ? 1 : 0)
