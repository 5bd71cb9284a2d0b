import type { LoggedChange } from '../directory/index.ts'
import { enrolmentKey, type PlannedEnrolment } from '../plans/index.ts'

/** What several runs wrote, in the order of time, as if one had written it: of each record and its link, one change. */
export function foldChanges(changes: readonly LoggedChange[]): readonly LoggedChange[] {
  const byRecord = new Map<string, LoggedChange>()
  for (const it of changes) {
    const about = [it.recordKind, it.recordId, it.source?.connection, it.source?.kind, it.source?.id].join('\n')
    const earlier = byRecord.get(about)
    byRecord.set(about, earlier === undefined ? it : folded(earlier, it))
  }
  return [...byRecord.values()]
}

function folded(earlier: LoggedChange, later: LoggedChange): LoggedChange {
  const isNew = earlier.operation === 'create'
  return {
    ...later,
    operation: isNew ? 'create' : later.operation,
    before: {
      fields: isNew ? earlier.before.fields : { ...later.before.fields, ...earlier.before.fields },
      enrolments: both(
        without(earlier.before.enrolments, later.after.enrolments),
        without(later.before.enrolments, earlier.after.enrolments),
      ),
      link: earlier.before.link ?? later.before.link,
    },
    after: {
      fields: { ...earlier.after.fields, ...later.after.fields },
      enrolments: both(
        without(earlier.after.enrolments, later.before.enrolments),
        without(later.after.enrolments, earlier.before.enrolments),
      ),
      link: later.after.link ?? earlier.after.link,
    },
  }
}

function without(these: readonly PlannedEnrolment[], those: readonly PlannedEnrolment[]): readonly PlannedEnrolment[] {
  const keys = new Set(those.map(enrolmentKey))
  return these.filter((it) => !keys.has(enrolmentKey(it)))
}

function both(these: readonly PlannedEnrolment[], those: readonly PlannedEnrolment[]): readonly PlannedEnrolment[] {
  return [...new Map([...these, ...those].map((it) => [enrolmentKey(it), it])).values()]
}
