import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { bringFigures } from '~/features/measures/bring-figures.command.server'
import { bringFiguresForm } from '~/features/measures/bring-figures.form'
import { BringFiguresPage, type BroughtState } from '~/features/measures/bring-figures.page'
import { bringFiguresView, figuresPreview } from '~/features/measures/bring-figures.query.server'
import { receiveTable } from '~/features/measures/table-to-bring.server'
import { found, idInQuery } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { wrongForm } from '~/http/parse-form.server'
import { parseTypedWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Bring figures')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'measure.record')
  return found(await bringFiguresView(context, idInQuery(args.request, 'measure')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'measure.record')
  const measureId = idInQuery(args.request, 'measure')
  found(await bringFiguresView(context, measureId))
  const table = await receiveTable(args.request)
  if (!table.ok) return wrongForm(table.typed, [table], table.status)
  const { text = [], ...words } = table.typed
  const form = parseTypedWords(words, bringFiguresForm, await presentIdentifiers(context.db))
  const typed = { ...words, text }
  const brought = { ...(form.ok ? form.value : bringFiguresForm.parse({})), text: text[0] ?? '' }
  if (!form.ok || table.isNewFile || brought.go !== 'save') {
    const preview = await figuresPreview(context, measureId, brought)
    const errors = form.ok ? [] : form.answer.data.errors
    return data<BroughtState>({ typed, errors, preview }, { status: form.ok ? 200 : 422 })
  }
  const saved = await bringFigures(context, measureId, brought)
  if (saved.allowed) return redirect(measureId ? paths.measure(measureId) : paths.measures())
  const { preview, ...refusal } = saved
  const told = form.refused(refusal)
  return data<BroughtState>({ ...told.data, typed, preview }, told.init ?? undefined)
}

export default function BringFigures() {
  return (
    <BringFiguresPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
