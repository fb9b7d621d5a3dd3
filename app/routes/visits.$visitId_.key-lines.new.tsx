import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { addKeyLine } from '~/features/visits/add-key-line.command.server'
import { addKeyLineForm } from '~/features/visits/key-line.form'
import { KeyLinePage } from '~/features/visits/key-line.page'
import { keyLineView } from '~/features/visits/key-line.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a key line of enquiry')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  return found(await keyLineView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const visitId = idIn(args.params, 'visitId')
  const form = await parseWords(args.request, addKeyLineForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await addKeyLine(context, visitId, form.value))
  return decision.allowed ? redirect(`${paths.visit(visitId)}#key-lines`) : form.refused(decision)
}

export default function NewKeyLine() {
  return <KeyLinePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
