import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { editMeasureForm } from '~/features/measures/define-measure.form'
import { EditMeasurePage } from '~/features/measures/define-measure.page'
import { editMeasureView } from '~/features/measures/define-measure.query.server'
import { editMeasure } from '~/features/measures/edit-measure.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Change what is measured')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'measure.define')
  return found(await editMeasureView(context, idIn(args.params, 'measureId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'measure.define')
  const measureId = idIn(args.params, 'measureId')
  const form = await parseWords(args.request, editMeasureForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await editMeasure(context, measureId, form.value))
  return decision.allowed ? redirect(paths.measure(measureId)) : form.refused(decision)
}

export default function EditMeasure() {
  return (
    <EditMeasurePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
