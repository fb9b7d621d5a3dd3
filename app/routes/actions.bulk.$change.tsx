import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { changeInBulk } from '~/features/actions/bulk-change.command.server'
import { bulkAskedIn, bulkChangeForm, isBulkChange } from '~/features/actions/bulk-change.form'
import { BulkChangePage } from '~/features/actions/bulk-change.page'
import { bulkView } from '~/features/actions/bulk-change.query.server'
import { found } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Change several actions')

/** The address says what is to be changed and how; what is sent says that it was seen. */
function askedIn({ params, request }: Pick<LoaderFunctionArgs, 'params' | 'request'>) {
  const kind = found(isBulkChange(params.change) ? params.change : undefined)
  return bulkAskedIn(kind, new URL(request.url).searchParams)
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  return bulkView(context, askedIn(args))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'action.edit')
  const asked = askedIn(args)
  const form = await parseForm(args.request, bulkChangeForm)
  if (!form.ok) return form.answer
  const done = await changeInBulk(context, asked, form.value)
  return done.allowed ? redirect(paths.actions(asked.filter)) : form.refused(done)
}

export default function ChangeInBulk() {
  return (
    <BulkChangePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
