import { upnKind } from '../../roster/index.ts'
import type { Model } from '../model.ts'
import type { Person } from '../prepare.ts'
import type { Finding } from './finding.ts'

export type UpnFinding = Finding<'same' | 'former' | 'temporary' | 'unchecked' | 'shared' | 'conflict'>
export type IdFinding = Finding<'same' | 'different'>
export type EmailFinding = Finding<'same' | 'same_local_part' | 'different'>

/** UPN, former UPN too (S-75). Only a permanent one that stands once on each side is full evidence. */
export function compareUpns(model: Model, directory: Person, source: Person): UpnFinding | null {
  const { upnBits } = model.weights
  const shared = directory.upns.find((upn) => source.upns.includes(upn))
  if (shared !== undefined) {
    const params = { value: shared }
    if (model.repeated.upn.has(shared)) return { level: 'shared', bits: upnBits.weak, params }
    const kind = upnKind(shared)
    if (kind === 'temporary') return { level: 'temporary', bits: upnBits.weak, params }
    if (kind === 'invalid') return { level: 'unchecked', bits: upnBits.weak, params }
    const isCurrent = directory.record.upn === source.record.upn
    return isCurrent ? { level: 'same', bits: upnBits.same, params } : { level: 'former', bits: upnBits.former, params }
  }
  const { permanentUpn: left } = directory
  const { permanentUpn: right } = source
  if (left === null || right === null) return null
  return { level: 'conflict', bits: upnBits.conflict, params: { directory: left, source: right } }
}

/** Admission number, student or employee id (S-74). Numbers may be given out anew, so a difference says little. */
export function compareCustomIds(model: Model, directory: Person, source: Person): IdFinding | null {
  const { customId: left } = directory
  const { customId: right } = source
  if (left === null || right === null) return null
  const { customIdBits } = model.weights
  if (left !== right) return { level: 'different', bits: customIdBits.different, params: { directory: left, source: right } }
  return model.repeated.customId.has(left) ? null : { level: 'same', bits: customIdBits.same, params: { value: left } }
}

/** An address that several people share names nobody. */
export function compareEmails(model: Model, directory: Person, source: Person): EmailFinding | null {
  const { email: left } = directory
  const { email: right } = source
  if (left === null || right === null) return null
  if (model.repeated.email.has(left) || model.repeated.email.has(right)) return null
  const { emailBits } = model.weights
  if (left === right) return { level: 'same', bits: emailBits.same, params: { value: left } }
  const params = { directory: left, source: right }
  const isSamePart = directory.emailLocalPart !== null && directory.emailLocalPart === source.emailLocalPart
  return isSamePart
    ? { level: 'same_local_part', bits: emailBits.sameLocalPart, params }
    : { level: 'different', bits: emailBits.different, params }
}
