import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { z } from 'zod'
import { KeyLinePage } from '~/features/visits/key-line.page'
import { keyLineView } from '~/features/visits/key-line.query.server'
import { withdrawKeyLine } from '~/features/visits/withdraw-key-line.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Write the key line anew')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const [visitId, keyLineId] = [idIn(args.params, 'visitId'), idIn(args.params, 'keyLineId')]
  return found(await keyLineView(context, visitId, keyLineId))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'visit.plan')
  const [visitId, keyLineId] = [idIn(args.params, 'visitId'), idIn(args.params, 'keyLineId')]
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const decision = found(await withdrawKeyLine(context, visitId, keyLineId))
  return decision.allowed ? redirect(`${paths.visit(visitId)}#key-lines`) : form.refused(decision)
}

export default function KeyLineWithdrawal() {
  return <KeyLinePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
