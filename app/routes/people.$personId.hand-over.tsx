import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { idFrom } from '~/domain/id'
import { handOver } from '~/features/hand-over/hand-over.command.server'
import { handOverForm } from '~/features/hand-over/hand-over.form'
import { HandOverPage } from '~/features/hand-over/hand-over.page'
import { handOverView, type HandOverView } from '~/features/hand-over/hand-over.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle<HandOverView>(({ person }) => `What is ${person.name}’s`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'owners.read')
  const toId = idFrom(new URL(args.request.url).searchParams.get('to') ?? undefined)
  return found(await handOverView(context, idIn(args.params, 'personId'), toId))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'hand-over.make')
  const personId = idIn(args.params, 'personId')
  const form = await parseWords(args.request, handOverForm, await presentIdentifiers(context.db))
  if (!form.ok) return form.answer
  const done = found(await handOver(context, personId, form.value))
  if (done.allowed) return redirect(paths.handOver(personId))
  const answer = form.refused(done)
  answer.data.errors = (done.refusals ?? []).map(({ key, sentence }) => ({ field: key, sentence }))
  return answer
}

export default function HandOver() {
  return (
    <HandOverPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
