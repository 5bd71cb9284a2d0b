import { useMutation } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

interface GivePasswordProps {
  readonly member: { readonly id: string; readonly name: string }
  onClose(): void
}

/** Asks, and shows the temporary password this once. */
export function GivePassword({ member: { id, name }, onClose }: GivePasswordProps) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const give = useMutation({ mutationFn: () => call('team.givePassword', { params: { school, member: id } }) })
  const given = give.data
  if (given !== undefined)
    return (
      <Dialog key="given" title={say('team.password_made', { name })} onClose={onClose}>
        <p>{say('team.password_once', { until: say.instant(given.expiresAt, timeZone) })}</p>
        <p>
          <code>{given.password}</code> <CopyButton text={given.password} label={say('team.copy_password')} />
        </p>
      </Dialog>
    )
  return (
    <Dialog key="ask" title={say('team.give_password_title', { name })} onClose={onClose}>
      {give.isError && <ProblemView error={give.error} />}
      <p>{say('team.give_password_body')}</p>
      <div className="buttons">
        <Button isBusy={give.isPending} onClick={() => give.mutate()}>
          {say('team.give_password')}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
