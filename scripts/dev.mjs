// npm run dev: the demonstration's story on a database of its own, served by Vite as you type.
import { spawn } from 'node:child_process'
import { install, mustRunNode, say, tsx } from './steps.mjs'

install()
const { startPostgres, stopPostgres } = await import('./embedded-postgres.mjs')
const cluster = { name: 'development' }
const given = process.env.DATABASE_URL
const url = given ?? `${(await startPostgres(cluster)).url}/waymark`
const env = {
  DATABASE_URL: url,
  SESSION_SECRET: process.env.SESSION_SECRET ?? 'only for development, never in production',
  STORAGE_DIR: '.data/development-storage',
  COUNCIL_NAME: 'Westmarsh',
  COOKIE_SECURE: 'false',
  ...(given ? {} : { DEMO: 'true', DEMO_PASSWORD: 'a road with waymarks' }),
}
await mustRunNode([...tsx, 'scripts/migrate.ts', '--create-database'], env)
if (!given) await mustRunNode([...tsx, 'scripts/seed.ts', 'westmarsh'], env)
say('Starting the development server')
const child = spawn(process.execPath, [...tsx, 'server.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ...env, NODE_ENV: 'development' },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  if (!given) stopPostgres(cluster)
  process.exit(code ?? 0)
})
