import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page, Section } from '~/ui/page'
import type { ProposalView } from './answer-proposal.query.server'

/** Somebody whom an old plan names as an owner: invited by one click, or declined with a reason. */
export function ProposalPage({ view, form }: { view: ProposalView; form: FormState | undefined }) {
  return (
    <Page
      title={`Invite ${view.name}?`}
      crumbs={[{ to: paths.adminPeople(), name: 'People' }]}
      lede={<AboutProposal proposal={view} />}
    >
      <ErrorSummary form={form} />
      <p className="mb-4 max-w-measure">
        They come in as a social worker, and what is held for them becomes theirs. Other roles and
        their team are given on their page afterwards. Check the address: whoever reads the link can
        sign in.
      </p>
      <InviteProposed proposal={view} />
      <Section title="Or decline">
        <form method="post" action={paths.adminProposal(view.id)}>
          <input type="hidden" name="answer" value="declined" />
          <TextField
            name="reason"
            label="Why"
            hint="The manager reads it. What was held stays without an owner."
            autoComplete="off"
            form={form}
          />
          <Button look="secondary" decision={view.decision}>
            Decline
          </Button>
        </form>
      </Section>
    </Page>
  )
}

/** Whom managers propose, on the page of people. */
export function ProposedPeople({ proposals }: { proposals: readonly ProposalView[] }) {
  if (proposals.length === 0) return null
  return (
    <Section title={`Proposed to be invited (${proposals.length})`} id="proposed">
      <p className="mb-3 max-w-measure">
        An old plan names them as owners, and they are not here. Each comes in as a social worker;
        what is held for them becomes theirs.
      </p>
      <ul>
        {proposals.map((proposal) => (
          <li
            key={proposal.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <div className="min-w-0">
              <span className="font-bold">{proposal.name}</span>
              <span className="block text-16">
                <AboutProposal proposal={proposal} />
              </span>
            </div>
            <div className="flex flex-wrap items-center gap-x-6">
              <InviteProposed proposal={proposal} />
              <a href={paths.adminProposal(proposal.id)} className="py-3">
                Decline<span className="sr-only"> to invite {proposal.name}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const AboutProposal = ({ proposal }: { proposal: ProposalView }) => (
  <span className="break-words">
    {proposal.email}, proposed by {proposal.proposedBy} on {longDate(proposal.proposedOn)} from “
    {proposal.file}”.{' '}
    {proposal.held > 0
      ? `${counted(proposal.held, 'action is', 'actions are')} held for them.`
      : 'No action is held for them yet: the old plan has not been brought in.'}
  </span>
)

const InviteProposed = ({ proposal: { id, name, decision } }: { proposal: ProposalView }) => (
  <form method="post" action={paths.adminProposal(id)}>
    <input type="hidden" name="answer" value="invited" />
    <Button decision={decision}>
      Invite<span className="sr-only"> {name}</span>
    </Button>
  </form>
)
