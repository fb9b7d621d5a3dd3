import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { setIdentifiers } from '~/features/ratings/set-identifiers.command.server'
import { officesTyped, setIdentifiersForm } from '~/features/ratings/set-identifiers.form'
import { SetIdentifiersPage } from '~/features/ratings/set-identifiers.page'
import { identifiersView, triedOnEvidence } from '~/features/ratings/set-identifiers.query.server'
import { pageTitle } from '~/http/page-title'
import { readFields } from '~/http/parse-form.server'
import { parseTypedWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Identifiers of the council')

export const loader = async (args: LoaderFunctionArgs) =>
  identifiersView(await requireContext(args, 'identifiers.set'))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'identifiers.set')
  const typed = await readFields(args.request)
  const form = parseTypedWords(typed, setIdentifiersForm, { officePostcodes: officesTyped(typed) })
  if (!form.ok) return form.answer
  const { intent, ...asked } = form.value
  const tried = () => triedOnEvidence(context, asked)
  if (intent === 'try') return data({ typed, errors: [], tried: await tried() })
  const decision = await setIdentifiers(context, asked)
  if (decision.allowed) return redirect(`${paths.adminRatings()}#identifiers`)
  const told = form.refused(decision)
  return data({ ...told.data, tried: await tried() }, told.init ?? undefined)
}

export default function Identifiers() {
  return (
    <SetIdentifiersPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
