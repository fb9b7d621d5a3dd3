// npm run -s bench: what the register costs the server on a plan of 10,000 actions, against one of 100,
// what a page of the large plan costs as at a past day, against the same page today, and what comparing
// two days costs, a year apart, against readiness.
// npm run -s bench -- --only as-at (or register, compare) measures these alone; BENCH_ACTIONS=2000 takes a
// smaller large plan; BENCH_KEEP=1 keeps what was made for the next run of that day, which begins by
// bringing it up to the migrations.
//
// Two servers, as built, on two databases of one Postgres. The cost of an answer is the CPU time of the
// server's process and of the Postgres that works for it (where the system does not tell the latter, the
// time that Postgres was at work). Both plans are asked in turn, round
// after round, so that whatever else the machine does falls on both; what is printed are medians.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { removePostgres, startPostgres, stopPostgres } from './embedded-postgres.mjs'
import { build, dataFolder, mustRunNode, say, tsx } from './steps.mjs'

const [small, large] = [100, Number(process.env.BENCH_ACTIONS ?? 10_000)]
const only = process.argv[process.argv.indexOf('--only') + 1]
const parts = ['register', 'as-at', 'compare']
if (process.argv.includes('--only') && !parts.includes(only)) {
  console.error(`--only takes one of: ${parts.join(', ')}`)
  process.exit(2)
}
const isAsked = (part) => !process.argv.includes('--only') || only === part
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const asksInARound = 20
const atMostSeconds = Number(process.env.BENCH_SECONDS ?? 5)
const warmUps = Number(process.env.BENCH_WARM_UPS ?? 40)
const limits = { register: 1.5, search: 2, 'as at': 2, compare: 4 }

/** Each shows a hundred rows of either plan. */
const pages = [
  ['register', 'as it opens', '/actions'],
  ['register', 'one inspection, by BRAG', '/actions?inspection=1&sort=brag'],
  ['register', 'one inspection, by owner from the end', '/actions?inspection=1&sort=-owner'],
  ['register', 'due before 2100, by last update', '/actions?dueTo=2099-12-31&sort=updated'],
  ['search', 'a word in every action: children', '/actions?q=children&sort=title'],
  ['search', 'two words and an inspection', '/actions?q=children+plans&inspection=1'],
]

/** Of the large plan: today, and as at two months ago. */
const pagesOfADay = [
  ['readiness', '/readiness'],
  ['readiness of an area', '/readiness/help-and-protection'],
  ['the register, as it opens', '/actions'],
  ['the register, one inspection, by BRAG', '/actions?inspection=1&sort=brag'],
  ['the register, a word in every action', '/actions?q=children&sort=title'],
  ['the register, two words, an inspection', '/actions?q=children+plans&inspection=1'],
  ['the time line', '/actions/timeline?inspection=1'],
  ['what the plan lacks', '/actions/lint'],
  ['an action', '/actions/4'],
  ['the recommendations', '/recommendations'],
  ['a recommendation', '/recommendations/1'],
  ['an inspection', '/inspections/1'],
  ['the evidence', '/evidence'],
  ['a piece of evidence', '/evidence/4'],
  ['the measures', '/measures'],
  ['a measure', '/measures/1'],
  ['the visits', '/visits'],
  ['a visit that is ahead', '/visits/1'],
  ['a visit that was held', '/visits/2'],
]
const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const cluster = { name: 'bench', forTests: true }
const storage = path.join(dataFolder, 'bench-storage')
const keeps = process.env.BENCH_KEEP === '1'
const password = passwordOf(path.join(dataFolder, 'bench-password'))
const children = []

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
  if (keeps) return stopPostgres(cluster)
  removePostgres(cluster)
  fs.rmSync(storage, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

await build()
if (!keeps) removePostgres(cluster)
const { url: postgres } = await startPostgres(cluster)
const many = await planOf(large)
const few = isAsked('register') ? await planOf(small) : undefined
say(`Asking ${rounds} rounds of ${asksInARound} at most`)
let isWithin = true
for (const [kind, name, address] of few ? pages : []) {
  await compare(kind, name, [few, address], [many, address])
}
for (const [name, address] of isAsked('as-at') ? pagesOfADay : []) {
  const then = `${address}${address.includes('?') ? '&' : '?'}on=${daysAgo(60)}`
  await compare('as at', name, [many, address], [many, then])
}
if (isAsked('compare')) {
  await compare(
    'compare',
    'over a year',
    [many, '/readiness'],
    [many, `/compare?from=${daysAgo(365)}`],
  )
}
process.exit(isWithin ? 0 : 1)

/** Measures two answers against one another, and says whether the second costs too many times the first. */
async function compare(kind, name, ...asks) {
  const [first, second] = await measured(asks)
  const ratio = second.total / first.total
  const limit = limits[kind]
  if (ratio > limit) isWithin = false
  console.log(
    `${kind.padEnd(8)} ${name.padEnd(40)} ${inWords(first)} | ${inWords(second)} | ratio ${ratio.toFixed(2)} (at most ${limit})`,
  )
}

function inWords({ cpu, sql, total, rows }) {
  return `${total.toFixed(1)} ms = ${cpu.toFixed(1)} node + ${sql.toFixed(1)} Postgres, ${rows} rows`
}

/** Of whoever signs in: another one at every run, or the one that the kept plan was made with. */
function passwordOf(file) {
  if (keeps && fs.existsSync(file)) return fs.readFileSync(file, 'utf8')
  const made = randomBytes(12).toString('hex')
  if (keeps) fs.writeFileSync(file, made, { mode: 0o600 })
  return made
}

async function isMade(url) {
  const db = new pg.Client(url)
  await db.connect()
  const { rows } = await db.query('select from people limit 1')
  await db.end()
  return rows.length > 0
}

/** A server on a plan of so many actions, with somebody signed in to it. */
async function planOf(actions) {
  const env = {
    ...process.env,
    DATABASE_URL: `${postgres}/plan_${actions}`,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    STORAGE_DIR: storage,
    COOKIE_SECURE: 'false',
    HOST: '127.0.0.1',
    PORT: '0',
    // One connection: when it has nothing to do, its figures are complete.
    PG_POOL: '1',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
    DEMO_PASSWORD: password,
  }
  await mustRunNode([...tsx, 'scripts/migrate.ts', '--create-database'], env)
  if (!(await isMade(env.DATABASE_URL))) {
    await mustRunNode([...tsx, 'scripts/seed-large.ts', String(actions)], env)
  }
  const child = spawn(
    process.execPath,
    [...tsx, '--import', './scripts/bench-probe.mjs', 'server.ts'],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env,
    },
  )
  children.push(child)
  const port = await heard(child, 'listeningOn')
  const origin = `http://127.0.0.1:${port}`
  const db = new pg.Client(`${postgres}/postgres`)
  await db.connect()
  return { actions, child, origin, db, cookie: await signedIn(origin) }
}

function heard(child, what) {
  return new Promise((done, failed) => {
    const ended = () => failed(new Error('The server ended.'))
    const listen = (message) => {
      if (message[what] === undefined) return
      child.off('message', listen).off('exit', ended)
      done(message[what])
    }
    child.on('message', listen).once('exit', ended)
  })
}

async function signedIn(origin) {
  const answer = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ email: 'manager@harrowdale.example', password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 302 || !cookie) throw new Error(`Signing in answered ${answer.status}.`)
  return cookie
}

/** What each of these answers costs: the median of the rounds. */
async function measured(asks) {
  const seen = asks.map(() => [])
  const rows = []
  for (const [at, [plan, address]] of asks.entries()) {
    rows[at] = await ask(plan, address)
    await askUpTo(warmUps, plan, address)
  }
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [...asks.entries()] : [...asks.entries()].reverse()
    for (const [at, [plan, address]] of order) {
      const before = await used(plan)
      const asked = await askUpTo(asksInARound, plan, address)
      const after = await used(plan)
      seen[at].push({
        cpu: (after.cpu - before.cpu) / asked,
        sql: (after.sql - before.sql) / asked,
      })
    }
  }
  return asks.map((_, at) => {
    const of = (what) => median(seen[at].map(what))
    const total = of(({ cpu, sql }) => cpu + sql)
    return { cpu: of(({ cpu }) => cpu), sql: of(({ sql }) => sql), total, rows: rows[at] }
  })
}

/** Asks so many times, or for some seconds where an answer takes long; how many times that was. */
async function askUpTo(most, plan, address) {
  const until = performance.now() + atMostSeconds * 1000
  let asked = 0
  do {
    await ask(plan, address)
    asked += 1
  } while (asked < most && performance.now() < until)
  return asked
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** Asks for a page as a browser does; how many rows it shows. */
async function ask({ origin, cookie }, address) {
  const answer = await fetch(origin + address, { headers: { Cookie: cookie } })
  const page = await answer.text()
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`)
  return (page.match(/role="rowheader"/g) ?? []).length
}

/** Milliseconds of CPU that the server has used, and that Postgres has worked for it. */
async function used({ child, origin, db, actions }) {
  // A connection reports what it did when a second has passed and it is asked once more.
  await new Promise((later) => setTimeout(later, 1100))
  await fetch(`${origin}/readyz`)
  await new Promise((later) => setTimeout(later, 100))
  const sql = await workOfPostgres(db, `plan_${actions}`)
  const cpu = heard(child, 'cpuMs')
  child.send('cpu')
  return { cpu: await cpu, sql }
}

async function workOfPostgres(db, database) {
  const backends = await db.query('select pid from pg_stat_activity where datname = $1', [database])
  const schedules = backends.rows.map(({ pid }) => `/proc/${pid}/schedstat`)
  if (schedules.length === 1 && fs.existsSync(schedules[0])) {
    return Number(fs.readFileSync(schedules[0], 'utf8').split(' ')[0]) / 1e6
  }
  const { rows } = await db.query('select active_time from pg_stat_database where datname = $1', [
    database,
  ])
  return Number(rows[0].active_time)
}
