// Writes app/db/schema.ts from a freshly migrated database; --verify says whether it is up to date.
import { spawnSync } from 'node:child_process'
import { removePostgres, startPostgres } from './embedded-postgres.mjs'
import { createDatabase, migrate } from './migrate'

const cluster = { name: 'schema', forTests: true }
removePostgres(cluster)
const { url } = await startPostgres(cluster)
try {
  await createDatabase(`${url}/waymark`)
  await migrate(`${url}/waymark`)
  const codegen = spawnSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      ...['--dialect', 'postgres', '--url', `${url}/waymark`, '--out-file', 'app/db/schema.ts'],
      ...['--camel-case', '--date-parser', 'string', '--default-schema', 'public'],
      ...['--include-pattern', 'public.*', '--exclude-pattern', 'public.kysely_*'],
      ...(process.argv.includes('--verify') ? ['--verify'] : []),
    ],
    { stdio: 'inherit' },
  )
  process.exitCode = codegen.status ?? 1
} finally {
  removePostgres(cluster)
}
