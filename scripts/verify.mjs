// npm run verify: everything, from a fresh clone: install, check, database tests, the corpus where the
// reports are there, browser tests. Ends with one plain line: N passed, N failed; before it, by name, what
// passed only at its second try.
import fs from 'node:fs'
import { check, testsIn } from './check.mjs'
import { captureNode, install, programs, say, tsx } from './steps.mjs'

install()
const tally = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  tally.passed += passed
  tally.failed += failed
}

say('Format, lint, types, floors, rules')
add(await check())

say('Tests against Postgres')
await runTests('database')

const reports = process.env.WAYMARK_REPORTS ?? '../shared/reports'
if (fs.existsSync(reports)) {
  say('Reading the corpus of reports')
  const corpus = await captureNode([...tsx, 'scripts/corpus.ts', reports])
  console.log(corpus.printed)
  add(corpus.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  await runTests('published-reports')
} else {
  say('The corpus of published reports is not here: it was not read')
}

say('Browser tests')
const browser = await captureNode(['scripts/e2e.mjs'])
console.log(browser.printed)
add(countedIn(browser))

say('The demonstration, started and stopped')
const demo = await captureNode(['scripts/try-demo.mjs'])
console.log(demo.printed)
add(countedIn(demo))

say('Done')
for (const [line] of browser.printed.matchAll(/^UNSTABLE, .*$/gm)) console.log(line)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exit(tally.failed === 0 ? 0 : 1)

/** Runs one project of vitest.config.ts and adds what it passed and failed. */
async function runTests(project) {
  const { code, printed } = await captureNode([programs.vitest, 'run', '--project', project])
  const tests = testsIn(printed)
  add({ ...tests, failed: tests.failed || (code === 0 ? 0 : 1) })
  say(`${project}: ${code === 0 ? 'right' : 'WRONG'}, ${tests.passed} tests`)
  if (code !== 0) console.log(printed)
}

/** What a program of ours says it passed and failed; at least one failure where it says so by its exit. */
function countedIn({ code, printed }) {
  const line = /^(\d+) passed, (\d+) failed/m.exec(printed)
  return {
    passed: Number(line?.[1] ?? 0),
    failed: Math.max(Number(line?.[2] ?? 0), code === 0 ? 0 : 1),
  }
}
