import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { setDueDateLimits } from '~/features/ratings/set-due-date-limits.command.server'
import { setDueDateLimitsForm } from '~/features/ratings/set-due-date-limits.form'
import { SetDueDateLimitsPage } from '~/features/ratings/set-due-date-limits.page'
import { dueDateLimitsView } from '~/features/ratings/set-due-date-limits.query.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Limits of new dates')

export const loader = async (args: LoaderFunctionArgs) =>
  dueDateLimitsView(await requireContext(args, 'ratings.set'))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'ratings.set')
  const form = await parseWords(
    args.request,
    setDueDateLimitsForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = await setDueDateLimits(context, form.value)
  return decision.allowed ? redirect(`${paths.adminRatings()}#dates`) : form.refused(decision)
}

export default function Dates() {
  return (
    <SetDueDateLimitsPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
