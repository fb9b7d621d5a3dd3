import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { changeTeam } from '~/features/people/change-team.command.server'
import { changeTeamForm } from '~/features/people/change-team.form'
import { TeamPage } from '~/features/people/team.page'
import { teamView, type TeamView } from '~/features/people/team.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<TeamView>((team) => team.name)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  return found(await teamView(context, idIn(args.params, 'teamId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const teamId = idIn(args.params, 'teamId')
  const form = await parseForm(args.request, changeTeamForm)
  if (!form.ok) return form.answer
  const decision = found(await changeTeam(context, teamId, form.value))
  return decision.allowed ? redirect(paths.adminTeams()) : form.refused(decision)
}

export default function Team() {
  return <TeamPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
