// npm run check: format, lint, types, floors and the rules' own tests, two at a time, in under 50 seconds.
import { captureNode, install, programs, say, tsx } from './steps.mjs'

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function check() {
  const steps = [
    ['lint', [programs.eslint, '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.']],
    ['types', [programs.tsc, '--noEmit']],
    ['rules', [programs.vitest, 'run', '--project', 'rules']],
    ['format', [programs.prettier, '--check', '--cache', '--log-level', 'warn', '.']],
    ['floors', [programs.depcruise, 'app']],
    ['lock file', ['scripts/check-lock-file.mjs']],
    ['docs/rules.md', [...tsx, 'scripts/rules.ts', '--verify']],
  ]
  const tally = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let step = steps.shift(); step; step = steps.shift()) {
      const [name, args] = step
      const { code, printed } = await captureNode(args)
      const tests = testsIn(printed)
      tally.passed += tests.passed + (code === 0 && tests.passed === 0 ? 1 : 0)
      tally.failed += tests.failed + (code !== 0 && tests.failed === 0 ? 1 : 0)
      say(
        `${name}: ${code === 0 ? 'right' : 'WRONG'}${tests.passed ? `, ${tests.passed} tests` : ''}`,
      )
      if (code !== 0) console.log(printed)
    }
  }
  await Promise.all([worker(), worker()])
  return tally
}

/** How many tests a run of vitest says it passed and failed. */
export function testsIn(printed) {
  // eslint-disable-next-line no-control-regex -- the colours of a terminal
  const plain = printed.replace(/\u001b\[[0-9;]*m/g, '')
  const line = /^\s*Tests\s.*$/m.exec(plain)?.[0] ?? ''
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: count('passed'), failed: count('failed') }
}

if (process.argv[1]?.endsWith('check.mjs')) {
  install()
  const { passed, failed } = await check()
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
