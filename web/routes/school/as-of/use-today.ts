import { useMemo } from 'react'
import { useSchool } from '../../../api/school.tsx'

/** Today by the school's own clock, `YYYY-MM-DD`. */
export function useToday(): string {
  const { timeZone } = useSchool()
  return useMemo(
    // Canadian English writes days as ISO 8601 does
    () => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date()),
    [timeZone],
  )
}
