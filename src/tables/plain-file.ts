import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { ExpansionMeter } from './expansion.ts'
import { ReadFailure } from './read-failure.ts'
import { tableName } from './source-layout.ts'
import type { SourceFile } from './table.ts'

/** Measured: above this, reading is no faster and memory grows. */
const CHUNK_BYTES = 256 * 1024

/** What a file is by its first bytes, not by its name. */
export async function kindOf(path: string): Promise<'zip' | 'gzip' | 'other'> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    if (start === 'PK\u0003\u0004' || start === 'PK\u0005\u0006') return 'zip'
    return start.startsWith('\u001f\u008b') ? 'gzip' : 'other'
  } finally {
    await handle.close()
  }
}

/** A file of the disk; expanded on the way where it is gzip. */
export async function plainFile(path: string, meter: ExpansionMeter): Promise<SourceFile> {
  const { size } = await stat(path)
  if ((await kindOf(path)) !== 'gzip') return { name: basename(path), size, open: () => chunksOf(path) }
  const packed = () => createReadStream(path, { highWaterMark: CHUNK_BYTES })
  return { name: tableName(path), size: null, open: () => meter.measured(path, size, gunzip(packed())) }
}

/** Reads into the same two pieces of memory in turn, one while the other is worked on: a million rows leave nothing behind. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r')
  let [busy, free] = [Buffer.allocUnsafeSlow(CHUNK_BYTES), Buffer.allocUnsafeSlow(CHUNK_BYTES)]
  let reading = handle.read(busy, 0, CHUNK_BYTES, null)
  try {
    for (;;) {
      const { bytesRead } = await reading
      if (bytesRead === 0) return
      const chunk = busy.subarray(0, bytesRead)
      ;[busy, free] = [free, busy]
      reading = handle.read(busy, 0, CHUNK_BYTES, null)
      yield chunk
    }
  } finally {
    await reading.catch(() => {})
    await handle.close()
  }
}

/** Expands gzip; what is damaged or cut short ends in a `ReadFailure`. */
export async function* gunzip(packed: Readable): AsyncGenerator<Uint8Array> {
  const expander = createGunzip({ chunkSize: CHUNK_BYTES })
  packed.on('error', (error) => expander.destroy(error))
  try {
    yield* packed.pipe(expander)
  } catch (error) {
    throw isOfTheDisk(error) ? error : new ReadFailure('file.archive_broken', { cause: error })
  } finally {
    packed.destroy()
  }
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
