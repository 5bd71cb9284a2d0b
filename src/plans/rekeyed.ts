import { foldName } from '../kernel/index.ts'
import type { Fields } from '../roster/index.ts'
import type { GuardInput, Hold } from './hold.ts'
import { linkedCount } from './linked-count.ts'

/**
 * People who leave under one id and join under another in the same plan: a MIS that changed its ids, about to double
 * everybody. Known by UPN or e-mail, or by name and birth date.
 */
export function rekeyed({ plan, changes }: GuardInput): readonly Hold[] {
  const leaving = new Set<string>()
  for (const change of changes) {
    if (change.operation !== 'desync' || change.recordKind !== 'person' || change.recordId === null) continue
    const person = plan.directory.people.get(change.recordId)
    if (person !== undefined) for (const it of identities({ kind: person.kind, ...person.fields })) leaving.add(it)
  }
  if (leaving.size === 0) return []
  return (['pupil', 'staff'] as const).flatMap((population): readonly Hold[] => {
    const arriving = changes.filter((it) => it.operation === 'create' && it.recordKind === 'person' && it.population === population)
    const count = arriving.filter((it) => identities(it.after.fields).some((identity) => leaving.has(identity))).length
    return count === 0 ? [] : [{ code: 'ids_rekeyed', population, count, linked: linkedCount(population, plan) }]
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
