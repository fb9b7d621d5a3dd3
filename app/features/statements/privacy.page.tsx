import { invitationDays } from '~/domain/access/invitation'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'

const kept = [
  {
    what: 'Your name, email address, job title, team and roles',
    why: 'So that actions have owners and you see what is meant for you',
    until: 'Kept with the plan: decisions need the names of who made them',
  },
  {
    what: 'Your password, as a hash that cannot be turned back',
    why: 'To know that it is you',
    until: 'Replaced when you change it',
  },
  {
    what: 'One cookie, and on our side a keyed hash of it',
    why: 'To keep you signed in. No other cookie is set and nothing follows you',
    until: 'Ends when you sign out, after 12 hours without a request, or after 7 days',
  },
  {
    what: 'Wrong passwords: the email address typed, the network address, the time',
    why: 'To slow down people who guess',
    until: 'Removed at the next right sign-in, or within a day of anybody’s',
  },
  {
    what: 'Invitations, as a hash of their link',
    why: 'To let you in the first time',
    until: `Open for ${invitationDays} days`,
  },
  {
    what: 'What you do: updates, evidence, decisions, changes, when you signed in',
    why: 'So that the plan can be trusted and read as it stood on any day',
    until: 'Kept with the plan, by the council’s own retention schedule',
  },
  {
    what: 'The server’s log: the time, the page and the answer of each request, without names',
    why: 'To find and mend faults',
    until: 'As long as the council’s operator keeps logs',
  },
]

export function PrivacyPage({ councilName }: { councilName: string }) {
  return (
    <Page
      title="Privacy"
      wide
      lede={`What this website keeps about the people who use it. ${councilName} is the data controller.`}
    >
      <Section title="What is kept, why, and how long">
        <Table
          caption="What is kept about you"
          rows={kept}
          rowKey={(row) => row.what}
          columns={[
            { title: 'What', isName: true, cell: (row) => row.what, width: 'md:w-1/3' },
            { title: 'Why', cell: (row) => row.why, width: 'md:w-1/3' },
            { title: 'Until when', cell: (row) => row.until },
          ]}
        />
      </Section>
      <Section title="No children’s records">
        <p className="mb-4 max-w-measure">
          This is a plan about practice, not a case system. Nothing in it should let anybody
          recognise a child or a family: no names, dates of birth, addresses, NHS, UPN or case
          numbers.
        </p>
        <p className="max-w-measure">
          What people type and the names of their files are checked for such patterns before anybody
          else sees them. The check does not read inside files yet, so whoever adds one is asked to
          look first. If you see something that could identify a child, tell your administrator at
          once.
        </p>
      </Section>
      <Section title="Who sees it">
        <p className="mb-4 max-w-measure">
          People whom the council has invited, each according to their role. Evidence marked
          restricted is seen by managers, leaders and whoever added it. Administrators see who did
          what and when, but not what evidence says.
        </p>
        <p className="max-w-measure">
          Nothing is sent to anybody outside: there are no analytics, no advertising, and no fonts
          or scripts from elsewhere.
        </p>
      </Section>
      <Section title="Why the council may keep it, and your rights">
        <p className="mb-4 max-w-measure">
          The council keeps it to carry out its duties to children and to answer to Ofsted and the
          Department for Education: a task in the public interest (UK GDPR, Article 6(1)(e)).
        </p>
        <p className="max-w-measure">
          You can ask for a copy of what is kept about you, for mistakes to be put right, and object
          to its use. Write to the council’s data protection officer, whose address stands in the
          council’s own privacy notice. If you are not content with the answer, complain to the{' '}
          <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
        </p>
      </Section>
    </Page>
  )
}
