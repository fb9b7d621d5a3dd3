import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { type FormState, shownFirst } from '~/ui/form-state'
import { Fact, Facts, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { AccessTag } from './access-tag'
import type { PersonView } from './person.query.server'
import { PersonInputs } from './person-inputs'

export function PersonPage({ view, form }: { view: PersonView; form: FormState | undefined }) {
  const isSuspended = view.access.kind === 'suspended'
  return (
    <Page
      title={view.name}
      above={view.jobTitle}
      crumbs={[{ to: paths.adminPeople(), name: 'People' }]}
    >
      <ErrorSummary form={form} />
      <Facts>
        <Fact name="Email address">{view.email}</Fact>
        <Fact name="Team">{view.team ?? <span className="text-quiet">No team</span>}</Fact>
        <Fact name="Roles">{view.roleNames || <Gap>No role</Gap>}</Fact>
        <Fact name="Here since">{longDate(view.since)}</Fact>
        <Fact name="Last here">
          <AccessTag access={view.access} today={view.today} />
        </Fact>
        <Fact name="What they did">
          <a href={paths.adminAudit({ person: String(view.id) })}>In the audit trail</a> ·{' '}
          <a href={paths.adminContributions(view.id)}>Export what they wrote and did</a>
        </Fact>
      </Facts>

      <Section title="Name, team and roles">
        <form method="post" action={paths.adminPerson(view.id)}>
          <input type="hidden" name="asShown" value={shownFirst(form, view.asShown)} />
          <TextField
            name="name"
            label="Name"
            width="half"
            autoComplete="off"
            initial={view.name}
            form={form}
          />
          <PersonInputs
            form={form}
            teams={view.teams}
            initial={{
              jobTitle: view.jobTitle,
              teamId: view.teamId === undefined ? '' : String(view.teamId),
              roles: view.roles,
            }}
          />
          <Button>Save changes</Button>
        </form>
      </Section>

      {isSuspended ? (
        <Section title="Let in again">
          <p className="mb-4 max-w-measure">
            {view.name} can then sign in with the password and the roles they had.
          </p>
          {view.openActions > 0 ? (
            <p className="mb-4">
              {counted(view.openActions, 'open action stands', 'open actions stand')} in their name
              and {view.openActions === 1 ? 'counts' : 'count'} as unowned.{' '}
              <a href={paths.handOver(view.id)}>Hand over what is theirs</a>
            </p>
          ) : null}
          <form method="post" action={paths.adminEndSuspension(view.id)}>
            <Button look="secondary" decision={view.endSuspension}>
              End the suspension
            </Button>
          </form>
        </Section>
      ) : (
        <>
          <Section title="Forgotten password, or a link that got lost">
            <p className="mb-4 max-w-measure">
              A new link lets {view.name} choose a password. The one they have works until then. It
              stands in the audit trail that you made it.
            </p>
            <form method="post" action={paths.adminNewInvitation(view.id)}>
              <Button look="secondary" decision={view.inviteAgain}>
                Make a new link
              </Button>
            </form>
          </Section>
          <Section title="Leaving or away">
            <p className="mb-4 max-w-measure">
              Suspending signs {view.name} out everywhere at once. Everything they did stays.
              {view.openActions > 0
                ? ` ${counted(view.openActions, 'open action stands', 'open actions stand')} in their name.`
                : ''}
            </p>
            <p className="mb-4">
              <a href={paths.handOver(view.id)}>Hand over what is theirs</a> ·{' '}
              <a href={paths.away(view.id)}>When {view.name} is away</a>: who stands in
            </p>
            <ButtonLink look="secondary" to={paths.adminSuspend(view.id)} decision={view.suspend}>
              Suspend {view.name}
            </ButtonLink>
          </Section>
        </>
      )}
    </Page>
  )
}
