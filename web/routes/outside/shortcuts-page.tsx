import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { SummaryList } from '../../kit/summary-list.tsx'
import { useSay } from '../../words.tsx'

const KEYS = [
  ['↑ ↓ J K', 'shortcuts.rows'],
  ['Enter', 'shortcuts.details'],
  ['Space', 'shortcuts.tick'],
  ['Shift + ↑ ↓', 'shortcuts.range'],
  ['Y', 'shortcuts.same'],
  ['N', 'shortcuts.different'],
  ['M', 'shortcuts.match'],
  ['I', 'shortcuts.import'],
  ['E', 'shortcuts.email'],
  ['/', 'shortcuts.search'],
  ['Ctrl + Z', 'shortcuts.undo'],
  ['Esc', 'shortcuts.close'],
  ['?', 'shortcuts.help'],
] as const

/** Every key that does something in the table of people. */
export function ShortcutsPage() {
  const say = useSay()
  const rows = KEYS.map(([keys, words]) => ({ key: keys, name: say(words), value: <kbd>{keys}</kbd> }))
  return (
    <Frame isWide>
      <Page title={say('shortcuts.title')} lead={say('shortcuts.lead')}>
        <SummaryList rows={rows} />
      </Page>
    </Frame>
  )
}
