import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { AwayPage } from '~/features/away/away.page'
import { awayView, type AwayView } from '~/features/away/away.query.server'
import { nameDeputy } from '~/features/away/name-deputy.command.server'
import { nameDeputyForm } from '~/features/away/name-deputy.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle<AwayView>(({ isMine, name }) =>
  isMine ? 'When I am away' : `When ${name} is away`,
)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return found(await awayView(context, idIn(args.params, 'personId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const personId = idIn(args.params, 'personId')
  found(await awayView(context, personId))
  const form = await parseWords(args.request, nameDeputyForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await nameDeputy(context, personId, form.value))
  return decision.allowed ? redirect(paths.away(personId)) : form.refused(decision)
}

export default function Away() {
  return <AwayPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
