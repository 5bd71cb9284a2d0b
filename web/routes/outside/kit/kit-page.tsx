import { Frame } from '../../../kit/frame.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { KitActs } from './kit-acts.tsx'
import { KitDialogs } from './kit-dialogs.tsx'
import { KitForms } from './kit-forms.tsx'
import { KitLists } from './kit-lists.tsx'
import { KitStates } from './kit-states.tsx'

/** Every part that pages are made of, once. No data of any school. */
export function KitPage() {
  const say = useSay()
  return (
    <Frame isWide>
      <Page title={say('kit_page.title')} lead={say('kit_page.lead')}>
        <h2>{say('kit_page.acts')}</h2>
        <KitActs />
        <h2>{say('kit_page.forms')}</h2>
        <KitForms />
        <h2>{say('kit_page.lists')}</h2>
        <KitLists />
        <h2>{say('kit_page.states')}</h2>
        <KitStates />
        <h2>{say('kit_page.dialogs')}</h2>
        <KitDialogs />
      </Page>
    </Frame>
  )
}
