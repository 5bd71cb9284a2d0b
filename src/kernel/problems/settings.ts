import type { Definition } from './definition.ts'

/** Problems of the settings and of the process that reads them. Sorted by code. */
export const settingsProblems = {
  'settings.file_unreadable': {
    status: 500,
    recovery: 'stop-run',
    title: 'The file that holds a setting cannot be read',
    cure: '{name} names {path}, which cannot be read ({detail}). Correct the path, or let the account that runs Muster read the file.',
  },
  'settings.invalid': {
    status: 500,
    recovery: 'stop-run',
    title: 'A setting cannot be used',
    cure: '{name} must be {expected}. Change it, then start again.',
  },
  'settings.key_damaged': {
    status: 500,
    recovery: 'stop-run',
    title: 'The encryption key is damaged',
    cure: '{path} does not hold 32 bytes in base64. Put the file back from a backup: without it, stored credentials cannot be read.',
  },
  'settings.key_lost': {
    status: 500,
    recovery: 'stop-run',
    title: 'The encryption key is gone',
    cure: 'There is a database in the data folder, but {path} is missing. Put the file back from a backup, or give the key as MUSTER_KEY.',
  },
  'settings.key_missing': {
    status: 500,
    recovery: 'stop-run',
    title: 'DATABASE_URL needs an encryption key',
    cure: 'Set MUSTER_KEY to what `openssl rand -base64 32` prints, or MUSTER_KEY_FILE to a file that holds it, and keep it safe.',
  },
  'settings.mail_incomplete': {
    status: 500,
    recovery: 'stop-run',
    title: 'The mail server is only half set',
    cure: 'Set {name} too, or take all settings of the mail server away (SMTP_… and MAIL_FROM). Without them {emails} wait.',
  },
  'settings.port_in_use': {
    status: 500,
    recovery: 'stop-run',
    title: 'The port is in use',
    cure: 'Another program, perhaps another Muster, listens on {address}. Stop it, or choose another port: PORT={free} npm start',
  },
  'settings.port_refused': {
    status: 500,
    recovery: 'stop-run',
    title: 'The address cannot be used',
    cure: 'Muster may not listen on {address} ({detail}). Choose another PORT (1024 or higher) or HOST.',
  },
  'settings.twice': {
    status: 500,
    recovery: 'stop-run',
    title: 'A setting is given twice',
    cure: 'Set {name} or {name}_FILE, not both.',
  },
} as const satisfies Record<string, Definition>
