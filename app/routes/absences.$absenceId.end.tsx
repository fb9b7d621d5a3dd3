import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type Context, requireContext } from '~/auth/context.server'
import { AwayPage } from '~/features/away/away.page'
import { awayView, personOfAbsence } from '~/features/away/away.query.server'
import { endAbsence } from '~/features/away/end-absence.command.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Days away')

/** The page that the absence stands on, where the reader may see it. */
const pageOf = async (context: Context, absenceId: number) =>
  found(await awayView(context, found(await personOfAbsence(context, absenceId))))

export async function loader(args: LoaderFunctionArgs) {
  return pageOf(await requireContext(args, 'plan.read'), idIn(args.params, 'absenceId'))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const absenceId = idIn(args.params, 'absenceId')
  await pageOf(context, absenceId)
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const ended = found(await endAbsence(context, absenceId))
  return ended.allowed ? redirect(paths.away(ended.personId)) : form.refused(ended)
}

export default function EndOfAbsence() {
  return <AwayPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
