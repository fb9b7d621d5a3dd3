import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { signOffImpact } from '~/features/actions/sign-off-impact.command.server'
import { signOffImpactForm } from '~/features/actions/sign-off-impact.form'
import { SignOffImpactPage } from '~/features/actions/sign-off-impact.page'
import { signOffImpactView } from '~/features/actions/sign-off-impact.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Sign off impact')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'impact.sign-off')
  return found(await signOffImpactView(context, idIn(args.params, 'actionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'impact.sign-off')
  const actionId = idIn(args.params, 'actionId')
  const form = await parseWords(
    args.request,
    signOffImpactForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await signOffImpact(context, actionId, form.value))
  return decision.allowed ? redirect(paths.action(actionId)) : form.refused(decision)
}

export default function Impact() {
  return (
    <SignOffImpactPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
