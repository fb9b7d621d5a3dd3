import type { Context } from '~/auth/context.server'
import { canChangeStatement, setStatementAside } from '~/domain/report/statements'
import { changeDraft } from './change-draft.server'

/** Leaves a statement out of what will be kept. It can be proposed again. */
export const setProposedStatementAside = (
  context: Context,
  importId: number,
  key: string,
  { revision }: { revision: number },
) =>
  changeDraft(context, importId, {
    what: 'report-import.statement-set-aside',
    rule: (draft) => canChangeStatement(draft, key, revision),
    change: (draft) => setStatementAside(draft, key),
  })
