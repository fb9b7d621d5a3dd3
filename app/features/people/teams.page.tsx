import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { TeamsView } from './teams.query.server'

export function TeamsPage({ view, form }: { view: TeamsView; form: FormState | undefined }) {
  return (
    <Page title="Teams" crumbs={[{ to: paths.adminPeople(), name: 'People' }]}>
      <ErrorSummary form={form} />
      <div className="mb-10">
        {view.teams.length === 0 ? (
          <Empty>
            The council’s teams belong here, so that the plan can show which team carries what. Add
            the first below.
          </Empty>
        ) : (
          <Table
            caption="Teams, with the people in them who are not suspended"
            rows={view.teams}
            rowKey={(team) => team.id}
            columns={[
              { title: 'Team', isName: true, cell: (team) => team.name },
              { title: 'Part of', cell: (team) => team.partOf ?? '' },
              { title: 'People', isFigure: true, cell: (team) => team.people },
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
            choices={view.teams.map(({ id, name }) => ({ value: String(id), title: name }))}
            form={form}
          />
          <Button>Add the team</Button>
        </form>
      </Section>
    </Page>
  )
}
