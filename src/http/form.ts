import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'

/** A form whose first file has begun to arrive. Has a lifetime: what is not read must be let by. */
export interface OpenForm {
  /** Names of fields and their texts, complete once the file has been read to its end. */
  readonly fields: Readonly<Record<string, string>>
  /** The name that the sender's machine gives the file, without folders. */
  readonly fileName: string
  /** The file's bytes; can be read once. Ends early, with `isCut`, at the largest size there may be. */
  readonly bytes: AsyncIterable<Uint8Array>
  readonly isCut: () => boolean
  /** Lets the rest of the request pass unread, so that the answer can be taken and the connection used again. */
  discard(): void
}

const MEGABYTE = 1024 * 1024
/** What a form is larger than its file by, at the most. */
const FORM_BYTES_MAX = MEGABYTE

/** The answer to a file that is larger than it may be. */
export function fileTooLarge(bytesMax: number): Problem {
  return problem('file.too_large', { params: { mibMax: Math.max(1, Math.floor(bytesMax / MEGABYTE)) } })
}

/** Reads a form up to its file. A request that is no form, or has no file, is refused. */
export async function openForm(request: FastifyRequest, fileBytesMax: number): Promise<Result<OpenForm, Problem>> {
  if (!request.isMultipart())
    return fail(problem('request.wrong_type', { params: { expected: 'a form with a file (multipart/form-data)' } }))
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > fileBytesMax + FORM_BYTES_MAX) return fail(fileTooLarge(fileBytesMax))
  const limits = { files: 1, fields: 10, fieldSize: 1000, fieldNameSize: 100, fileSize: fileBytesMax }
  const parts = request.parts({ limits, throwFileSizeLimit: false } as Parameters<FastifyRequest['parts']>[0])
  const fields: Record<string, string> = {}
  const file = await upToFile(parts, fields)
  if (file === null) return fail(problem('request.fields_wrong', { params: { names: 'file' } }))
  const letBy = (): void => {
    file.file.resume()
    void upToFile(parts, fields).catch(() => {}) // the sender has gone: nothing to let by
  }
  return ok({
    fields,
    fileName: baseName(file.filename),
    bytes: bytesOf(file, parts, fields),
    isCut: () => file.file.truncated,
    discard: letBy,
  })
}

/** The next file, having read the fields before it; null: the form ends. */
async function upToFile(parts: AsyncIterableIterator<Multipart>, fields: Record<string, string>): Promise<MultipartFile | null> {
  for (;;) {
    const { value, done } = await parts.next()
    if (done === true) return null
    const part: Multipart = value
    if (part.type === 'file') return part
    if (typeof part.value === 'string' && part.fieldname !== '__proto__') fields[part.fieldname] = part.value
  }
}

async function* bytesOf(
  { file }: MultipartFile,
  parts: AsyncIterableIterator<Multipart>,
  fields: Record<string, string>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.iterator({ destroyOnReturn: false })) yield chunk
  await upToFile(parts, fields)
}

/** Some programs send the whole path. */
function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? ''
}
