import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { ColumnsPage } from '~/features/bring-in/columns.page'
import { columnsView } from '~/features/bring-in/columns.query.server'
import { mapColumns } from '~/features/bring-in/map-columns.command.server'
import { mapColumnsForm } from '~/features/bring-in/map-columns.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('What are the columns?')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  return found(
    await columnsView(
      context,
      idIn(args.params, 'bringInId'),
      await presentIdentifiers(context.db),
    ),
  )
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const form = await parseForm(args.request, mapColumnsForm)
  if (!form.ok) return form.answer
  const decision = found(await mapColumns(context, id, form.value))
  return decision.allowed ? redirect(paths.bringInPlan(id)) : form.refused(decision)
}

export default function Columns() {
  return <ColumnsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
