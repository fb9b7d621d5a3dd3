import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { sessionIdOf } from '~/auth/session.server'
import { changePassword } from '~/features/people/change-password.command.server'
import { changePasswordForm } from '~/features/people/change-password.form'
import { ChangePasswordPage } from '~/features/people/change-password.page'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Change my password')

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireContext(args, 'plan.read')
  return { email: actor.email }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const form = await parseForm(args.request, changePasswordForm)
  if (!form.ok) return form.answer
  const decision = await changePassword(context, form.value, {
    sessionId: sessionIdOf(args.request),
    address: args.context.address,
  })
  return decision.allowed ? redirect(paths.account('password')) : form.refused(decision)
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>()
  return <ChangePasswordPage email={email} form={useActionData<typeof action>()} />
}
