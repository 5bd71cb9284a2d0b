import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'

const STORED = 'muster.letters-off'

/** Whether the letters of the review table work, as this browser was told. */
export function areLettersOn(): boolean {
  return localStorage.getItem(STORED) !== 'yes'
}

/** All keys of the review table, and the switch for its letters (WCAG 2.1.4). */
export function KeysDialog({ areOn, onSwitch, onClose }: { readonly areOn: boolean; onSwitch(areOn: boolean): void; onClose(): void }) {
  const say = useSay()
  const keys = [
    [say('review.keys.move_keys'), say('review.keys.move')],
    [say('review.keys.far_keys'), say('review.keys.far')],
    [say('review.keys.key_enter'), say('review.keys.details')],
    [say('review.keys.key_space'), say('review.keys.tick')],
    [say('review.keys.range_keys'), say('review.keys.range')],
    [say('review.keys.key_all'), say('review.keys.tick_all')],
    ['Y', say('review.keys.same')],
    ['N', say('review.keys.different')],
    ['M', say('review.keys.match')],
    ['I', say('review.keys.import')],
    ['E', say('review.keys.email')],
    ['L', say('review.keys.leave_out')],
    ['/', say('review.keys.search')],
    [say('review.keys.key_undo'), say('review.keys.undo')],
    [say('review.keys.key_esc'), say('review.keys.close')],
    ['?', say('review.keys.help')],
  ] as const
  return (
    <Dialog title={say('review.keys.title')} onClose={onClose}>
      <p>{say('review.keys.note')}</p>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="tick-line">
        <input
          type="checkbox"
          checked={!areOn}
          onChange={(event) => {
            localStorage.setItem(STORED, event.target.checked ? 'yes' : 'no')
            onSwitch(!event.target.checked)
          }}
        />
        {say('review.keys.off')}
      </label>
      <div className="buttons">
        <Button onClick={onClose}>{say('common.close')}</Button>
      </div>
    </Dialog>
  )
}
