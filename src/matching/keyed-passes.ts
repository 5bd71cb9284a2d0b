import type { Couples } from './partners.ts'
import type { Run } from './run.ts'

/** Pass 2: an identifier that stands once on each side and can be the only key: permanent UPN (former too), custom id, staff e-mail. */
export function identifierCouples({ model, group, sides, idIndex, partners }: Run): Couples {
  idIndex.clear(group.directory.length)
  const each = (side: 0 | 1, row: number, take: (kind: number, value: number) => void): void => {
    const people = side === 0 ? sides.directory : sides.source
    const upn = people.upn[row] ?? -1
    const former = people.formerUpn[row] ?? -1
    const customId = people.customId[row] ?? -1
    const email = model.isPupil ? -1 : (people.email[row] ?? -1)
    if (upn >= 0 && !model.upns.has(upn)) take(0, upn)
    if (former >= 0 && former !== upn && !model.upns.has(former)) take(0, former)
    if (customId >= 0 && !model.customIds.has(customId)) take(1, customId)
    if (email >= 0 && !model.emails.has(email)) take(2, email)
  }
  for (const row of group.directory) each(0, row, (kind, value) => idIndex.add(row, kind, value))
  for (const row of group.source) {
    each(1, row, (kind, value) => {
      const entry = idIndex.find(kind, value)
      if (entry >= 0) partners.note(idIndex.rowAt(entry), row)
    })
  }
  return partners.take(group)
}

/** Pass 3: full name, legal or known-as, with the birth date, where both sides have it once. */
export function exactCouples({ group, sides, around, partners }: Run): Couples {
  const [ours, theirs] = [around.exact(0), around.exact(1)]
  for (const row of group.source) {
    const birth = sides.source.birth[row] ?? 0
    if (birth === 0) continue
    for (const first of around.forenames(sides.source, row)) {
      for (const last of around.surnames(sides.source, row)) {
        const entry = ours.find(first, last, birth)
        if (entry < 0 || ours.next(entry) >= 0) continue
        if (theirs.next(theirs.find(first, last, birth)) >= 0) continue
        partners.note(ours.rowAt(entry), row)
      }
    }
  }
  return partners.take(group)
}
