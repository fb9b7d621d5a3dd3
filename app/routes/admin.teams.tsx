import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { addTeam } from '~/features/people/add-team.command.server'
import { addTeamForm } from '~/features/people/add-team.form'
import { TeamsPage } from '~/features/people/teams.page'
import { teamsView } from '~/features/people/teams.query.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Teams')

export const loader = async (args: LoaderFunctionArgs) =>
  teamsView(await requireContext(args, 'people.manage'))

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const form = await parseForm(args.request, addTeamForm)
  if (!form.ok) return form.answer
  const added = await addTeam(context, form.value)
  return added.allowed ? redirect(paths.adminTeams()) : form.refused(added)
}

export default function Teams() {
  return <TeamsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
