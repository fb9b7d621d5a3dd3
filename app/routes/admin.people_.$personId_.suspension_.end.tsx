import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireContext } from '~/auth/context.server'
import { endSuspension } from '~/features/people/end-suspension.command.server'
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
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const decision = found(await endSuspension(context, personId))
  return decision.allowed ? redirect(paths.adminPerson(personId)) : form.refused(decision)
}

export default function EndOfSuspension() {
  return <PersonPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
