import type { Context } from '~/auth/context.server'
import { bragTableVersions } from '~/db/tables/brag-tables.server'
import { dueDateLimitVersions } from '~/db/tables/due-date-limits.server'
import { identifierSettingsVersions } from '~/db/tables/identifier-settings.server'
import { retentionVersions } from '~/db/tables/retention-periods.server'
import { shelfLivesVersions } from '~/db/tables/shelf-lives.server'
import { may } from '~/domain/access/permissions'
import { type DueDateSettings, defaultDueDateSettings } from '~/domain/action/due-date-change'
import { limitsInWords } from '~/domain/action/due-date-limits'
import {
  councilIdentifiersInWords,
  noCouncilIdentifiers,
} from '~/domain/evidence/identifier-settings'
import { defaultShelfLives, type ShelfLives } from '~/domain/evidence/kinds'
import { defaultRetention, type Retention, retentionInWords } from '~/domain/evidence/retention'
import { shelfLivesInWords } from '~/domain/evidence/shelf-lives'
import { type BragTable, defaultBragTable } from '~/domain/plan/brag'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** A version that stands or stood. */
interface Version {
  id: number
  fromOn: CalendarDate
  savedByName: string
  why: string
}

export interface RatingsView {
  table: BragTable
  limits: DueDateSettings
  /** The newest first; before the first stood Waymark's own. */
  tables: (Version & { table: BragTable })[]
  pastLimits: (Version & { sentences: string[] })[]
  shelfLives: ShelfLives
  pastShelfLives: (Version & { sentences: string[] })[]
  identifiers: string[]
  pastIdentifiers: (Version & { sentences: string[] })[]
  retention: Retention
  pastRetention: (Version & { sentences: string[] })[]
  maySet: boolean
  maySetIdentifiers: boolean
}

/** What decides the colour of an action, the dates that a leader must agree and what is looked for, now and before. */
export async function ratingsView({ db, actor }: Context): Promise<RatingsView> {
  const [tables, limits, shelfLives, identifiers, retention] = await Promise.all([
    bragTableVersions(db),
    dueDateLimitVersions(db),
    shelfLivesVersions(db),
    identifierSettingsVersions(db),
    retentionVersions(db),
  ])
  const fromOn = ({ validFrom }: { validFrom: Date }) => calendarDateIn(validFrom, 'Europe/London')
  return {
    table: tables[0]?.table ?? defaultBragTable,
    limits: limits[0]?.limits ?? defaultDueDateSettings,
    tables: tables.map(({ validFrom, ...one }) => ({ ...one, fromOn: fromOn({ validFrom }) })),
    pastLimits: limits.map(({ id, savedByName, why, ...one }) => ({
      ...{ id, savedByName, why },
      fromOn: fromOn(one),
      sentences: limitsInWords(one.limits),
    })),
    shelfLives: shelfLives[0]?.lives ?? defaultShelfLives,
    pastShelfLives: shelfLives.map(({ id, savedByName, why, ...one }) => ({
      ...{ id, savedByName, why },
      fromOn: fromOn(one),
      sentences: shelfLivesInWords(one.lives),
    })),
    identifiers: councilIdentifiersInWords(identifiers[0] ?? noCouncilIdentifiers),
    pastIdentifiers: identifiers.map(({ id, savedByName, why, ...one }) => ({
      ...{ id, savedByName, why },
      fromOn: fromOn(one),
      sentences: councilIdentifiersInWords(one),
    })),
    maySetIdentifiers: may(actor, 'identifiers.set').allowed,
    retention: retention[0]?.retention ?? defaultRetention,
    pastRetention: retention.map(({ id, savedByName, why, ...one }) => ({
      ...{ id, savedByName, why },
      fromOn: fromOn(one),
      sentences: retentionInWords(one.retention),
    })),
    maySet: may(actor, 'ratings.set').allowed,
  }
}
