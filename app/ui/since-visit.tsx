import type { ReactNode } from 'react'
import type { SinceInspection, SinceVisit } from '~/domain/plan/comparison'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ChangeList, changesInWords } from './change-list'
import { Section } from './page'

/** What moved since a visit, as every page that tells it shows it. */
export function SinceVisitSection({
  since: { visit, changes },
  title = 'Since the last visit',
  id = 'since',
  today,
  worstOnly = false,
  children,
}: {
  since: SinceVisit | SinceInspection
  title?: string
  id?: string
  today: CalendarDate
  /** on a page that only warns of it */
  worstOnly?: boolean
  /** what else to say of it */
  children?: ReactNode
}) {
  const { from, to } = changes
  return (
    <Section
      id={id}
      title={title}
      aside={<a href={paths.compare({ from, to })}>The comparison in full</a>}
    >
      <p className="mb-4 max-w-measure">
        {to === today ? 'Since ' : 'From '}
        {visit ? (
          <>
            the <a href={paths.visit(visit.id)}>{withSmallLetter(visit.title)}</a>
          </>
        ) : (
          longDate(from)
        )}
        {to === today ? '' : ` to ${longDate(to)}`}: {changesInWords(changes)}. An action that is
        worse in one way counts as worse. {children}
      </p>
      <ChangeList changes={changes} worstOnly={worstOnly} />
    </Section>
  )
}

const withSmallLetter = (title: string): string =>
  `${title.charAt(0).toLowerCase()}${title.slice(1)}`
