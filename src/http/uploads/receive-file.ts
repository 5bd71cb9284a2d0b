import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { type NotATable, TELLING_BYTES, whatElseItIs } from '../../tables/index.ts'
import { fileTooLarge } from '../form.ts'
import type { IncomingForm } from '../handler.ts'
import { makeUploadFolder } from './upload-folder.ts'

/** A file as it arrived. Holds people: remove it as soon as it has been read. */
export interface ReceivedFile {
  readonly path: string
  remove(): Promise<void>
}

const WORDS: Readonly<Record<Exclude<NotATable, 'spreadsheet'>, string>> = {
  pdf: 'a PDF',
  picture: 'a picture',
  page: 'a web page, perhaps that of a sign-in that had run out',
  program: 'a program',
}

/**
 * Writes the file of a form into a folder that only this process's account may read. What is certainly no roster is refused by
 * its first bytes, before the rest has come; what is too large, where it is.
 */
export async function receiveFile(form: IncomingForm, bytesMax: number): Promise<Result<ReceivedFile, Problem>> {
  const folder = await makeUploadFolder(tmpdir())
  const received = { path: path.join(folder, safeName(form.fileName)), remove: () => rm(folder, { recursive: true, force: true }) }
  try {
    const refusal = await write(form, received.path)
    const isTooLarge = refusal === null && form.isCut()
    if (refusal === null && !isTooLarge) return ok(received)
    await received.remove()
    return fail(refusal ?? fileTooLarge(bytesMax))
  } catch (error) {
    await received.remove()
    throw error
  }
}

/** Null: the file is there. */
async function write({ bytes, fileName: file }: IncomingForm, to: string): Promise<Problem | null> {
  const handle = await open(to, 'wx', 0o600)
  try {
    let start = Buffer.alloc(0)
    let size = 0
    for await (const chunk of bytes) {
      if (start.length < TELLING_BYTES) {
        start = Buffer.concat([start, chunk.subarray(0, TELLING_BYTES)])
        const refusal = refusalOf(whatElseItIs(start), file)
        if (refusal !== null) return refusal
      }
      await handle.writeFile(chunk)
      size += chunk.length
    }
    return size === 0 ? problem('file.empty', { file }) : null
  } finally {
    await handle.close()
  }
}

function refusalOf(what: NotATable | null, file: string): Problem | null {
  if (what === null) return null
  return what === 'spreadsheet'
    ? problem('file.is_spreadsheet', { file })
    : problem('file.not_a_roster', { file, params: { what: WORDS[what] } })
}

/** A name that people recognise, as a file of this machine may have it. */
function safeName(name: string): string {
  const kept = name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').slice(-100)
  return /^\.*$/.test(kept) ? 'roster' : kept
}
