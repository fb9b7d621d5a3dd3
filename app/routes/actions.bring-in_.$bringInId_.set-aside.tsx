import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { BringInPage } from '~/features/bring-in/bring-in.page'
import { type BringInView, bringInView } from '~/features/bring-in/bring-in.query.server'
import { setAsideRows } from '~/features/bring-in/set-aside-rows.command.server'
import { setAsideForm } from '~/features/bring-in/set-aside.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle<BringInView>((view) => `Bring in ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  return found(await bringInView(context, idIn(args.params, 'bringInId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const form = await parseWords(args.request, setAsideForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const decision = found(await setAsideRows(context, id, form.value))
  return decision.allowed ? redirect(paths.bringInPlan(id)) : form.refused(decision)
}

export default function SetAside() {
  return <BringInPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
