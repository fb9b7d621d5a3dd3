import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { chooseTable } from '~/features/bring-in/choose-table.command.server'
import { chooseTableForm } from '~/features/bring-in/choose-table.form'
import { TableLookPage } from '~/features/bring-in/table-look.page'
import { tableLookView } from '~/features/bring-in/table-look.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { wholeNumberIn } from '~/http/whole-number'
import { paths } from '~/paths'

export const meta = pageTitle('Which table is the plan?')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const table = wholeNumberIn(new URL(args.request.url).searchParams.get('table'))
  return found(await tableLookView(context, id, { table }, await presentIdentifiers(context.db)))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const form = await parseForm(args.request, chooseTableForm)
  if (!form.ok) return form.answer
  const decision = found(await chooseTable(context, id, form.value))
  return decision.allowed ? redirect(paths.bringInColumns(id)) : form.refused(decision)
}

export default function TableLook() {
  return (
    <TableLookPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
