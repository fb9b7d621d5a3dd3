import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { answerValues } from '~/features/bring-in/answer-values.command.server'
import { answerValuesForm } from '~/features/bring-in/answer-values.form'
import { WordsPage } from '~/features/bring-in/words.page'
import { stepAfterWords, wordsView } from '~/features/bring-in/words.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { wholeNumberIn } from '~/http/whole-number'
import { paths } from '~/paths'

export const meta = pageTitle('What do its words mean?')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const asked = new URL(args.request.url).searchParams
  const page = { kind: asked.get('kind') ?? undefined, after: wholeNumberIn(asked.get('after')) }
  return found(
    await wordsView(
      context,
      idIn(args.params, 'bringInId'),
      page,
      await presentIdentifiers(context.db),
    ),
  )
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const id = idIn(args.params, 'bringInId')
  const form = await parseForm(args.request, answerValuesForm)
  if (!form.ok) return form.answer
  const decision = found(await answerValues(context, id, form.value))
  if (!decision.allowed) return form.refused(decision)
  const next = await stepAfterWords(context, id, form.value)
  return redirect(next ? paths.bringInValues(id, next) : paths.bringInPlan(id))
}

export default function Words() {
  return <WordsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
