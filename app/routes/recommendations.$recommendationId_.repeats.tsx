import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { recommendationRef } from '~/domain/plan/references'
import { decideRepeat } from '~/features/repeats/decide-repeat.command.server'
import { decideRepeatForm } from '~/features/repeats/decide-repeat.form'
import { RepeatsPage } from '~/features/repeats/repeats.page'
import { repeatsView, type RepeatsView } from '~/features/repeats/repeats.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<RepeatsView>(
  (view) => `Was ${recommendationRef(view.id)} said before?`,
)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'repeat.decide')
  return found(await repeatsView(context, idIn(args.params, 'recommendationId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'repeat.decide')
  const id = idIn(args.params, 'recommendationId')
  const form = await parseForm(args.request, decideRepeatForm)
  if (!form.ok) return form.answer
  const decided = found(await decideRepeat(context, id, form.value))
  if (!decided.allowed) return form.refused(decided)
  return redirect(
    form.value.from === 'inspection'
      ? paths.inspectionSaidBefore(decided.inspectionId)
      : paths.recommendationRepeats(id),
  )
}

export default function Repeats() {
  return <RepeatsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
