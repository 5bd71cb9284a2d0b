import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Database, inSchool } from '../db/index.ts'
import { type EventHub, lastEvent, type News, readEvents } from '../events/index.ts'
import type { SchoolScope } from '../permission/index.ts'

/** Something is said at least this often, so that nobody on the way takes the stream for dead. */
const PING_MILLISECONDS = 15_000
/** Who takes nothing while this much waits is not there any more. */
const WAITING_BYTES_MAX = 1024 * 1024

/** What following a school's events takes. */
export interface StreamOptions {
  readonly database: Database
  readonly hub: EventHub
  readonly scope: SchoolScope
  /** Asked before anything is told, and again and again: a session ends, a role is taken away. */
  isStillAllowed(): Promise<boolean>
}

/** Whether a request wants events as they come. */
export function wantsStream({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/event-stream')
}

/** The event that the caller saw last, by the header that browsers send when they come back, or by the query. Null: none. */
export function lastSeen({ headers }: FastifyRequest, after: number | undefined): number | null {
  const header = headers['last-event-id']
  const id = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : after
  return id ?? null
}

/** Answers with a stream of events, from the one seen last on. Resolves when the stream has ended, whoever ended it. */
export async function streamEvents(reply: FastifyReply, seen: number | null, options: StreamOptions): Promise<void> {
  const { database, hub, scope, isStillAllowed } = options
  let last = seen ?? (await inSchool(database, scope, lastEvent))
  const response = begin(reply)
  const sendNew = oneAtATime(async () => {
    for (;;) {
      const read = await inSchool(database, scope, (tx) => readEvents(tx, last))
      // asked after reading: what happened after somebody lost the right is never told
      if (!(await isStillAllowed())) return void response.end()
      for (const event of read.events) send(response, { id: event.id, data: event })
      last = read.last
      if (read.events.length === 0) return
    }
  })
  const fail = (): void => void response.destroy()
  const hear = (news: News): void => {
    if (news.kind === 'end') response.end()
    else if (news.kind === 'unkept') send(response, { data: news.event })
    else sendNew().catch(fail) // the browser comes back and goes on from where it was
  }
  const ping = async (): Promise<void> => {
    if (!(await isStillAllowed())) return void response.end()
    send(response, { id: last, event: 'ping', data: { last } })
  }
  const unfollow = hub.follow(scope, hear)
  const timer = setInterval(() => void ping().catch(fail), PING_MILLISECONDS)
  const ended = new Promise<void>((resolve) => (response.closed ? resolve() : response.once('close', resolve)))
  send(response, { id: last, event: 'ping', data: { last } })
  await sendNew().catch(fail) // what happened between reading and following
  await ended
  clearInterval(timer)
  unfollow()
}

function begin(reply: FastifyReply): ServerResponse {
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
  const kept = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return reply.raw.writeHead(200, { ...kept, connection: 'close' })
}

interface Sent {
  readonly id?: number
  readonly event?: string
  readonly data: object
}

function send(response: ServerResponse, { id, event, data }: Sent): void {
  if (response.writableEnded || response.destroyed) return
  if (response.writableLength > WAITING_BYTES_MAX) return void response.destroy()
  const lines = [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    `data: ${JSON.stringify(data)}`,
  ]
  response.write(`${lines.join('\n')}\n\n`)
}

/** Runs `work` once more after the run that is under way, however often it is asked for meanwhile. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let isWanted = false
  const run = async (): Promise<void> => {
    do {
      isWanted = false
      await work()
    } while (isWanted)
  }
  return () => {
    isWanted = true
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
}
