import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { type NotATable, TELLING_BYTES, whatElseItIs } from '../../tables/index.ts'
import { fileTooLarge, type OpenForm } from '../form.ts'
import type { ReceivedForm } from '../handler.ts'
import { makeUploadFolder } from './upload-folder.ts'

/** A form whose file has arrived. Holds people: remove it as soon as it has been read. */
export interface ReceivedFile extends ReceivedForm {
  /** What tells it from every other form: its fields, and the file's name and SHA-256. */
  readonly told: { readonly fields: Readonly<Record<string, string>>; readonly file: string; readonly sha256: string }
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
export async function receiveFile(form: OpenForm, bytesMax: number): Promise<Result<ReceivedFile, Problem>> {
  const folder = await makeUploadFolder(tmpdir())
  const to = path.join(folder, safeName(form.fileName))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const written = await write(form, to)
    if (written.ok && !form.isCut()) {
      const { fields, fileName: file } = form
      return ok({ path: to, fields, told: { fields, file, sha256: written.value }, remove })
    }
    await remove()
    return written.ok ? fail(fileTooLarge(bytesMax)) : written
  } catch (error) {
    await remove()
    throw error
  }
}

/** The SHA-256 of the file, once it is there. */
async function write({ bytes, fileName: file }: OpenForm, to: string): Promise<Result<string, Problem>> {
  const digest = createHash('sha256')
  const handle = await open(to, 'wx', 0o600)
  try {
    let start = Buffer.alloc(0)
    let size = 0
    for await (const chunk of bytes) {
      if (start.length < TELLING_BYTES) {
        start = Buffer.concat([start, chunk.subarray(0, TELLING_BYTES)])
        const refusal = refusalOf(whatElseItIs(start), file)
        if (refusal !== null) return fail(refusal)
      }
      await handle.writeFile(chunk)
      digest.update(chunk)
      size += chunk.length
    }
    return size === 0 ? fail(problem('file.empty', { file })) : ok(digest.digest('hex'))
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
