import { type SchoolYear, type Session, schoolYearsOf } from '../../../roster/index.ts'
import type { PackageFiles } from '../package-files.ts'
import { saysEnded } from '../values.ts'

const COLUMNS = {
  optional: { status: ['status'], type: ['type'], start: ['startDate'], end: ['endDate'], year: ['schoolYear'] },
} as const

/** The school years of `academicSessions`; none where the package has no such file, or no dates in it. Its rows are told elsewhere. */
export async function readSchoolYears(files: PackageFiles, dateOf: (text: string) => string | null): Promise<readonly SchoolYear[]> {
  const sessions: Session[] = []
  await files.eachRecord('academicSessions', COLUMNS, (value) => {
    const [start, end] = [dateOf(value('start') ?? ''), dateOf(value('end') ?? '')]
    if (start === null || end === null || start > end || saysEnded(value('status'))) return
    sessions.push({ type: value('type'), start, end, year: value('year') })
  })
  return schoolYearsOf(sessions)
}
