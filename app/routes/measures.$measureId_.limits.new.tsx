import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { rebaseline } from '~/features/measures/rebaseline.command.server'
import { rebaselineForm } from '~/features/measures/rebaseline.form'
import { RebaselinePage } from '~/features/measures/rebaseline.page'
import { rebaselineView } from '~/features/measures/rebaseline.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Begin the limits anew')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'measure.re-baseline')
  return found(await rebaselineView(context, idIn(args.params, 'measureId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'measure.re-baseline')
  const measureId = idIn(args.params, 'measureId')
  const form = await parseWords(args.request, rebaselineForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await rebaseline(context, measureId, form.value))
  return decision.allowed ? redirect(paths.measure(measureId)) : form.refused(decision)
}

export default function Rebaseline() {
  return (
    <RebaselinePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
