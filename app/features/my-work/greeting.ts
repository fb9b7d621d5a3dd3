const londonHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** "Good afternoon, Amara.", by the time of day in London. */
export function greeting(now: Date, name: string): string {
  const hour = Number(londonHour.format(now))
  const time = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return `Good ${time}, ${name.trim().split(/\s+/)[0] ?? name}.`
}
