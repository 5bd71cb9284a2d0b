import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Interruption } from '../../../kit/interruption.tsx'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { Toast } from '../../../kit/toast.tsx'
import { useSay } from '../../../words.tsx'

export function KitDialogs() {
  const say = useSay()
  const [open, setOpen] = useState<'dialog' | 'interruption' | 'toast' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <>
      <div className="buttons">
        <Button kind="secondary" onClick={() => setOpen('dialog')}>
          {say('kit_page.dialog')}
        </Button>
        <Button kind="secondary" onClick={() => setOpen('interruption')}>
          {say('kit_page.interruption')}
        </Button>
        <Button kind="secondary" onClick={() => setOpen('toast')}>
          {say('kit_page.toast')}
        </Button>
      </div>
      {open === 'dialog' && (
        <Dialog title={say('kit_page.dialog_title')} onClose={close}>
          <p>{say('kit_page.dialog_text')}</p>
          <div className="buttons">
            <Button data-first-focus onClick={close}>
              {say('common.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
      {open === 'interruption' && (
        <Interruption
          title={say('kit_page.interruption_title')}
          effects={[say('kit_page.interruption_effect')]}
          act={say('kit_page.interruption_do')}
          keep={say('kit_page.interruption_keep')}
          typed={161}
          onAct={close}
          onKeep={close}
        />
      )}
      {open === 'toast' && <Toast text={say('kit_page.toast_text')} onClose={close} />}
      <LiveRegion text={open === 'toast' ? say('kit_page.toast_text') : ''} />
    </>
  )
}
