import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { addBoardMeeting } from '~/features/visits/add-board-meeting.command.server'
import { addBoardMeetingForm } from '~/features/visits/add-board-meeting.form'
import { AddBoardMeetingPage } from '~/features/visits/add-board-meeting.page'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a board meeting')

export async function loader(args: LoaderFunctionArgs) {
  await requireContext(args, 'visit.plan')
  return null
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const form = await parseWords(
    args.request,
    addBoardMeetingForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = await addBoardMeeting(context, form.value)
  return decision.allowed ? redirect(`${paths.visits()}#boards`) : form.refused(decision)
}

export default function NewBoardMeeting() {
  return <AddBoardMeetingPage form={useActionData<typeof action>()} />
}
