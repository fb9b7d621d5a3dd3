import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireContext } from '~/auth/context.server'
import { RepeatsPage } from '~/features/repeats/repeats.page'
import { recommendationDecided, repeatsView } from '~/features/repeats/repeats.query.server'
import { takeBackRepeat } from '~/features/repeats/take-back-repeat.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Was it said before?')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'repeat.decide')
  const id = found(await recommendationDecided(context, idIn(args.params, 'repeatId')))
  return found(await repeatsView(context, id))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'repeat.decide')
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const taken = found(await takeBackRepeat(context, idIn(args.params, 'repeatId')))
  return taken.allowed ? redirect(paths.recommendationRepeats(taken.laterId)) : form.refused(taken)
}

export default function RepeatWithdrawal() {
  return <RepeatsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
