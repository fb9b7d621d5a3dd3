import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { Indented } from './indented'
import type { TeamsView } from './teams.query.server'

export function TeamsPage({ view, form }: { view: TeamsView; form: FormState | undefined }) {
  return (
    <Page
      title="Teams"
      crumbs={[{ to: paths.adminPeople(), name: 'People' }]}
      lede="Open a team to rename it or to move it, with all that is below it."
    >
      <ErrorSummary form={form} />
      <div className="mb-10">
        {view.teams.length === 0 ? (
          <Empty>
            The council’s teams belong here, so that the plan can show which team carries what. Add
            the first below.
          </Empty>
        ) : (
          <Table
            caption="Teams, each before those below it, with the people in them who are not suspended"
            rows={view.teams}
            rowKey={(team) => team.id}
            columns={[
              {
                title: 'Team',
                isName: true,
                cell: (team) => (
                  <Indented depth={team.depth}>
                    <a href={paths.adminTeam(team.id)}>{team.name}</a>
                    {team.depth > 0 ? <span className="sr-only">, {team.path}</span> : null}
                  </Indented>
                ),
              },
              { title: 'People', isFigure: true, cell: (team) => team.people },
              {
                title: 'With those below',
                isFigure: true,
                cell: (team) => team.peopleWithBelow,
              },
            ]}
          />
        )}
      </div>
      <Section title="Add a team">
        <form method="post" action={paths.adminTeams()}>
          <TextField name="name" label="Name" width="half" autoComplete="off" form={form} />
          <SelectField
            name="parentId"
            label="Part of"
            optional
            none="No other team"
            choices={view.teams.map(({ id, path }) => ({ value: String(id), title: path }))}
            form={form}
          />
          <Button>Add the team</Button>
        </form>
      </Section>
    </Page>
  )
}
