import { settings } from '~/settings.server'

const startedAt = Date.now()

/**
 * The instant at which a request acts: the one place that looks at the clock. A test server can be
 * given the instant it starts at (CLOCK_STARTS_AT) and goes on from there.
 */
export function now(): Date {
  const start = settings().CLOCK_STARTS_AT
  return start ? new Date(Date.parse(start) + Date.now() - startedAt) : new Date()
}
