import type { Text } from '../text.ts'

/** What may be closed while a file is on its way, and when (S-151); and what is read before it (S-150). */
export const uploadSending = {
  'sync.sending.keep_open': 'Keep this page open until the file has been sent.',
  'sync.sending.may_close': 'The file has been sent. You may close this page: reading goes on, and Home says when it is done.',
  'sync.queue.before': { one: '1 upload before yours.', other: '{count} uploads before yours.' },
  'sync.queue.next': 'Yours is next.',
} as const satisfies Readonly<Record<string, Text>>
