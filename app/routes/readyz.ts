import { sql } from 'kysely'
import { doors } from '~/auth/session.server'

/** Whether requests can be answered: 503 while Postgres cannot be reached. */
export async function loader() {
  const isReady = await sql`select 1`.execute(doors().db).then(
    () => true,
    () => false,
  )
  return new Response(isReady ? 'ready' : 'Postgres does not answer', {
    status: isReady ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
