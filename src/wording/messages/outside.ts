import type { Text } from '../text.ts'

/** Pages outside of any school: the start, sign-in. */
export const outside = {
  'start.set_up_title': 'Set up Muster',
  'start.set_up_where': 'Open the link that stands in the terminal in which Muster was started. It begins with “Open”.',
  'start.set_up_why': 'The link carries a code that works once, so that nobody else can claim this server.',
  'start.schools_title': 'Your schools',
  'start.no_schools': 'You have no role in any school',
  'start.no_schools_cure': 'Ask the Access Coordinator of your school to invite you.',

  'sign_in.title': 'Sign in',
  'sign_in.email': '{Email} address',
  'sign_in.password': 'Password',
  'sign_in.button': 'Sign in',
  'sign_in.wrong': 'Enter a correct {email} address and password',
  'sign_in.email_missing': 'Enter your {email} address',
  'sign_in.password_missing': 'Enter your password',
  'sign_in.own_title': 'Choose a password of your own',
  'sign_in.own_why': 'The password you typed was given to you for 3 days. Choose one that only you know.',
  'sign_in.own': 'New password',
  'sign_in.own_hint': 'At least {count} characters. Three or four words that do not belong together are good.',
  'sign_in.own_short': 'Use a new password of at least {count} characters',
  'sign_in.code_title': 'Enter your code',
  'sign_in.code': 'Code',
  'sign_in.code_hint': 'The 6 digits that your authenticator app shows now, or one of your recovery codes.',
  'sign_in.code_missing': 'Enter the code',
  'sign_in.code_wrong': 'Enter a code that has not been used: the one that the app shows now',
  'sign_in.back': 'Back',
  'sign_in.then_on': 'Sign in to go on where you were. Everything you decided is saved.',
  'sign_in.cannot': 'I cannot sign in',
  'sign_in.cannot_cure': 'After 5 wrong tries an address is locked for 15 minutes. Then you can try again.',
  'sign_in.forgot': 'I forgot my password',
} as const satisfies Readonly<Record<string, Text>>
