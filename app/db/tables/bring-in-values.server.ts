import { sql } from 'kysely'
import type { ReadValue, ValueKind } from '~/domain/bring-in/asked-words'
import { answerKey, type Answers } from '~/domain/bring-in/row'
import type { Db, Tx } from '../db.server'

export interface BringInValue extends Omit<ReadValue, 'taken' | 'proposed'> {
  rows: number
  firstRow: number
  taken: string | null
  proposed: string | null
  answer: string | null
}

/** What people said that words of this old plan mean. */
export async function bringInAnswers(db: Db, bringInId: number): Promise<Answers> {
  const rows = await db
    .selectFrom('bringInValues')
    .where('bringInId', '=', bringInId)
    .where('answer', 'is not', null)
    .select(['kind', 'key', 'answer'])
    .execute()
  return new Map(rows.map(({ kind, key, answer }) => [answerKey(kind as ValueKind, key), answer!]))
}

/** Writes which words there are and in how many rows; what a person has said of them stays. */
export async function writeBringInValues(
  tx: Tx,
  bringInId: number,
  values: readonly (ReadValue & { rows: number; firstRow: number })[],
): Promise<void> {
  await sql`update bring_in_values set rows = 0 where bring_in_id = ${bringInId}`.execute(tx)
  for (let at = 0; at < values.length; at += 2_000) {
    await sql`
      insert into bring_in_values
        (bring_in_id, kind, key, shown, rows, first_row, taken, proposed, because, choices)
      select ${bringInId}, v.kind, v.key, v.shown, v.rows, v."firstRow", v.taken, v.proposed, v.because, v.choices
        from jsonb_to_recordset(${JSON.stringify(values.slice(at, at + 2_000))}::jsonb) as v (
          kind text, key text, shown text, rows integer, "firstRow" integer, taken text, proposed text,
          because text, choices jsonb)
      on conflict (bring_in_id, kind, key) do update set
        shown = excluded.shown, rows = excluded.rows, first_row = excluded.first_row,
        taken = excluded.taken, proposed = excluded.proposed, because = excluded.because,
        choices = excluded.choices`.execute(tx)
  }
}

/** Keeps what a person says that words mean. */
export async function answerBringInValue(
  tx: Tx,
  bringInId: number,
  { kind, key, answer }: { kind: ValueKind; key: string; answer: string },
): Promise<void> {
  await tx
    .updateTable('bringInValues')
    .set({ answer })
    .where('bringInId', '=', bringInId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .execute()
}

/** The words of one kind in the order of the file, after a row; those of the last row are all there. */
export async function bringInValues(
  db: Db,
  bringInId: number,
  { kind, after = 0, limit }: { kind: ValueKind; after?: number; limit: number },
): Promise<BringInValue[]> {
  const rows = await db
    .selectFrom('bringInValues')
    .where('bringInId', '=', bringInId)
    .where('kind', '=', kind)
    .where('rows', '>', 0)
    .where('firstRow', '>', after)
    .orderBy('firstRow')
    .fetch(limit, 'with ties')
    .select([
      'kind',
      'key',
      'shown',
      'rows',
      'firstRow',
      'taken',
      'proposed',
      'because',
      'choices',
      'answer',
    ])
    .execute()
  // jsonb gives back what writeBringInValues put in.
  return rows as unknown as BringInValue[]
}

/** How many words of each kind there are, and how many a person has still to say. */
export async function countBringInValues(
  db: Db,
  bringInId: number,
): Promise<{ kind: ValueKind; values: number; open: number }[]> {
  const rows = await db
    .selectFrom('bringInValues')
    .where('bringInId', '=', bringInId)
    .where('rows', '>', 0)
    .groupBy('kind')
    .select([
      'kind',
      ({ fn }) => fn.countAll<number>().as('values'),
      sql<number>`count(*) filter (where coalesce(answer, taken) is null)`.as('open'),
    ])
    .execute()
  return rows as { kind: ValueKind; values: number; open: number }[]
}
