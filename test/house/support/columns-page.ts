import { FIELDS } from '../../../src/roster/index.ts'

/** docs/using/columns.md: every field with the headers that mean it, made from src/roster/fields.ts. */
export function columnsPage(): string {
  const rows = FIELDS.map(({ name, label, format, example, oneRoster, synonyms, staffSynonyms = [] }) => {
    const inMap = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const labels = [...new Set([label['en-GB'], label['en-US']])].join(' / ')
    const staff = staffSynonyms.length === 0 ? '' : `; in a file of staff also: ${staffSynonyms.join(', ')}`
    return `| \`${inMap}\` | ${labels} | ${format} | ${example} | ${oneRoster === null ? '' : `\`${oneRoster}\``} | ${synonyms.join(', ')}${staff} |`
  })
  return `# Columns that are recognised

For CSV and TSV files that are neither OneRoster nor School Data Sync. Capitals, spaces, punctuation and accents in a header do
not matter: \`Date of birth\`, \`DATE_OF_BIRTH\` and \`dateOfBirth\` are the same. Where a column could mean two fields, the field
that comes first in this table gets it, unless one of its better headers stands beside: with a column \`Legal Forename\`, a column
\`Forename\` is the name by which somebody is known. The first name in a list is the best one.

The name in the first column is the one for \`--map\`. This page is made from the code (\`npx vitest run test/house/pages -u\`).

| in \`--map\` | on screen | format | example | OneRoster | headers |
|---|---|---|---|---|---|
${rows.join('\n')}

Columns whose header speaks of a password, passcode, PIN or secret are never read, whatever a map says.
`
}
