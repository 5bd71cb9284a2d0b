import { foldName } from '../kernel/index.ts'
import type { Fields } from '../roster/index.ts'
import { isLeaver } from './expected.ts'
import type { GuardInput, Trip } from './hold.ts'
import { linkedCount } from './linked-count.ts'

/**
 * People who leave under one id and join under another in the same plan: a MIS that changed its ids, about to double
 * everybody. Known by UPN or e-mail, or by name and birth date. All who leave and all who join wait together (D20).
 */
export function rekeyed({ plan, changes }: Pick<GuardInput, 'plan' | 'changes'>): readonly Trip[] {
  const leaving = new Set<string>()
  for (const change of changes) {
    if (change.operation !== 'desync' || change.recordKind !== 'person' || change.recordId === null) continue
    const person = plan.directory.people.get(change.recordId)
    if (person !== undefined) for (const it of identities({ kind: person.kind, ...person.fields })) leaving.add(it)
  }
  if (leaving.size === 0) return []
  return (['pupil', 'staff'] as const).flatMap((population): readonly Trip[] => {
    const arriving = changes.filter((it) => it.operation === 'create' && it.recordKind === 'person' && it.population === population)
    const counted = arriving.filter((it) => identities(it.after.fields).some((identity) => leaving.has(identity)))
    if (counted.length === 0) return []
    const together = [...changes.filter((it) => it.recordKind === 'person' && isLeaver(it)), ...arriving]
    return [
      {
        hold: { code: 'ids_rekeyed', population, count: counted.length, linked: linkedCount(population, plan) },
        keys: together.map((it) => it.key),
        counted: counted.map((it) => it.key),
      },
    ]
  })
}

function identities(fields: Fields): readonly string[] {
  const text = (name: string): string => {
    const value = fields[name]
    return typeof value === 'string' ? foldName(value) : ''
  }
  const name = `${text('firstName')} ${text('lastName')}`.trim()
  const strong = ['upn', 'email'].flatMap((field) => (text(field) === '' ? [] : [`${field} ${text(field)}`]))
  return text('birthDate') === '' || name === '' ? strong : [...strong, `name ${text('kind')} ${name} ${text('birthDate')}`]
}
