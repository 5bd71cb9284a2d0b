/** Tells the time. Handed in everywhere, so that a test can stand in any September. */
export type Clock = () => Date

/** Today's calendar date `YYYY-MM-DD` in a time zone such as `Europe/London`. */
export function dateIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
