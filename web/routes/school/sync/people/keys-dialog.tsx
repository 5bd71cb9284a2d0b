import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { KeyList } from '../../../key-list.tsx'

const STORED = 'muster.letters-off'

/** Whether the letters of the review table work, as this browser was told. */
export function areLettersOn(): boolean {
  return localStorage.getItem(STORED) !== 'yes'
}

/** All keys of the review table, and the switch for its letters (WCAG 2.1.4). */
export function KeysDialog({ areOn, onSwitch, onClose }: { readonly areOn: boolean; onSwitch(areOn: boolean): void; onClose(): void }) {
  const say = useSay()
  return (
    <Dialog title={say('shortcuts.title')} onClose={onClose}>
      <p>{say('shortcuts.lead')}</p>
      <KeyList />
      <label className="tick-line">
        <input
          type="checkbox"
          checked={!areOn}
          onChange={(event) => {
            localStorage.setItem(STORED, event.target.checked ? 'yes' : 'no')
            onSwitch(!event.target.checked)
          }}
        />
        {say('shortcuts.off')}
      </label>
      <div className="buttons">
        <Button onClick={onClose}>{say('common.close')}</Button>
      </div>
    </Dialog>
  )
}
