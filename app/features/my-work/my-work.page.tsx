import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { SinceVisitSection } from '~/ui/since-visit'
import { AskedSection } from './asked-cards'
import { LeadersSection } from './leaders-lists'
import { ManagersSection } from './managers-lists'
import type { MyWorkView } from './my-work.query.server'
import { OffersSection } from './offers-section'
import { ReadinessLines } from './readiness-lines'

export function MyWorkPage({ view }: { view: MyWorkView }) {
  const { asked, leading, readiness, managing, today } = view
  const isAsked = asked && asked.now.length + asked.later.length + asked.done.length > 0
  return (
    <Page
      title={view.greeting}
      wide
      primary={
        view.addsEvidence ? (
          <ButtonLink to={paths.newEvidence()}>Add evidence</ButtonLink>
        ) : undefined
      }
    >
      {view.damagedFiles > 0 ? <Damaged files={view.damagedFiles} /> : null}
      {view.offered ? <OffersSection offers={view.offered} /> : null}
      {asked && (isAsked || !managing) ? <AskedSection asked={asked} today={today} /> : null}
      {readiness ? <ReadinessLines readiness={readiness} today={today} /> : null}
      {view.since ? <SinceVisitSection since={view.since} today={today} worstOnly /> : null}
      {leading ? <LeadersSection leading={leading} /> : null}
      {managing ? <ManagersSection managing={managing} today={today} /> : null}
      {view.looksOn ? <WhereToLook /> : null}
      {view.keepsPeople ? <People /> : null}
    </Page>
  )
}

function Damaged({ files }: { files: number }) {
  return (
    <div role="alert" className="mb-6 max-w-[42rem] border-l-4 border-off-track pl-4">
      <p>
        <strong>
          {files === 1
            ? '1 file in the store is damaged.'
            : `${files} files in the store are damaged.`}
        </strong>{' '}
        Bring {files === 1 ? 'it' : 'them'} back from a backup: the{' '}
        <a href={paths.adminStore()}>store of files</a> says which.
      </p>
    </div>
  )
}

const look = [
  {
    to: paths.inspections(),
    name: 'Inspections',
    what: 'what was found, in the reports’ own words',
  },
  { to: paths.actions(), name: 'Plan', what: 'what is done about it, by whom and by when' },
  {
    to: paths.evidenceLibrary(),
    name: 'Evidence',
    what: 'what shows that it works, and who accepted it',
  },
  { to: paths.visits(), name: 'Visits', what: 'what moved from one to the next' },
  { to: paths.readiness(), name: 'Readiness', what: 'what an inspector would still find' },
]

function WhereToLook() {
  return (
    <Section id="look" title="Where to look">
      <ul>
        {look.map(({ to, name, what }) => (
          <li key={to} className="border-b border-line py-2">
            <a href={to}>{name}</a>: {what}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function People() {
  return (
    <Section id="people" title="Keep the place in order">
      <ul>
        <li className="border-b border-line py-2">
          <a href={paths.adminPeople()}>People</a>: invite, suspend and change roles
        </li>
        <li className="border-b border-line py-2">
          <a href={paths.adminRatings()}>Ratings</a>: what decides a colour, and how far a date may
          move
        </li>
        <li className="border-b border-line py-2">
          <a href={paths.owners()}>Who carries the plan</a>: hand over what is somebody’s who leaves
        </li>
        <li className="border-b border-line py-2">
          <a href={paths.adminAudit()}>Audit trail</a>: who did what, and when
        </li>
        <li className="border-b border-line py-2">
          <a href={paths.adminStore()}>Store of files</a>: whether each is still what it was when it
          came
        </li>
      </ul>
    </Section>
  )
}
