import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import { type FormState, shownFirst } from '~/ui/form-state'
import { Empty, Page, Section } from '~/ui/page'
import type { TeamView } from './team.query.server'
import { Indented } from './indented'

export function TeamPage({ view, form }: { view: TeamView; form: FormState | undefined }) {
  return (
    <Page
      title={view.name}
      above={view.partOf || undefined}
      crumbs={[
        { to: paths.adminPeople(), name: 'People' },
        { to: paths.adminTeams(), name: 'Teams' },
      ]}
    >
      <ErrorSummary form={form} />
      <Section title="Name and place">
        <form method="post" action={paths.adminTeam(view.id)}>
          <input type="hidden" name="asShown" value={shownFirst(form, view.asShown)} />
          <TextField
            name="name"
            label="Name"
            width="half"
            autoComplete="off"
            initial={view.name}
            form={form}
          />
          <SelectField
            name="parentId"
            label="Part of"
            hint={view.below.length > 0 ? 'The teams below it move with it.' : 'People stay in it.'}
            optional
            none="No other team"
            choices={view.parents}
            initial={view.parentId === null ? '' : String(view.parentId)}
            form={form}
          />
          <Button decision={view.change}>Save changes</Button>
        </form>
      </Section>
      {view.below.length > 0 ? (
        <Section title="Teams below">
          <ul>
            {view.below.map((team) => (
              <li key={team.id} className="border-b border-line py-2">
                <Indented depth={team.depth}>
                  <a href={paths.adminTeam(team.id)}>{team.name}</a>
                </Indented>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="People in it">
        {view.people.length === 0 ? (
          <Empty>
            Nobody yet. Which team somebody is in stands on{' '}
            <a href={paths.adminPeople()}>their own page</a>.
          </Empty>
        ) : (
          <ul>
            {view.people.map((person) => (
              <li key={person.id} className="border-b border-line py-2">
                <a href={paths.adminPerson(person.id)}>{person.name}</a>
                <span className="block text-16 text-quiet">{person.jobTitle}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}
