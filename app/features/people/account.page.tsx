import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Fact, Facts, Notice, Page } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { AccountView } from './account.query.server'

export function AccountPage({
  view,
  isPasswordChanged,
}: {
  view: AccountView
  isPasswordChanged: boolean
}) {
  return (
    <Page
      title="My account"
      primary={<ButtonLink to={paths.accountPassword()}>Change my password</ButtonLink>}
    >
      {isPasswordChanged ? (
        <Notice title="Your password is changed.">
          <p>You are signed out everywhere but here.</p>
        </Notice>
      ) : null}
      <Facts>
        <Fact name="Name">{view.name}</Fact>
        <Fact name="Email address">{view.email}</Fact>
        <Fact name="Job title">
          {view.jobTitle || <span className="text-quiet">Not given</span>}
        </Fact>
        <Fact name="Team">{view.team ?? <span className="text-quiet">No team</span>}</Fact>
        <Fact name="Roles">{view.roles || <Gap>No role</Gap>}</Fact>
        <Fact name="Password set on">
          {view.passwordSetOn ? longDate(view.passwordSetOn) : 'Not set'}
        </Fact>
        <Fact name="Signed in">
          {view.otherSessions === 0
            ? 'Only here'
            : `Here, and in ${counted(view.otherSessions, 'other place')}. Changing your password signs you out there.`}
        </Fact>
      </Facts>
      {view.mayBeAway ? (
        <p className="mb-6">
          <a href={paths.away(view.personId)}>When I am away</a>: who stands in for me
        </p>
      ) : null}
      <p className="mb-6 max-w-measure text-quiet">
        If something here is wrong, an administrator puts it right.
      </p>
      <form method="post" action={paths.signOut()}>
        <Button look="secondary">Sign out</Button>
      </form>
    </Page>
  )
}
