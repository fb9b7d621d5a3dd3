import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { setRetention } from '~/features/ratings/set-retention.command.server'
import { setRetentionForm } from '~/features/ratings/set-retention.form'
import { SetRetentionPage } from '~/features/ratings/set-retention.page'
import { setRetentionView, triedOnEvidence } from '~/features/ratings/set-retention.query.server'
import { pageTitle } from '~/http/page-title'
import { readFields } from '~/http/parse-form.server'
import { parseTypedWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('How long evidence is kept')

export const loader = async (args: LoaderFunctionArgs) =>
  setRetentionView(await requireContext(args, 'ratings.set'))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'ratings.set')
  const typed = await readFields(args.request)
  const form = parseTypedWords(typed, setRetentionForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const { intent, ...asked } = form.value
  const tried = () => triedOnEvidence(context, asked.retention)
  if (intent === 'try') return data({ typed, errors: [], tried: await tried() })
  const decision = await setRetention(context, asked)
  if (decision.allowed) return redirect(`${paths.adminRatings()}#kept`)
  const told = form.refused(decision)
  return data({ ...told.data, tried: await tried() }, told.init ?? undefined)
}

export default function Retention() {
  return (
    <SetRetentionPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
