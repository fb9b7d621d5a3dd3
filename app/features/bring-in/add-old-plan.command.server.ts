import { createHash } from 'node:crypto'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertBringInRows, type NewBringInRow } from '~/db/tables/bring-in-rows.server'
import { insertBringIn, updateBringInDraft } from '~/db/tables/bring-ins.server'
import { recordEvent } from '~/db/tables/events.server'
import { type TablesOfFile, withTablesOf } from '~/documents/tables/read-tables.server'
import type { ReadRow } from '~/documents/tables/tables-read'
import { may } from '~/domain/access/permissions'
import { type Cell, wordsOf } from '~/domain/bring-in/cell'
import { findHeaderRow, fieldOf } from '~/domain/bring-in/columns'
import type { Draft, TableRead } from '~/domain/bring-in/draft'
import { no, type Refusal } from '~/domain/decision'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { identifiersInTyped } from '~/domain/evidence/typed-words'
import type { ReceivedPlan } from './received-plan'

/** Keeps an old plan as it came, with every row that it holds, and begins what a manager makes of it. */
export async function addOldPlan(
  context: Context,
  plan: ReceivedPlan,
  looksFor: IdentifierSettings = {},
): Promise<{ allowed: true; bringInId: number } | Refusal> {
  const decision = may(context.actor, 'plan.bring-in')
  if (!decision.allowed) return decision
  const read = await withTablesOf(plan.path, (tables) =>
    inTransaction(context, (tx) => keep(tx, context, plan, tables, looksFor)),
  )
  return read.ok ? read.result : no(read.sentence)
}

const atOnce = 1_000
/** How far down the headings of a table are looked for. */
const firstRows = 60

async function keep(
  tx: Tx,
  { actor, now }: Context,
  { sha256, bytes, mediaType, originalName }: ReceivedPlan,
  { tables, rows }: TablesOfFile,
  looksFor: IdentifierSettings,
): Promise<{ allowed: true; bringInId: number }> {
  await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
  const draft: Draft = { revision: 1, table: 0, headerRow: 1, columns: undefined }
  const bringInId = await insertBringIn(tx, {
    blobSha256: sha256,
    originalName,
    tables: tables.map(({ merges: _, ...table }): TableRead => table),
    draft,
    startedById: actor.personId,
    startedAt: now,
  })
  const beginnings = tables.map((): Cell[][] => [])
  let batch: NewBringInRow[] = []
  for await (const row of rows) {
    if (row.row <= firstRows) beginnings[row.table]![row.row - 1] = row.cells
    batch.push(newRow(row, looksFor))
    if (batch.length < atOnce) continue
    await insertBringInRows(tx, bringInId, batch)
    batch = []
  }
  if (batch.length > 0) await insertBringInRows(tx, bringInId, batch)

  await updateBringInDraft(tx, bringInId, { ...draft, ...likeliest(tables, beginnings) })
  await recordEvent(tx, {
    what: 'bring-in.started',
    subject: { kind: 'bring-in', id: bringInId },
    actorId: actor.personId,
    happenedAt: now,
    after: {
      originalName,
      sha256,
      tables: tables.map(({ name, rows: count }) => ({ name, count })),
    },
  })
  return { allowed: true, bringInId }
}

function newRow({ table, row, cells }: ReadRow, looksFor: IdentifierSettings): NewBringInRow {
  const words = cells.map((cell) => wordsOf(cell).trim())
  // Most rows hold none, and one look at the whole of a row is enough to know it.
  const suspicious = identifiersInTyped({ row: [words.join('\n')] }, looksFor).length > 0
  const hits = suspicious
    ? words.flatMap((text, column) =>
        identifiersInTyped({ cell: [text] }, looksFor).map(({ sentence }) => ({
          column,
          sentence,
        })),
      )
    : []
  return {
    tableAt: table,
    rowAt: row,
    cells,
    contentSha256: createHash('sha256').update(words.join('\u001f')).digest('hex'),
    hits,
  }
}

/** The table, and the row that heads it, which look most like a plan; a hidden one only where there is no other. */
function likeliest(
  tables: readonly TableRead[],
  beginnings: readonly Cell[][][],
): Pick<Draft, 'table' | 'headerRow'> {
  const looks = beginnings.map((sparse, table) => {
    const rows = Array.from(sparse, (cells) => cells ?? [])
    const header = findHeaderRow(rows)
    const known = new Set(
      (rows[header] ?? []).map((cell) => fieldOf(wordsOf(cell))).filter(Boolean),
    )
    const score = known.size + (known.has('title') ? 2 : 0) - (tables[table]!.isHidden ? 100 : 0)
    return { table, headerRow: header + 1, score: tables[table]!.rows === 0 ? -1_000 : score }
  })
  const best = looks.reduce((one, other) => (other.score > one.score ? other : one))
  return { table: best.table, headerRow: best.headerRow }
}
