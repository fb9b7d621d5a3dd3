import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { HeldFilePage } from '~/features/evidence/held-file.page'
import { heldFileView } from '~/features/evidence/held-file.query.server'
import { fileChoice } from '~/features/evidence/receive-evidence.server'
import { stateNoIdentifier } from '~/features/evidence/state-no-identifier.command.server'
import { stateNoIdentifierForm } from '~/features/evidence/state-no-identifier.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Held file')

const idsIn = ({ params }: LoaderFunctionArgs) => ({
  evidenceId: idIn(params, 'evidenceId'),
  fileId: idIn(params, 'fileId'),
})

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const view = found(await heldFileView(context, idsIn(args)))
  return { ...view, ...(await fileChoice(context)) }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const ids = idsIn(args)
  found(await heldFileView(context, ids))
  const form = await parseForm(args.request, stateNoIdentifierForm)
  if (!form.ok) return form.answer
  const decision = found(await stateNoIdentifier(context, ids, form.value))
  return decision.allowed ? redirect(paths.evidence(ids.evidenceId)) : form.refused(decision)
}

export default function HeldFile() {
  const view = useLoaderData<typeof loader>()
  return <HeldFilePage view={view} statementForm={useActionData<typeof action>()} />
}
