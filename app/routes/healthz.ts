/** The process answers. Says nothing of Postgres: see readyz. */
export const loader = () => new Response('ok', { headers: { 'Cache-Control': 'no-store' } })
