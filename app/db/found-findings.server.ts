/** Findings by the words or the paragraph number that somebody looks for. */
import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely'
import type { DB } from './schema'

const numbered = /^(?:para(?:graph)?s?\.?\s*)?(\d{1,3})$/i

/**
 * Whether a finding, in a query that calls the table `f`, is what was looked for: "38", "para 38" by its
 * number, anything else by its words as English ("supervision", "plan -pathway").
 */
export function isFoundBy(looked: string): Expression<SqlBool> {
  const eb = expressionBuilder<{ f: DB['findings'] }, 'f'>()
  const number = numbered.exec(looked.trim())?.[1]
  if (number) return eb('f.paragraph', '=', number)
  return sql<SqlBool>`to_tsvector('english', in_plain_type(f.text))
    @@ websearch_to_tsquery('english', in_plain_type(${looked}))`
}
