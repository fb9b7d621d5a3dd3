import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import { ProposedPeople } from './answer-proposal.page'
import { AccessTag } from './access-tag'
import type { PeopleView } from './people.query.server'

export function PeoplePage({ view }: { view: PeopleView }) {
  const { people, suspended, neverSeen } = view
  const counts = [
    counted(people.length, 'person', 'people'),
    ...(suspended > 0 ? [`${suspended} suspended`] : []),
    ...(neverSeen > 0 ? [`${neverSeen} not here yet`] : []),
  ]
  return (
    <Page
      title="People"
      wide
      lede={counts.join(' · ')}
      primary={<ButtonLink to={paths.adminInvite()}>Invite a person</ButtonLink>}
    >
      <p className="mb-4 flex flex-wrap gap-x-6">
        <a href={paths.adminTeams()} className="py-2">
          Teams
        </a>
        <a href={paths.adminAudit()} className="py-2">
          Audit trail
        </a>
      </p>
      <ProposedPeople proposals={view.proposals} />
      <Table
        caption="Everybody who can be signed in, or could be"
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            title: 'Name',
            isName: true,
            cell: (person) => (
              <>
                <a href={paths.adminPerson(person.id)}>{person.name}</a>
                <span className="block font-normal text-quiet">{person.jobTitle}</span>
              </>
            ),
          },
          {
            title: 'Team',
            cell: (person) => person.team ?? <span className="text-quiet">No team</span>,
          },
          {
            title: 'Roles',
            width: 'md:w-36',
            cell: (person) => person.roles || <Gap>No role</Gap>,
          },
          {
            title: 'Last here',
            cell: (person) => <AccessTag access={person.access} today={view.today} />,
          },
        ]}
      />
    </Page>
  )
}
