import { z } from 'zod'
import { instant, pageOf, pageQuery, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

export const messageHeld = z.object({
  id: uuid,
  /** `staff_invitation`, `pupil_email_verification` or `team_invitation`. */
  kind: z.string(),
  to: z.string(),
  name: z.string(),
  run: uuid.nullable(),
  createdAt: instant,
  state: z.enum(['held', 'queued', 'sending', 'sent', 'bounced', 'failed', 'dropped']),
  /** Why it waits, such as `no_mail_server` (D32), or why it was not delivered; null: it goes its way. */
  why: z.string().nullable(),
  /** Of one that waits to be sent: not before this time. */
  notBefore: instant.nullable(),
  endedAt: instant.nullable(),
  /** What the mail server answered last, such as 550. */
  replyCode: z.number().int().nullable(),
})
export type HeldMessage = z.infer<typeof messageHeld>

export const messageRoutes = {
  'messages.list': {
    summary: 'E-mails that wait, were sent, or were not delivered (D32)',
    access: 'message.read',
    query: z.object({
      ...pageQuery,
      show: z.enum(['all', 'waiting', 'sent', 'undelivered', 'dropped']).default('all'),
      q: z.string().max(100).default(''),
    }),
    answer: pageOf(messageHeld).extend({ sendsMail: z.boolean() }),
  },
  'messages.preview': {
    summary: 'An e-mail as it is sent, with the secret part of its link hidden',
    access: 'message.read',
    answer: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
  'messages.release': {
    summary: 'Lets waiting e-mails be sent, at once or not before a time',
    access: 'message.send',
    body: z.object({ messages: z.array(uuid).min(1).max(1000), notBefore: instant.optional() }),
    answer: z.object({ released: z.number().int() }),
    idempotencyKey: 'required',
  },
  'messages.hold': {
    summary: 'Holds back e-mails that were to be sent',
    access: 'message.send',
    body: z.object({ messages: z.array(uuid).min(1).max(1000) }),
    answer: z.object({ held: z.number().int() }),
    idempotencyKey: 'required',
  },
  'messages.sendAgain': {
    summary: 'Sends an e-mail once more that was sent, or was not delivered',
    access: 'message.send',
    idempotencyKey: 'required',
  },
  'messages.drop': {
    summary: 'Drops waiting e-mails: they are never sent',
    access: 'message.drop',
    body: z.object({ messages: z.array(uuid).min(1).max(1000) }),
    answer: z.object({ dropped: z.number().int() }),
    idempotencyKey: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
