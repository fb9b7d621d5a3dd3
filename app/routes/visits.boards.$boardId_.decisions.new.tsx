import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { recordBoardDecisionForm } from '~/features/visits/board-decision.form'
import { NewBoardDecisionPage } from '~/features/visits/board-decision.page'
import { newBoardDecisionView } from '~/features/visits/board-meeting.query.server'
import { recordBoardDecision } from '~/features/visits/record-board-decision.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Write down a decision')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  return found(await newBoardDecisionView(context, idIn(args.params, 'boardId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const boardId = idIn(args.params, 'boardId')
  const form = await parseWords(
    args.request,
    recordBoardDecisionForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await recordBoardDecision(context, boardId, form.value))
  return decision.allowed ? redirect(paths.boardMeeting(boardId)) : form.refused(decision)
}

export default function NewBoardDecision() {
  return (
    <NewBoardDecisionPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
