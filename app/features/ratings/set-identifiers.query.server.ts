import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { exampleOf, searchFor } from '~/domain/evidence/case-number-patterns'
import {
  type CouncilIdentifiers,
  fingerprintOf,
  searchForPostcode,
} from '~/domain/evidence/identifier-settings'

export type IdentifiersView = CouncilIdentifiers

/** What is looked for now, to be changed. */
export async function identifiersView({ db }: Context): Promise<IdentifiersView> {
  const { caseNumbers, officePostcodes } = await presentIdentifiers(db)
  return { caseNumbers, officePostcodes }
}

interface Count {
  things: number
  /** pieces of evidence in which they stand */
  evidence: number
}

export interface TriedIdentifiers {
  patterns: (Count & { pattern: string; example: string })[]
  offices: (Count & { postcode: string })[]
  /** how much evidence was looked through, and how much there is */
  lookedThrough: number
  evidence: number
  triedAs: string
}

/** The newest of the evidence: enough to see what a pattern does, and read in a moment. */
const lookedThroughAtMost = 1_000

/**
 * What the patterns would find, and how often the postcodes stand, in the evidence kept today: in its words
 * and in what could be read in its files. How often only: who sets this need not see evidence. Postgres
 * looks, so that no text is brought here.
 */
export async function triedOnEvidence(
  { db }: Context,
  asked: CouncilIdentifiers,
): Promise<TriedIdentifiers> {
  const looks = [
    ...asked.caseNumbers.map(searchFor),
    ...asked.officePostcodes.map(searchForPostcode),
  ]
  const { rows } = await sql<{ look: number; things: number; evidence: number }>`
    with newest as (select id, title, shows from evidence order by id desc limit ${lookedThroughAtMost}),
    words as (
      select id, title || e'\n' || shows as text from newest
      union all
      select f.evidence_id, t.text from newest n
        join evidence_files f on f.evidence_id = n.id join evidence_file_texts t on t.file_id = f.id
    ),
    counted as (
      select look.at as look, w.id, sum(regexp_count(w.text, look.source, 1, 'i')) as things
        from unnest(${looks}::text[]) with ordinality as look (source, at) cross join words w
       group by look.at, w.id
    )
    select look::integer - 1 as look, sum(things)::integer as things,
           (count(*) filter (where things > 0))::integer as evidence
      from counted group by look`.execute(db)
  const found = (look: number): Count => {
    const row = rows.find((one) => one.look === look)
    return { things: row?.things ?? 0, evidence: row?.evidence ?? 0 }
  }
  const { evidence } = await db
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('evidence'))
    .executeTakeFirstOrThrow()
  return {
    patterns: asked.caseNumbers.map((pattern, at) => ({
      ...{ pattern, example: exampleOf(pattern) },
      ...found(at),
    })),
    offices: asked.officePostcodes.map((postcode, at) => ({
      postcode,
      ...found(asked.caseNumbers.length + at),
    })),
    lookedThrough: Math.min(evidence, lookedThroughAtMost),
    evidence,
    triedAs: fingerprintOf(asked),
  }
}
