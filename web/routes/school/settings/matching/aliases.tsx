import type { Learning } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { useSay } from '../../../../words.tsx'

type Alias = Learning['aliases'][number]

/** The names that count as those of one person in this school; nothing where there are none. */
export function Aliases({ aliases }: { readonly aliases: readonly Alias[] }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (aliases.length === 0) return null
  const columns: Column<Alias>[] = [
    { key: 'names', heading: say('learning.alias.names'), cell: ({ left, right }) => say('learning.alias.pair', { left, right }) },
    { key: 'box', heading: say('learning.alias.box'), cell: (it) => say(`learning.alias.${it.box}`) },
    {
      key: 'from',
      heading: say('learning.alias.from'),
      cell: ({ version }) => (version === null ? say('learning.alias.by_hand') : say('learning.alias.by_version', { version })),
    },
    { key: 'since', heading: say('learning.alias.since'), cell: (it) => say.instant(it.at, timeZone) },
  ]
  return (
    <section aria-labelledby="aliases">
      <h3 id="aliases">{say('learning.aliases')}</h3>
      <p>{say('learning.aliases_lead')}</p>
      <ListTable
        caption={say('learning.aliases')}
        columns={columns}
        rows={aliases}
        keyOf={(it) => `${it.kind}-${it.box}-${it.left}-${it.right}`}
      />
    </section>
  )
}
