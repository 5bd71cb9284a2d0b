import pg from 'pg'
import { type DatabaseServer, LOGIN, roleLogin } from './server.ts'

/** How long to wait before the next try to listen, after the connection was lost. */
const AGAIN_MILLISECONDS = 1_000

/** Which channels to listen on, and who hears what is said there. */
export interface ListenOptions {
  /** Names as they stand in `pg_notify`: small letters only. */
  readonly channels: readonly string[]
  readonly applicationName: string
  hear(channel: string, payload: string): void
  /** Called each time listening has begun: what was said before went by unheard. */
  onListening(): void
}

/** A connection that only listens. Has a lifetime: close it. */
export interface Listener {
  close(): Promise<void>
}

/** Listens on a connection of its own, for as long as it takes: where that is lost, it connects again. */
export function listen(server: DatabaseServer, { channels, applicationName, hear, onListening }: ListenOptions): Listener {
  let current: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const again = (): void => {
    current = null
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void connect(), AGAIN_MILLISECONDS).unref()
  }
  const connect = async (): Promise<void> => {
    const login = roleLogin(LOGIN, server)
    const client = new pg.Client({
      ...server.address,
      ...login,
      application_name: applicationName,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    current = client
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''))
    try {
      await client.connect()
      client.once('end', again)
      for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      onListening()
    } catch {
      await client.end().catch(() => {})
      again()
    }
  }
  const connecting = connect()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await connecting
      await current?.end().catch(() => {})
    },
  }
}
