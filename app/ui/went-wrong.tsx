import { onDay, paths, takesADay } from '~/paths'
import { AsAtForm } from './as-at'
import { Button, ButtonLink } from './button'
import { OnlyToday, ToToday } from './day/only-today'
import { TextField } from './field'
import { Notice, Page } from './page'

/** A form that could not be dealt with, as it comes back in an answer. */
interface KeptForm {
  path: string
  fields: [name: string, value: string][]
  filesLost: boolean
}

/** What is not there, what was not on the day looked at, and what one may not see are told alike. */
export function NotThere({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <Page title="There is nothing here for you">
      <title>Nothing here for you</title>
      <p className="mb-4 max-w-measure">
        <OnlyToday otherwise="Either it was not in the plan on that day, or the address is wrong, or it is a page that your role does not open.">
          Either the address is wrong, or it is a page that your role does not open.
        </OnlyToday>{' '}
        Nothing was changed.
      </p>
      <p className="mb-6 max-w-measure">
        If you followed a link from somebody who can see it, ask them what it says, or ask your
        administrator whether your role is right.
      </p>
      <ButtonLink to={isSignedIn ? paths.myWork() : paths.signIn()}>
        {isSignedIn ? 'Go to my work' : 'Sign in'}
      </ButtonLink>
    </Page>
  )
}

/** A past day that cannot be seen, or a page that tells of no past day: why, and where to go on. */
export function NoSuchDay({
  because,
  pathname,
  search,
}: {
  because: string
  pathname: string
  search: string
}) {
  return (
    <Page title="The plan cannot be seen as at that day">
      <title>No such day to see</title>
      <p className="mb-6 max-w-measure">{because}</p>
      {takesADay(pathname) ? (
        <AsAtForm pathname={pathname} search={search} label="See it as at another day" />
      ) : null}
      <ButtonLink to={onDay(pathname + search, undefined)} look="secondary">
        See it as it is today
      </ButtonLink>
    </Page>
  )
}

/** A form was sent as at a past day. */
export function NothingChangesThere({ because, address }: { because: string; address: string }) {
  return (
    <Page title="Nothing was changed">
      <title>Nothing was changed</title>
      <p className="mb-6 max-w-measure">{because}</p>
      <ToToday>
        <ButtonLink to={onDay(address, undefined)}>Back to today</ButtonLink>
      </ToToday>
    </Page>
  )
}

/** The session ended while somebody was typing: they sign in, and send what they typed. */
export function SignInAgain({ kept }: { kept: KeptForm | undefined }) {
  return (
    <Page title="Sign in again to save this">
      <title>Sign in again</title>
      <Notice>
        <p>Your session has ended. What you typed is kept on this page and nothing is lost.</p>
        <FilesLost kept={kept} />
      </Notice>
      <form method="post" action={paths.signIn()}>
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          width="half"
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width="half"
        />
        {kept ? <input type="hidden" name="kept" value={JSON.stringify(kept)} /> : null}
        <Button>Sign in and go on</Button>
      </form>
    </Page>
  )
}

/** Signed in again: one press sends what was typed before. */
export function SendAgain({ kept }: { kept: KeptForm }) {
  return (
    <Page title="You are signed in again">
      <p className="mb-4 max-w-measure">What you typed has not been saved yet.</p>
      <FilesLost kept={kept} />
      <KeptWords kept={kept} />
      <ReplayForm kept={kept} button="Save what I typed" />
    </Page>
  )
}

/** Postgres cannot be reached just now: the same form can be sent again in a moment. */
export function DatabaseGone({ kept, pathname }: { kept: KeptForm | undefined; pathname: string }) {
  return (
    <Page title="Waymark cannot reach its records just now">
      <title>Try again in a moment</title>
      <p className="mb-4 max-w-measure">
        This usually passes within a minute.{' '}
        {kept ? 'What you typed is kept on this page and nothing is lost.' : 'Nothing is lost.'}
      </p>
      {kept ? (
        <>
          <FilesLost kept={kept} />
          <KeptWords kept={kept} />
          <ReplayForm kept={kept} button="Try again" />
        </>
      ) : (
        <a href={pathname}>Try again</a>
      )}
    </Page>
  )
}

export function WentWrong({ requestId }: { requestId: string | undefined }) {
  return (
    <Page title="Something went wrong on our side">
      <title>Something went wrong</title>
      <p className="mb-4 max-w-measure">
        What was saved before is safe. Go back in your browser to find what you typed, and try
        again.
      </p>
      {requestId ? (
        <p className="text-quiet">
          If it happens again, tell your administrator this number: <code>{requestId}</code>
        </p>
      ) : null}
    </Page>
  )
}

function FilesLost({ kept }: { kept: KeptForm | undefined }) {
  if (!kept?.filesLost) return null
  return (
    <p className="mt-2 font-bold">The file could not be kept: choose it once more after this.</p>
  )
}

function KeptWords({ kept }: { kept: KeptForm }) {
  const words = kept.fields.filter(([, value]) => value.trim().length > 20)
  if (words.length === 0) return null
  return (
    <div className="my-4">
      {words.map(([name, value], at) => (
        <blockquote key={`${name}${at}`} className="mb-2 max-w-measure border-l-4 border-line pl-4">
          {value}
        </blockquote>
      ))}
    </div>
  )
}

function ReplayForm({ kept, button }: { kept: KeptForm; button: string }) {
  return (
    <form
      method="post"
      action={kept.path}
      encType={kept.filesLost ? 'multipart/form-data' : undefined}
    >
      {kept.fields.map(([name, value], at) => (
        <input key={`${name}${at}`} type="hidden" name={name} value={value} />
      ))}
      <Button>{button}</Button>
    </form>
  )
}
