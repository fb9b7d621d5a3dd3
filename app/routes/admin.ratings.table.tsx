import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { saveBragTable } from '~/features/ratings/save-brag-table.command.server'
import { arranged, bragTableForm } from '~/features/ratings/save-brag-table.form'
import { SaveBragTablePage } from '~/features/ratings/save-brag-table.page'
import { bragTableView, triedOnPlan } from '~/features/ratings/save-brag-table.query.server'
import { pageTitle } from '~/http/page-title'
import { cutShort, readFields } from '~/http/parse-form.server'
import { parseTypedWords } from '~/http/parse-words.server'
import { paths } from '~/paths'
import { cameWhole } from '~/ui/form-state'

export const meta = pageTitle('Change the table of colours')

export const loader = async (args: LoaderFunctionArgs) =>
  bragTableView(await requireContext(args, 'ratings.set'))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'ratings.set')
  const typed = await readFields(args.request)
  // Rows that were cut off are not put together with others: the table that stands is shown anew.
  if (!cameWhole(typed)) return cutShort({})
  const moved = arranged(typed)
  if (moved) return data({ typed: moved, errors: [], arranged: true })

  const form = parseTypedWords(typed, bragTableForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const { intent, ...asked } = form.value
  const tried = await triedOnPlan(context, asked.table)
  if (intent === 'try') return data({ typed, errors: [], tried })
  const decision = await saveBragTable(context, asked)
  if (decision.allowed) return redirect(paths.adminRatings())
  const told = form.refused(decision)
  return data({ ...told.data, tried }, told.init ?? undefined)
}

export default function BragTable() {
  return (
    <SaveBragTablePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
