/** What the first bytes of a file say it is, where that is certainly no table of text. */
export type NotATable = 'spreadsheet' | 'pdf' | 'picture' | 'page' | 'program'

/** How many bytes of the beginning are enough to tell. */
export const TELLING_BYTES = 256

/** What stands where in the beginning of such a file, in Latin 1. */
const SIGNS: readonly (readonly [NotATable, at: number, sign: string])[] = [
  ['spreadsheet', 0, '\u00d0\u00cf\u0011\u00e0'],
  ['spreadsheet', 0, '{\\rtf'],
  ['spreadsheet', 0, 'SQLite format 3\0'],
  ['pdf', 0, '%PDF-'],
  ['picture', 0, '\u0089PNG'],
  ['picture', 0, '\u00ff\u00d8\u00ff'],
  ['picture', 0, 'GIF8'],
  ['picture', 0, 'II*\0'],
  ['picture', 0, 'MM\0*'],
  ['picture', 8, 'WEBP'],
  ['picture', 4, 'ftyphei'],
  ['picture', 4, 'ftypmif1'],
  ['picture', 4, 'ftypavif'],
  ['program', 0, 'MZ\u0090\0'],
  ['program', 0, '\u007fELF'],
  ['program', 0, '#!/'],
]
/** A zip is a document where its first entry has such a name. */
const DOCUMENT = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|word\/|ppt\/|mimetypeapplication\/vnd\.oasis)/
const ENTRY = { sign: 'PK\u0003\u0004', nameAt: 30 }
const PAGE = /^(\u00ef\u00bb\u00bf)?\s*<(!doctype html|html)/i

/** What a file certainly is that cannot be read as a table, by its first bytes; null: it may be one. */
export function whatElseItIs(start: Uint8Array): NotATable | null {
  const text = Buffer.from(start.subarray(0, TELLING_BYTES)).toString('latin1')
  if (text.startsWith(ENTRY.sign)) return DOCUMENT.test(text.slice(ENTRY.nameAt)) ? 'spreadsheet' : null
  if (PAGE.test(text)) return 'page'
  return SIGNS.find(([, at, sign]) => text.startsWith(sign, at))?.[0] ?? null
}
