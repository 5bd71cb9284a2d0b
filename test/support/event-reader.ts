import type { ProgressEvent, SchoolEvent } from '../../src/contract/index.ts'
import type { Agent } from './agent.ts'

/** A stream of a school's events, as a browser reads it. Has a lifetime: close it. */
export interface EventReader {
  readonly status: number
  readonly headers: Headers
  /** The next event that is no ping; null: the stream has ended. */
  next(): Promise<SchoolEvent | ProgressEvent | null>
  close(): void
}

/** Opens the stream, from the event seen last on. */
export async function readEventStream(agent: Agent, school: string, lastEventId?: number): Promise<EventReader> {
  const controller = new AbortController()
  const resume: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
  const response = await agent.fetch(`/v1/schools/${school}/events`, {
    headers: { accept: 'text/event-stream', ...resume },
    signal: controller.signal,
  })
  const blocks = blocksOf(response)
  return {
    status: response.status,
    headers: response.headers,
    next: async () => {
      for (;;) {
        const { value, done } = await blocks.next()
        if (done === true) return null
        if (/^event: ping$/m.test(value)) continue
        const [, data = ''] = /^data: (.*)$/m.exec(value) ?? []
        return JSON.parse(data) // the tests hold it against the schema
      }
    },
    close: () => controller.abort(),
  }
}

async function* blocksOf(response: Response): AsyncGenerator<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end)
      text = text.slice(end + 2)
    }
  }
}
