import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { endBoardDecisionForm } from '~/features/visits/board-decision.form'
import { BoardDecisionPage } from '~/features/visits/board-decision.page'
import { boardDecisionView } from '~/features/visits/board-meeting.query.server'
import { endBoardDecision } from '~/features/visits/end-board-decision.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('A decision of the board')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.prepare')
  const [boardId, decisionId] = [idIn(args.params, 'boardId'), idIn(args.params, 'decisionId')]
  return found(await boardDecisionView(context, boardId, decisionId))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.prepare')
  const [boardId, decisionId] = [idIn(args.params, 'boardId'), idIn(args.params, 'decisionId')]
  const form = await parseWords(
    args.request,
    endBoardDecisionForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await endBoardDecision(context, boardId, decisionId, form.value))
  return decision.allowed ? redirect(paths.boardMeeting(boardId)) : form.refused(decision)
}

export default function DecisionOfTheBoard() {
  return (
    <BoardDecisionPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
