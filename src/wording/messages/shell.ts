import type { Text } from '../text.ts'

/** What stands around every page. */
export const shell = {
  'shell.tagline': 'Roster sync',
  'shell.main_nav': 'Main',
  'shell.menu': 'Menu',
  'shell.home': 'Home',
  'shell.sync': 'Sync',
  'shell.people': 'People',
  'shell.classes': 'Classes',
  'shell.history': 'History',
  'shell.settings': 'Settings',
  'shell.made_up': 'Made-up data. Nobody here is real, and no {email} is ever sent.',
  'shell.your_schools': 'Your schools',
  'shell.shortcuts': 'Keyboard shortcuts',
  'shell.api': 'For developers',
  'shell.sign_out': 'Sign out',
  'shell.idle_title': 'You will be signed out in 2 minutes',
  'shell.idle_text': 'Nothing has happened here for a while. Everything you decided is saved.',
  'shell.stay': 'Stay signed in',
} as const satisfies Readonly<Record<string, Text>>
