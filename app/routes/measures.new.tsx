import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { defineMeasure } from '~/features/measures/define-measure.command.server'
import { defineMeasureForm } from '~/features/measures/define-measure.form'
import { DefineMeasurePage } from '~/features/measures/define-measure.page'
import { linkChoices } from '~/features/measures/define-measure.query.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add a measure')

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireContext(args, 'measure.define')
  return linkChoices(db)
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'measure.define')
  const form = await parseWords(
    args.request,
    defineMeasureForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const defined = await defineMeasure(context, form.value)
  return defined.allowed ? redirect(paths.measure(defined.measureId)) : form.refused(defined)
}

export default function NewMeasure() {
  return (
    <DefineMeasurePage
      choices={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
