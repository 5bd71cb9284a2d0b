import { ApiError, addressOf, type Session, type UploadAnswer } from '../../../../../src/contract/index.ts'
import { queryClient, sessionQuery } from '../../../../api/client.ts'
import { noteCall } from '../../../../api/last-call.ts'
import { newKey } from '../../../../api/new-key.ts'
import { readAnswer } from './read-answer.ts'

/** Whether absence from a file counts as leaving: as its format says, or as the person says (D24). */
export type Declared = 'as_read' | 'partial' | 'full'

/** A file on its way. */
export interface Sending {
  readonly answer: Promise<UploadAnswer>
  stop(): void
}

/** What goes with a file. */
export interface SendOptions {
  readonly school: string
  readonly file: File
  readonly purpose: 'sync' | 'rehearsal'
  readonly declared: Declared
  /** Which of the schools that the file names this one is. */
  readonly sourceSchool: string | null
  /** The share that has arrived, from 0 to 1. */
  onProgress(share: number): void
}

/**
 * Sends a file. By XMLHttpRequest, because `fetch` does not tell how much has arrived. Rejects with an `ApiError` where the API
 * says why not, otherwise because the connection broke or the person stopped it.
 */
export function sendFile({ school, purpose, file, declared, sourceSchool, onProgress }: SendOptions): Sending {
  const request = new XMLHttpRequest()
  const form = new FormData()
  // fields first: the server reads them before the file
  form.append('purpose', purpose)
  form.append('declared', declared)
  if (sourceSchool !== null) form.append('sourceSchool', sourceSchool)
  form.append('file', file)
  const answer = new Promise<UploadAnswer>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total))
    request.addEventListener('error', () => reject(new TypeError('connection lost')))
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
    request.addEventListener('load', () => {
      noteCall(Date.now())
      const read = readAnswer(request.status, request.responseText)
      if ('outcome' in read) resolve(read)
      else reject(new ApiError(read))
    })
  })
  request.open('POST', addressOf('uploads.add', { params: { school } }))
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('idempotency-key', newKey())
  const token = queryClient.getQueryData<Session>(sessionQuery.queryKey)?.csrfToken
  if (token != null) request.setRequestHeader('x-csrf-token', token)
  request.send(form)
  return { answer, stop: () => request.abort() }
}
