import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { personView, type PersonView } from '~/features/people/person.query.server'
import { suspendPerson } from '~/features/people/suspend-person.command.server'
import { suspendPersonForm } from '~/features/people/suspend-person.form'
import { SuspendPersonPage } from '~/features/people/suspend-person.page'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<PersonView>((person) => `Suspend ${person.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  return found(await personView(context, idIn(args.params, 'personId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const personId = idIn(args.params, 'personId')
  const form = await parseForm(args.request, suspendPersonForm)
  if (!form.ok) return form.answer
  const decision = found(await suspendPerson(context, personId, form.value))
  return decision.allowed ? redirect(paths.adminPerson(personId)) : form.refused(decision)
}

export default function Suspension() {
  return (
    <SuspendPersonPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
