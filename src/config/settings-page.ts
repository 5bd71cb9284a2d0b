import { noteOf, SETTING_NAMES, type SettingName, settingsSchema } from './settings-schema.ts'

/** The reference page of all settings, in Markdown: docs/hosting/settings.md. */
export function settingsPage(): string {
  const rows = SETTING_NAMES.map((name) => `| ${nameCell(name)} | ${noteOf(name).description} | ${defaultCell(name)} |`)
  return `# Settings

Muster reads its settings from the environment. None is required: without any, it keeps everything in \`./data\` and serves
<http://localhost:8080>. An empty value counts as not set. This page is made from the code (\`npx vitest run src/config -u\`).

| name | what it does | default |
|---|---|---|
${rows.join('\n')}

The mail server is set as a whole or not at all: SMTP_HOST needs MAIL_FROM, and SMTP_USER needs SMTP_PASSWORD. \`muster mail --to
ADDRESS\` sends a test e-mail and says what the mail server answered.

A secret may also be given by a file, as containers do: \`DATABASE_URL_FILE\`, \`SMTP_PASSWORD_FILE\` and
\`MUSTER_KEY_FILE\` name the files.
`
}

function nameCell(name: SettingName): string {
  return noteOf(name).isSecret ? `\`${name}\` or \`${name}_FILE\`` : `\`${name}\``
}

function defaultCell(name: SettingName): string {
  const read = settingsSchema.shape[name].safeParse(undefined)
  return read.success && read.data !== undefined ? `\`${String(read.data)}\`` : ''
}
