import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { endOverride } from '~/features/actions/end-brag-override.command.server'
import { endBragOverrideForm } from '~/features/actions/end-brag-override.form'
import { EndBragOverridePage } from '~/features/actions/end-brag-override.page'
import { overrideBragView } from '~/features/actions/override-brag.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('End a stated colour')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'brag.override')
  return found(await overrideBragView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'brag.override')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseForm(args.request, endBragOverrideForm)
  if (!form.ok) return form.answer
  const decision = found(await endOverride(context, actionId, form.value))
  return decision.allowed ? redirect(`${paths.action(actionId)}#colour`) : form.refused(decision)
}

export default function EndColour() {
  return (
    <EndBragOverridePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
