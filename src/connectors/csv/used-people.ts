import { foldName } from '../../kernel/index.ts'
import type { PersonFields, PersonKind } from '../../roster/index.ts'

/** Remembers who came, not what was said about them: a million people must fit. */
export interface UsedPeople {
  /** Whether an id is new, or was used for a person of the same name and birth date, as far as both rows say. */
  meet(who: { school: string; kind: PersonKind; sourceId: string }, fields: Partial<PersonFields>): 'new' | 'the same' | 'somebody else'
}

export function usedPeople(): UsedPeople {
  const bySchool = new Map<string, Map<string, string>>()
  return {
    meet({ school, kind, sourceId }, fields) {
      const people = bySchool.get(`${kind} ${school}`) ?? new Map<string, string>()
      bySchool.set(`${kind} ${school}`, people)
      const now = `${fields.birthDate ?? ''}|${foldName(`${fields.firstName ?? ''} ${fields.lastName ?? ''}`)}`
      const before = people.get(sourceId)
      if (before !== undefined) return isSame(before, now) ? 'the same' : 'somebody else'
      people.set(sourceId, now)
      return 'new'
    },
  }
}

/** A birth date that one of the rows does not say contradicts nothing. */
function isSame(before: string, now: string): boolean {
  const [dayBefore, nameBefore] = before.split('|', 2)
  const [day, name] = now.split('|', 2)
  return nameBefore === name && (dayBefore === day || dayBefore === '' || day === '')
}
