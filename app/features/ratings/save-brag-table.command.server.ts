import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { recomputeStandings } from '~/db/tables/action-standings.server'
import { savedBragTableAt, insertBragTable, lockBragTables } from '~/db/tables/brag-tables.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { bragTitles, type BragTable, defaultBragTable } from '~/domain/plan/brag'
import { canSaveBragTable, rowInWords, type TableAsked } from '~/domain/plan/brag-table'

/** Puts another table of colours in force from now on; days before are judged by theirs. */
export async function saveBragTable(
  context: Context,
  { notAnIdentifier, ...asked }: TableAsked & { notAnIdentifier: string },
): Promise<Decision> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockBragTables(tx)
    const present = await savedBragTableAt(tx, now)
    const table = present?.table ?? defaultBragTable

    const decision = canSaveBragTable(actor, { table, versionId: present?.id ?? null }, asked)
    if (!decision.allowed) return decision

    const id = await insertBragTable(tx, {
      validFrom: now,
      savedById: actor.personId,
      why: asked.why,
      table: asked.table,
    })
    await recomputeStandings(tx)
    await recordEvent(tx, {
      what: 'brag-table.saved',
      subject: { kind: 'brag-table', id },
      actorId: actor.personId,
      happenedAt: now,
      before: { rows: inWords(table) },
      after: {
        rows: inWords(asked.table),
        why: asked.why,
        ...(notAnIdentifier && { notAnIdentifier }),
      },
    })
    return yes
  })
}

const inWords = (table: BragTable): string[] =>
  table.map((row, at) => `${at + 1}. ${bragTitles[row.brag]}: ${rowInWords(row).toLowerCase()}`)
