import { upnKind } from '../../roster/index.ts'
import { Dictionary } from './dictionary.ts'
import { roomFor } from './growing.ts'
import { NameTable } from './names.ts'

/** The texts of both sides of a run, as numbers: equal numbers are equal values. */
export class Vocabulary {
  readonly names = new NameTable()
  readonly upns = new Dictionary()
  readonly customIds = new Dictionary()
  readonly emails = new Dictionary()
  readonly yearGroups = new Dictionary()
  /** Names of classes: as typed, and folded to be compared. */
  readonly classes = new NameTable()
  readonly schools = new Dictionary()
  private readonly localParts = new Dictionary()
  private localPartCodes: Int32Array<ArrayBufferLike> = new Int32Array(64)
  private localPartsKnown = 0
  private readonly upnKinds: ReturnType<typeof upnKind>[] = []

  /** The code of the part before the @ of an e-mail address; -1 where there is none. */
  localPartOf(email: number): number {
    if (email < 0) return -1
    for (; this.localPartsKnown < this.emails.size; this.localPartsKnown += 1) {
      const part = this.emails.textOf(this.localPartsKnown).split('@')[0] ?? ''
      this.localPartCodes = roomFor(this.localPartCodes, this.localPartsKnown + 1)
      this.localPartCodes[this.localPartsKnown] = part === '' ? -1 : this.localParts.codeOf(part)
    }
    return this.localPartCodes[email] ?? -1
  }

  upnKindOf(upn: number): ReturnType<typeof upnKind> {
    const known = this.upnKinds[upn]
    if (known) return known
    const kind = upnKind(this.upns.textOf(upn))
    this.upnKinds[upn] = kind
    return kind
  }
}
