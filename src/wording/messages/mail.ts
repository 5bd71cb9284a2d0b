import type { Text } from '../text.ts'

/**
 * The e-mails that Muster sends: subject, paragraphs in their order, what the link is called, and why the reader gets it.
 * No pupil's name stands in any of them.
 */
export const mail = {
  'mail.greeting': 'Hello,',
  'mail.open_link': 'If the button does not work, copy this address into your browser:',

  'mail.test.subject': 'Muster can send {email}',
  'mail.test.body_1': 'This is the test {email} that you asked for. The mail server took it, so Muster can send.',
  'mail.test.link': 'Open Muster',
  'mail.test.why': 'You get this because somebody who runs Muster sent a test to this address.',

  'mail.password_reset.subject': 'Set a new password for Muster',
  'mail.password_reset.body_1': 'Somebody asked for a new password for the Muster account of this address.',
  'mail.password_reset.body_2': 'The link works once, for 1 hour. It signs you out everywhere else.',
  'mail.password_reset.link': 'Set a new password',
  'mail.password_reset.why': 'Not you? Then do nothing: your password stays as it is.',

  'mail.team_invitation.subject': '{school}: {by} invites you to Muster',
  'mail.team_invitation.body_1': '{by} invites you to work on the roster of {school} in Muster.',
  'mail.team_invitation.body_2': 'Open the link to confirm this address and set a password. It works once, for 7 days.',
  'mail.team_invitation.link': 'Accept the invitation',
  'mail.team_invitation.why': 'You do not know {by}? Then do nothing, or tell {school}.',

  'mail.staff_invitation.subject': 'Your new account at {school}',
  'mail.staff_invitation.body_1': '{by} has made an account for you at {school}.',
  'mail.staff_invitation.body_2': 'Open the link to confirm this address and set a password. It is good for 7 days.',
  'mail.staff_invitation.link': 'Set a password',
  'mail.staff_invitation.why': 'Not you? Then do nothing, and tell the office of {school}.',
} as const satisfies Readonly<Record<string, Text>>
