import type { Kysely } from 'kysely'
export async function seedReference(_db: Kysely<any>) {}
