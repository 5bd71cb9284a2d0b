import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, keepSession, sessionQuery } from '../api/client.ts'
import { idleStage } from '../api/idle-stage.ts'
import { lastCall } from '../api/last-call.ts'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

const LOOK_EVERY = 5_000

/** Two minutes before an idle session ends it offers to go on; once it has ended, the server is asked. */
export function IdleDialog() {
  const say = useSay()
  const client = useQueryClient()
  const [isWarning, setWarning] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => {
      const stage = idleStage(lastCall(), Date.now())
      setWarning(stage === 'warn')
      if (stage === 'over') void client.refetchQueries({ queryKey: sessionQuery.queryKey })
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [client])
  const stay = (): void => {
    setWarning(false)
    call('session.read', {}).then(keepSession, () => undefined)
  }
  if (!isWarning) return null
  return (
    <Dialog title={say('shell.idle_title')} onClose={stay}>
      <p>{say('shell.idle_text')}</p>
      <div className="buttons">
        <Button data-first-focus onClick={stay}>
          {say('shell.stay')}
        </Button>
      </div>
    </Dialog>
  )
}
