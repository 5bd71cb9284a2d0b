import type { Text } from '../text.ts'

/** Pages outside of any school: the start, sign-in, the keys. */
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
  'sign_in.then_on': 'Sign in to go on where you were. Everything you decided is saved.',
  'sign_in.cannot': 'I cannot sign in',
  'sign_in.cannot_cure':
    'After 5 wrong tries an address is locked for 15 minutes. Then you can try again. If you forgot your password, ask who runs Muster for you.',

  'role.access_coordinator': 'Access Coordinator',
  'role.deputy': 'Deputy coordinator',
  'role.viewer': 'Viewer',
  'role.teacher_admin': 'Teacher administrator',
  'role.teacher': 'Teacher',
  'role.group_admin': 'Group administrator',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.lead': 'Letters work while you are inside the table of {pupils} or {teachers}. Everything works with Tab and Enter as well.',
  'shortcuts.rows': 'Previous and next row',
  'shortcuts.details': 'Open or close the details',
  'shortcuts.tick': 'Tick the row',
  'shortcuts.range': 'Tick several rows',
  'shortcuts.same': 'Same person: keep matched',
  'shortcuts.different': 'Different people: unmatch',
  'shortcuts.match': 'Match with somebody else',
  'shortcuts.import': 'Import, or not',
  'shortcuts.email': 'Sync the {email} address, or not',
  'shortcuts.search': 'Search',
  'shortcuts.undo': 'Undo the last decision',
  'shortcuts.close': 'Close details or a dialog',
  'shortcuts.help': 'Show these keys',
} as const satisfies Readonly<Record<string, Text>>
