import type { ReactNode } from 'react'
import { type VisitKind, visitKindTitles } from '~/domain/inspection/visit-kinds'
import { type CalendarDate, counted, fullDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths, takesADay } from '~/paths'
import { AsAtBanner, SeeAsAt } from './as-at'
import { DayLookedAt } from './day/day-looked-at'

interface ComingVisit {
  id: number
  kind: string
  expectedFrom: CalendarDate
  today: CalendarDate
}

interface Place {
  to: string
  name: string
}

/** What stands around a page: the same words in the same order on a phone and on a desk. */
export function Frame({
  councilName,
  isDemo,
  frame,
  pathname,
  search,
  asAt,
  children,
}: {
  councilName: string
  isDemo: boolean
  frame:
    | {
        name: string
        places: Place[]
        myPlaces: Place[]
        nextVisit?: ComingVisit
        heldBack: number
      }
    | undefined
  pathname: string
  search: string
  /** the past day that the page shows */
  asAt: CalendarDate | undefined
  children: ReactNode
}) {
  // A page that is asked for as at a day says by itself how to go to another.
  const asksForADay = new URLSearchParams(search).has('on')
  const canBeOfADay = frame !== undefined && takesADay(pathname) && !asksForADay
  return (
    <>
      <a
        href="#main"
        className="absolute left-2 top-2 z-20 -translate-y-20 rounded bg-focus px-4 py-2 text-[#16212B] focus:translate-y-0"
      >
        Skip to the page
      </a>
      <header className="no-print border-b border-line">
        <div className="bg-bar text-on-bar">
          <div className="mx-auto flex max-w-page items-center justify-between gap-x-6 px-4 py-2">
            <a href={paths.myWork()} className="py-2 text-18 font-bold text-on-bar no-underline">
              {councilName} <span className="hidden font-normal sm:inline">improvement plan</span>
            </a>
            {frame ? <Me name={frame.name} places={frame.myPlaces} /> : null}
          </div>
        </div>
        <DayLookedAt.Provider value={asAt}>
          {frame ? <Places places={frame.places} pathname={pathname} /> : null}
        </DayLookedAt.Provider>
        {frame?.nextVisit || frame?.heldBack || canBeOfADay ? (
          <div className="border-t border-line bg-ground">
            <div className="mx-auto flex max-w-page flex-wrap items-baseline justify-between gap-x-8 px-4 py-2 text-16">
              <Strip visit={frame?.nextVisit} heldBack={frame?.heldBack ?? 0} />
              {canBeOfADay ? <SeeAsAt pathname={pathname} search={search} /> : null}
            </div>
          </div>
        ) : null}
      </header>
      {asAt ? <AsAtBanner day={asAt} pathname={pathname} search={search} /> : null}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-6 md:py-8">
        <DayLookedAt.Provider value={asAt}>{children}</DayLookedAt.Provider>
      </main>
      <footer className="no-print border-t border-line bg-ground">
        <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-1 px-4 py-4 text-16">
          <a href={paths.accessibility()}>Accessibility</a>
          <a href={paths.privacy()}>Privacy</a>
          {isDemo ? (
            <span className="text-quiet">Demonstration: invented council, invented people</span>
          ) : null}
        </div>
      </footer>
    </>
  )
}

function Me({ name, places }: { name: string; places: Place[] }) {
  return (
    <details className="relative">
      <summary className="min-h-[44px] cursor-pointer py-2 text-on-bar">{name}</summary>
      <div className="absolute right-0 z-20 w-56 rounded border border-line bg-paper p-2 text-ink">
        <ul>
          {places.map((place) => (
            <li key={place.to}>
              <a href={place.to} className="block px-2 py-2">
                {place.name}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={paths.signOut()}>
          <button type="submit" className="block w-full px-2 py-2 text-left text-brand underline">
            Sign out
          </button>
        </form>
      </div>
    </details>
  )
}

function Places({ places, pathname }: { places: Place[]; pathname: string }) {
  return (
    <nav aria-label="Places">
      <div className="mx-auto hidden max-w-page px-4 md:block">
        <PlaceList places={places} pathname={pathname} row />
      </div>
      <details className="md:hidden">
        <summary className="min-h-[44px] cursor-pointer px-4 py-2 font-bold">Menu</summary>
        <div className="px-4 pb-3">
          <PlaceList places={places} pathname={pathname} />
        </div>
      </details>
    </nav>
  )
}

function PlaceList({
  places,
  pathname,
  row,
}: {
  places: Place[]
  pathname: string
  row?: boolean
}) {
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to))
  const look = row
    ? 'block border-b-4 py-3 no-underline hover:border-edge'
    : 'block border-l-4 py-2 pl-3 no-underline'
  return (
    <ul className={row ? 'flex flex-wrap gap-x-7' : ''}>
      {places.map((place) => (
        <li key={place.to}>
          <a
            href={place.to}
            aria-current={isHere(place.to) ? 'page' : undefined}
            className={`${look} ${isHere(place.to) ? 'border-brand font-bold text-ink' : 'border-transparent text-brand'}`}
          >
            {place.name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The visit we are heading for, and how many recommendations are not ready for it. */
function Strip({ visit, heldBack }: { visit: ComingVisit | undefined; heldBack: number }) {
  if (!visit && heldBack === 0) return null
  return (
    <p>
      {visit ? (
        <>
          <a href={paths.visit(visit.id)}>
            Next {visitKindTitles[visit.kind as VisitKind].toLowerCase()}
          </a>
          : {fullDate(visit.expectedFrom)},{' '}
          {visit.expectedFrom < visit.today
            ? 'any day now'
            : inWords(visit.expectedFrom, visit.today)}
          .{' '}
        </>
      ) : null}
      {heldBack > 0 ? (
        <>
          <a href={paths.readiness()}>{counted(heldBack, 'recommendation')}</a>{' '}
          {heldBack === 1 ? 'holds' : 'hold'} us back.
        </>
      ) : null}
    </p>
  )
}
