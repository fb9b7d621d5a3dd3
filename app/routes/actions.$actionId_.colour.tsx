import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { overrideBrag } from '~/features/actions/override-brag.command.server'
import { overrideBragForm } from '~/features/actions/override-brag.form'
import { OverrideBragPage } from '~/features/actions/override-brag.page'
import { overrideBragView } from '~/features/actions/override-brag.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('State another colour')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'brag.override')
  return found(await overrideBragView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'brag.override')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(
    args.request,
    overrideBragForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await overrideBrag(context, actionId, form.value))
  return decision.allowed ? redirect(`${paths.action(actionId)}#colour`) : form.refused(decision)
}

export default function Colour() {
  return (
    <OverrideBragPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
