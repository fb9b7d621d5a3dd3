import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { correctRow } from '~/features/bring-in/correct-row.command.server'
import { correctRowForm } from '~/features/bring-in/correct-row.form'
import { RowPage } from '~/features/bring-in/row.page'
import { type RowView, rowView } from '~/features/bring-in/rows.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle<RowView>((view) => `Row ${view.row} of ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const row = idIn(args.params, 'row')
  return found(
    await rowView(
      context,
      idIn(args.params, 'bringInId'),
      row,
      await presentIdentifiers(context.db),
    ),
  )
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const form = await parseWords(args.request, correctRowForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await correctRow(context, id, idIn(args.params, 'row'), form.value))
  return decision.allowed ? redirect(paths.bringInPlan(id)) : form.refused(decision)
}

export default function Row() {
  return <RowPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
