import { Frame } from '../../kit/frame.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words.tsx'
import { KeyList } from '../key-list.tsx'

/** Every key that does something in the table of people. */
export function ShortcutsPage() {
  const say = useSay()
  return (
    <Frame isWide>
      <Page title={say('shortcuts.title')} lead={say('shortcuts.lead')}>
        <KeyList />
      </Page>
    </Frame>
  )
}
