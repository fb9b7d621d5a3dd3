import type { Context } from '~/auth/context.server'
import { canChangeStatement, proposeStatementAgain } from '~/domain/report/statements'
import { changeDraft } from './change-draft.server'

/** Puts a statement back among the proposals. */
export const proposeStatement = (
  context: Context,
  importId: number,
  key: string,
  { revision }: { revision: number },
) =>
  changeDraft(context, importId, {
    what: 'report-import.statement-proposed-again',
    rule: (draft) => canChangeStatement(draft, key, revision),
    change: (draft) => proposeStatementAgain(draft, key),
  })
