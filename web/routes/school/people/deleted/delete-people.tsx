import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { RouteAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Interruption } from '../../../../kit/interruption.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { useDeletePeople, useRestorePeople } from './use-deletions.ts'

type Asked = RouteAnswer<'deletions.ask'>

/** Asks before people are deleted, and gives what came of it. */
export function DeletePeople({
  people,
  onClose,
}: {
  readonly people: readonly string[]
  /** Null: nobody was deleted. */
  onClose(done: Asked | null): void
}) {
  const say = useSay()
  const remove = useDeletePeople()
  return (
    <Interruption
      title={say('deletions.delete_title', { count: people.length })}
      act={say('deletions.delete_act', { count: people.length })}
      keep={say('deletions.keep')}
      isForEver
      isBusy={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate(people, { onSuccess: onClose })}
      onKeep={() => onClose(null)}
    >
      <p>{say('deletions.delete_body')}</p>
      <p>{say('deletions.delete_refused')}</p>
    </Interruption>
  )
}

/** Says who was deleted and who was not, and why; with the way back. Has the focus: the rows that had it are gone. */
export function DeletedResult({ done }: { readonly done: Asked }) {
  const say = useSay()
  const { code: school } = useSchool()
  const restore = useRestorePeople()
  const [restored, setRestored] = useState<number | null>(null)
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done.deleted.length >= 0) text.current?.focus()
  }, [done])
  const { deleted, blocked, removeOn } = done
  const undo = (): void =>
    restore.mutate({ people: [...deleted], withAccess: false }, { onSuccess: (answer) => setRestored(answer.restored.length) })
  return (
    <div ref={text} tabIndex={-1}>
      {restored !== null && <p role="status">{say('deletions.restored', { count: restored })}</p>}
      {deleted.length > 0 && restored === null && (
        <Banner kind="done">
          <p>{say('deletions.done', { count: deleted.length, date: say.date(removeOn) })}</p>
          <div className="buttons">
            <Button kind="secondary" isSmall isBusy={restore.isPending} onClick={undo}>
              {say('deletions.undo')}
            </Button>
            <Link to="/s/$school/people/deleted" params={{ school }}>
              {say('deletions.show_deleted')}
            </Link>
          </div>
        </Banner>
      )}
      {restore.isError && <ProblemView error={restore.error} />}
      {blocked.length > 0 && (
        <Banner kind="notice" title={say('deletions.blocked', { count: blocked.length })}>
          <ul>
            {blocked.map((it) => (
              <li key={it.id}>{say('deletions.blocked_who', { name: it.name, why: whyOf(it, say) })}</li>
            ))}
          </ul>
          {blocked.some((it) => it.why.includes('has_access')) && (
            <Link to="/s/$school/people/access" params={{ school }}>
              {say('deletions.show_access')}
            </Link>
          )}
        </Banner>
      )}
    </div>
  )
}

/** Why somebody cannot be deleted, in words. */
export function whyOf(
  { why, applications = [] }: { readonly why: Asked['blocked'][number]['why']; readonly applications?: readonly string[] },
  say: Say,
): string {
  return why
    .map((it) =>
      it === 'has_access' && applications.length > 0
        ? say('deletions.blocked_access', { applications: applications.join(', ') })
        : say(`deletions.why.${it}`),
    )
    .join(', ')
}
