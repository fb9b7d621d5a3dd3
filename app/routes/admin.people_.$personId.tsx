import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { changePerson } from '~/features/people/change-person.command.server'
import { changePersonForm } from '~/features/people/change-person.form'
import { PersonPage } from '~/features/people/person.page'
import { personView, type PersonView } from '~/features/people/person.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<PersonView>((person) => person.name)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  return found(await personView(context, idIn(args.params, 'personId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const personId = idIn(args.params, 'personId')
  const form = await parseForm(args.request, changePersonForm)
  if (!form.ok) return form.answer
  const decision = found(await changePerson(context, personId, form.value))
  return decision.allowed ? redirect(paths.adminPerson(personId)) : form.refused(decision)
}

export default function Person() {
  return <PersonPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
