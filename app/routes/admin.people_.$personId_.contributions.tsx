import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { takeContributions } from '~/features/people/take-contributions.command.server'
import { takeContributionsForm } from '~/features/people/take-contributions.form'
import { TakeContributionsPage } from '~/features/people/take-contributions.page'
import {
  takeContributionsView,
  type TakeContributionsView,
} from '~/features/people/take-contributions.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<TakeContributionsView>(({ name }) => `What ${name} wrote and did`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  return found(await takeContributionsView(context, idIn(args.params, 'personId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const personId = idIn(args.params, 'personId')
  const form = await parseForm(args.request, takeContributionsForm)
  if (!form.ok) return form.answer
  const taken = found(await takeContributions(context, personId, form.value))
  return taken.allowed
    ? redirect(paths.adminContributionsFile(personId, taken.takenId))
    : form.refused(taken)
}

export default function Contributions() {
  return (
    <TakeContributionsPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
