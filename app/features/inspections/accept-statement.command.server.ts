import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { all } from '~/domain/decision'
import { acceptStatement, canChangeStatement, canMean } from '~/domain/report/statements'
import type { acceptStatementForm } from './accept-statement.form'
import { changeDraft } from './change-draft.server'
import { earlierRecommendations } from './earlier-recommendations.server'

/** Says what a proposed statement means, and that it is to be kept. */
export const acceptProposedStatement = (
  context: Context,
  importId: number,
  key: string,
  { revision, means }: z.infer<typeof acceptStatementForm>,
) =>
  changeDraft(context, importId, {
    what: 'report-import.statement-accepted',
    rule: async (draft, frameworks, tx) => {
      const earlier = await earlierRecommendations(tx, draft.details)
      return all(
        canChangeStatement(draft, key, revision),
        canMean(
          draft,
          means,
          frameworks,
          earlier.map(({ id }) => id),
        ),
      )
    },
    change: (draft) => acceptStatement(draft, key, means),
  })
