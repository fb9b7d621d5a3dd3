import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { inspectionView, type InspectionView } from '~/features/inspections/inspection.query.server'
import { stateDates } from '~/features/inspections/state-dates.command.server'
import { stateDatesForm } from '~/features/inspections/state-dates.form'
import { StateDatesPage } from '~/features/inspections/state-dates.page'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<InspectionView>((view) => `Dates: ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.state-date')
  return found(await inspectionView(context, idIn(args.params, 'inspectionId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.state-date')
  const id = idIn(args.params, 'inspectionId')
  const form = await parseForm(args.request, stateDatesForm)
  if (!form.ok) return form.answer
  const decision = found(await stateDates(context, id, form.value))
  return decision.allowed ? redirect(paths.inspection(id)) : form.refused(decision)
}

export default function StateDates() {
  return (
    <StateDatesPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
