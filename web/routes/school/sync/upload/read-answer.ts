import type { ApiProblem, UploadAnswer } from '../../../../../src/contract/index.ts'

/** What came back for a file: what was read of it, or the reason why nothing was. A proxy's page, or nothing, is a reason too. */
export function readAnswer(status: number, text: string): UploadAnswer | ApiProblem {
  const body = parsed(text)
  if (typeof body === 'object' && body !== null) {
    // the server's tests hold every answer against its schema
    if (status >= 200 && status < 300 && 'outcome' in body) return body as UploadAnswer
    // our own server's problems always have a code
    if ('code' in body) return body as ApiProblem
  }
  return { type: 'about:blank', status, code: 'http.unexpected', title: '', cure: '' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
