import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { Effect, type LearnedVersion } from './versions.tsx'

/** Asks before a version is taken into use, or given up; says what either changes. */
export function VersionDialog({ version: it, onKeep, onDo }: { readonly version: LearnedVersion; onKeep(): void; onDo(): void }) {
  const say = useSay()
  const isInUse = it.state === 'adopted'
  const { version, replaces } = it
  return (
    <Dialog title={say(isInUse ? 'learning.back_title' : 'learning.adopt_title', { version })} onClose={onKeep}>
      {isInUse ? (
        <p>{replaces === null ? say('learning.back_to_shipped') : say('learning.back_to', { version: replaces })}</p>
      ) : (
        <>
          <p>
            <Effect version={it} />
          </p>
          <p>{say('learning.adopt_body')}</p>
        </>
      )}
      <div className="buttons">
        <Button data-first-focus onClick={onKeep}>
          {say(isInUse ? 'learning.back_keep' : 'learning.adopt_keep')}
        </Button>
        <Button kind="secondary" onClick={onDo}>
          {say(isInUse ? 'learning.back' : 'learning.adopt')}
        </Button>
      </div>
    </Dialog>
  )
}
