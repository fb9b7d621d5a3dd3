import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { planVisit } from '~/features/visits/plan-visit.command.server'
import { planVisitForm } from '~/features/visits/plan-visit.form'
import { PlanVisitPage } from '~/features/visits/plan-visit.page'
import { planVisitView } from '~/features/visits/plan-visit.query.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Plan a visit')

export async function loader(args: LoaderFunctionArgs) {
  return planVisitView(await requireContext(args, 'visit.plan'))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const form = await parseWords(args.request, planVisitForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const planned = await planVisit(context, form.value)
  return planned.allowed ? redirect(paths.visit(planned.visitId)) : form.refused(planned)
}

export default function PlanVisit() {
  return (
    <PlanVisitPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
