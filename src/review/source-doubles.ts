import { foldName } from '../kernel/index.ts'
import { type PersonFields, upnKind } from '../roster/index.ts'
import type { SourceSide } from './facts.ts'

/** What another record of the source has in common with one, strongest first. `names`: name and birth date. */
export type DoubleBasis = 'upn' | 'email' | 'names'

/** Another record of the same source that is, or may be, the same person. */
export interface SourceDouble {
  readonly sourceId: string
  readonly basis: DoubleBasis
}

type Fields = Partial<PersonFields>

/**
 * Finds people of one kind whom a source names twice: by the same UPN, by the same name and address, or by the same name and birth
 * date where no two permanent UPNs say that they are two. Only what is the same all through counts: one read that names both says
 * itself that they are two (N-07), so that it is a question and never an answer.
 *
 * @param among those who count as another record; of several the first to name are those who stand for somebody here already
 */
export function sourceDoubles(
  people: readonly SourceSide[],
  { among, isFirst }: { readonly among: readonly SourceSide[]; readonly isFirst: (sourceId: string) => boolean },
): (sourceId: string) => SourceDouble | null {
  const sides = new Map(people.map((it) => [it.sourceId, it.body.fields]))
  const byKey = new Map<string, string[]>()
  for (const { sourceId, body } of among) for (const { key } of keysOf(body.fields)) byKey.set(key, [...(byKey.get(key) ?? []), sourceId])
  return (sourceId) => {
    const fields = sides.get(sourceId)
    if (fields === undefined) return null
    for (const { basis, key } of keysOf(fields)) {
      const others = (byKey.get(key) ?? []).filter((it) => it !== sourceId && (basis === 'upn' || !areApart(fields, sides.get(it) ?? {})))
      const other = others.find(isFirst) ?? others[0]
      if (other !== undefined) return { sourceId: other, basis }
    }
    return null
  }
}

function keysOf(fields: Fields): readonly { readonly basis: DoubleBasis; readonly key: string }[] {
  const { upn, email, birthDate } = fields
  const names = namesOf(fields)
  return [
    ...(upn ? [{ basis: 'upn', key: `upn ${upn}` } as const] : []),
    ...(email ? names.map((name) => ({ basis: 'email', key: `email ${foldName(email)} ${name}` }) as const) : []),
    ...(birthDate ? names.map((name) => ({ basis: 'names', key: `names ${birthDate} ${name}` }) as const) : []),
  ]
}

/** Every way in which the source names somebody by forename and surname. */
function namesOf({ firstName, lastName, knownAsFirstName, knownAsLastName }: Fields): readonly string[] {
  const folded = (names: readonly (string | null | undefined)[]): readonly string[] =>
    names.flatMap((it) => (it ? [foldName(it)] : [])).filter((it) => it !== '')
  const surnames = folded([lastName, knownAsLastName])
  return [...new Set(folded([firstName, knownAsFirstName]).flatMap((first) => surnames.map((last) => `${first} ${last}`)))]
}

function areApart(one: Fields, other: Fields): boolean {
  const isPermanent = (upn: string | null | undefined): boolean => !!upn && upnKind(upn) === 'permanent'
  return isPermanent(one.upn) && isPermanent(other.upn) && one.upn !== other.upn
}
