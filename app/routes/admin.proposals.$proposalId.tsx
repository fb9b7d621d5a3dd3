import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { answerProposal } from '~/features/people/answer-proposal.command.server'
import { answerProposalForm } from '~/features/people/answer-proposal.form'
import { ProposalPage } from '~/features/people/answer-proposal.page'
import { proposalView, type ProposalView } from '~/features/people/answer-proposal.query.server'
import { invitationLink } from '~/features/people/invitation-link.server'
import { InvitationMadePage } from '~/features/people/invite-person.page'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle<ProposalView>((proposal) => `Invite ${proposal.name}?`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  return found(await proposalView(context, idIn(args.params, 'proposalId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const id = idIn(args.params, 'proposalId')
  const form = await parseForm(args.request, answerProposalForm)
  if (!form.ok) return form.answer
  const answer = found(await answerProposal(context, id, form.value))
  if (!answer.allowed) return form.refused(answer)
  if (answer.personId === undefined) return redirect(paths.adminPeople())
  // Answered, not redirected: the link is kept nowhere, so it cannot be shown later.
  const { name } = found(await proposalView(context, id))
  return { name, link: invitationLink(answer.token, args.request.url) }
}

export default function Proposal() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'link' in answer) return <InvitationMadePage {...answer} />
  return <ProposalPage view={view} form={answer} />
}
