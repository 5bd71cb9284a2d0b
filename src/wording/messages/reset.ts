import type { Text } from '../text.ts'

/** A new password by a link that comes by e-mail. */
export const reset = {
  'reset.title': 'Set a new password',
  'reset.lead': 'Enter your {email} address. We send you a link to set a new password.',
  'reset.send': 'Send the link',
  'reset.sent': 'Look into your mailbox',
  'reset.sent_body': 'If {address} has an account, a link is on its way. It works once, for 1 hour.',
  'reset.sent_nothing': 'Nothing there after 5 minutes? Look into the spam folder, then ask again.',
  'reset.effect': 'You are signed out everywhere else.',
  'reset.new': 'New password',
  'reset.save': 'Set the new password',
  'reset.done': 'The new password is set',
  'reset.done_body': 'All other places were signed out.',
} as const satisfies Readonly<Record<string, Text>>
