// npm run demo: the product with the Westmarsh story, on a fresh clone with nothing but Node and npm.
// npm run demo -- --fresh starts the story over.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build, dataFolder, install, mustRunNode, say, tsx } from './steps.mjs'

if (process.env.DATABASE_URL) {
  console.error(
    'The demonstration has known passwords, so it runs only on a database of its own. Unset DATABASE_URL, or use npm start.',
  )
  process.exit(1)
}

install()
const { removePostgres, startPostgres, stopPostgres } = await import('./embedded-postgres.mjs')
const cluster = { name: 'demo' }
const storage = path.join(dataFolder, 'demo-storage')
const whereItRuns = path.join(dataFolder, 'demo-port')

if (await isRunning()) {
  console.error('The demonstration is running already. Stop it there with Ctrl-C first.')
  process.exit(1)
}

// From here on Postgres may run, and every way out stops it.
let server
process.on('exit', () => {
  stopPostgres(cluster)
  fs.rmSync(whereItRuns, { force: true })
})
const stop = () => {
  if (server && server.exitCode === null) server.kill('SIGTERM')
  else process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

if (process.argv.includes('--fresh')) {
  say('Starting over')
  removePostgres(cluster)
  fs.rmSync(storage, { recursive: true, force: true })
}
const postgres = await startPostgres(cluster)

const port = process.env.PORT ?? '3000'
const env = {
  DATABASE_URL: `${postgres.url}/waymark`,
  SESSION_SECRET: demoSecret(),
  STORAGE_DIR: storage,
  PUBLIC_ORIGIN: '',
  HOST: '127.0.0.1',
  PORT: port,
  COUNCIL_NAME: 'Westmarsh',
  CONTACT_EMAIL: 'improvement.plan@westmarsh.example',
  COOKIE_SECURE: 'false',
  DEMO: 'true',
  DEMO_PASSWORD: 'a road with waymarks',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  NODE_ENV: 'production',
}
await mustRunNode([...tsx, 'scripts/migrate.ts', '--create-database'], env)
await mustRunNode([...tsx, 'scripts/seed.ts', 'westmarsh'], env)
await build()

server = spawn(process.execPath, [...tsx, 'server.ts'], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, ...env },
})
server.on('message', ({ listeningOn }) => {
  fs.writeFileSync(whereItRuns, String(listeningOn))
  say('Ready')
  console.log(`
  Waymark   http://127.0.0.1:${listeningOn}

  Sign in as                                        password: ${env.DEMO_PASSWORD}
    amara.osei@westmarsh.example       social worker: adds evidence between visits
    grace.holloway@westmarsh.example   head of service: runs the plan
    joy.okafor@westmarsh.example       team manager: owns actions, judges evidence
    helen.marsh@westmarsh.example      director: wants to know the truth early
    daniel.reeve@westmarsh.example     DfE adviser: reads, changes nothing
    priya.nair@westmarsh.example       administrator: keeps the place in order

  Ctrl-C stops it; what you did is kept. npm run demo -- --fresh starts over.
`)
})
server.on('exit', (code) => process.exit(code ?? 0))

/** Whether a demonstration that was started here before still answers. */
async function isRunning() {
  if (!fs.existsSync(whereItRuns)) return false
  const address = `http://127.0.0.1:${fs.readFileSync(whereItRuns, 'utf8')}/healthz`
  return fetch(address, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** Kept beside the data, so that people stay signed in from one start to the next. */
function demoSecret() {
  const file = path.join(dataFolder, 'demo-secret')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}
