// npm run e2e [-- ARGUMENTS OF PLAYWRIGHT]   The browser tests, against a server and a database of their own.
//
// Builds when a source is newer than the build (E2E_SKIP_BUILD=true: never). TEST_DATABASE_URL, without
// a database name, takes the place of the embedded Postgres. Whatever it starts, it stops.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { findChromium, howToGetChromium } from './chromium.mjs'
import { startPostgres, stopPostgres } from './embedded-postgres.mjs'
import { build, projectRoot, tsx } from './steps.mjs'

const cluster = { name: 'e2e', forTests: true }
const folder = path.join(projectRoot, '.data', `e2e-${process.pid}`)
const database = `e2e_${process.pid}`
const given = process.env.TEST_DATABASE_URL

/** What was started, to be stopped at the end, the last first, whatever happens. */
const undo = []
let isEnding = false

async function end(code) {
  if (isEnding) return
  isEnding = true
  for (const step of undo.reverse()) {
    try {
      await step()
    } catch (error) {
      console.error(String(error))
    }
  }
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(130))

/** Runs a program to its end; its exit code. */
function run(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    const stop = () => child.kill('SIGTERM')
    undo.push(stop)
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

async function must(what, args, env) {
  if ((await run(args, env)) !== 0) throw new Error(`${what} failed`)
}

async function query(url, text) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

async function freshDatabase() {
  const server = given ?? (await startPostgres(cluster)).url
  undo.push(async () => {
    await query(`${server}/postgres`, `drop database if exists ${database} with (force)`)
    const others = await query(
      `${server}/postgres`,
      "select from pg_database where datname like 'e2e\\_%'",
    )
    // Another run may be using the same server; the last one out stops it.
    if (!given && others.rowCount === 0) stopPostgres(cluster)
  })
  await query(`${server}/postgres`, `create database ${database}`)
  return `${server}/${database}`
}

function startServer(env) {
  const log = fs.openSync(path.join(folder, 'server.log'), 'w')
  const child = spawn(process.execPath, [...tsx, 'server.ts'], {
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, ...env },
  })
  undo.push(
    () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done()
        child.on('exit', () => done())
        child.kill('SIGTERM')
      }),
  )
  return new Promise((ready, failed) => {
    child.on('message', (message) => ready(message.listeningOn))
    child.on('exit', () => {
      const said = fs.readFileSync(path.join(folder, 'server.log'), 'utf8')
      failed(new Error(`The server did not start:\n${said}`))
    })
  })
}

/** Counts out of Playwright's own report; a skipped test is neither passed nor failed. */
function counted() {
  const file = 'test-results/results.json'
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, atTheSecondTry: [] }
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  const { stats, errors } = report
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    atTheSecondTry: report.suites.flatMap(flakyIn),
  }
}

/** The tests of a suite, and of those within it, that failed and then passed. */
function flakyIn({ file, specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map(({ title }) => `${file} › ${title}`), ...suites.flatMap(flakyIn)]
}

async function main() {
  if (!(await findChromium())) {
    console.error(howToGetChromium)
    console.log('0 passed, 1 failed')
    return 1
  }
  fs.mkdirSync(folder, { recursive: true })
  undo.push(() => fs.rmSync(folder, { recursive: true, force: true }))

  if (process.env.E2E_SKIP_BUILD !== 'true') await build()
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: await freshDatabase(),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    COOKIE_SECURE: 'false',
    COUNCIL_NAME: 'Westmarsh',
    HOST: '127.0.0.1',
    PORT: '0',
    STORAGE_DIR: path.join(folder, 'storage'),
    LOG_LEVEL: 'warn',
    // Friday 20 November 2026: the stories count days from here
    CLOCK_STARTS_AT: process.env.CLOCK_STARTS_AT ?? '2026-11-20T09:00:00Z',
    DEMO_PASSWORD: 'four-grey-herons',
  }
  await must('The migration', [...tsx, 'scripts/migrate.ts'], env)
  if (fs.existsSync('scripts/seed.ts')) {
    await must('The seed', [...tsx, 'scripts/seed.ts', 'westmarsh'], env)
  }
  await must('The seed of the tests', [...tsx, 'e2e/seed.ts'], env)
  const port = await startServer(env)

  fs.rmSync('test-results/results.json', { force: true })
  const code = await run(
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    { ...env, E2E_ORIGIN: `http://127.0.0.1:${port}` },
  )
  const { passed, failed, atTheSecondTry } = counted()
  if (failed > 0 || code !== 0) {
    const said = fs.readFileSync(path.join(folder, 'server.log'), 'utf8').trim()
    if (said) console.error(`What the server said:\n${said.split('\n').slice(-20).join('\n')}`)
  }
  for (const name of atTheSecondTry) console.log(`UNSTABLE, passed at the second try: ${name}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 || code !== 0 ? 1 : 0
}

main().then(end, (error) => {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  return end(1)
})
