import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'

export interface SignInView {
  to: string | undefined
  /** the demonstration names the people one can sign in as */
  people: { name: string; email: string; jobTitle: string; roles: string }[]
  password: string | undefined
}

export function SignInPage({ view, form }: { view: SignInView; form: FormState | undefined }) {
  return (
    <Page title="Sign in">
      <ErrorSummary form={form} />
      {form?.typed.kept ? (
        <Notice>
          <p>What you typed before is kept on this page. Sign in to send it.</p>
        </Notice>
      ) : null}
      <form method="post" action={paths.signIn()}>
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          width="half"
          form={form}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width="half"
          form={form}
        />
        <Carried to={form?.typed.to?.[0] ?? view.to} kept={form?.typed.kept?.[0]} />
        <Button>Sign in</Button>
      </form>
      {view.people.length > 0 ? <DemoPeople view={view} /> : null}
    </Page>
  )
}

/** Where to go on, and the form that waits to be sent: neither is lost by a mistyped password. */
function Carried({ to, kept }: { to: string | undefined; kept: string | undefined }) {
  return (
    <>
      {to ? <input type="hidden" name="to" value={to} /> : null}
      {kept ? <input type="hidden" name="kept" value={kept} /> : null}
    </>
  )
}

function DemoPeople({ view }: { view: SignInView }) {
  return (
    <section className="mt-10">
      <h2>Who you can be</h2>
      <p className="mb-4 text-quiet">
        This is a demonstration. Everybody’s password is <code>{view.password}</code>.
      </p>
      <ul className="grid gap-3 md:grid-cols-2">
        {view.people.map((person) => (
          <li key={person.email} className="card">
            <p className="font-bold">{person.name}</p>
            <p className="text-quiet">
              {person.jobTitle} · {person.roles}
            </p>
            <form method="post" action={paths.signIn()}>
              <input type="hidden" name="email" value={person.email} />
              <input type="hidden" name="password" value={view.password} />
              {view.to ? <input type="hidden" name="to" value={view.to} /> : null}
              <Button look="quiet">Sign in as {person.name}</Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
