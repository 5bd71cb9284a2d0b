import type { RunDetails } from '../../../../src/contract/index.ts'
import { useProgress } from '../../../api/use-events.ts'
import { LiveRegion } from '../../../kit/live-region.tsx'
import { Progress } from '../../../kit/progress.tsx'
import { useSpoken } from '../../../kit/use-spoken.ts'
import { useSay } from '../../../words.tsx'
import { markOf, quarterOf, sumOf, type Written } from './written.ts'

const STAGES = ['preparing', 'checking', 'writing', 'noting', 'done'] as const
type Stage = (typeof STAGES)[number]
/** What the server calls its steps, in the words of the page. */
const STAGE_OF: Readonly<Record<string, Stage>> = { checking: 'checking', writing: 'writing', noting: 'noting' }
const SIGNS = { done: '✓', now: '…', waiting: '○' } as const

/** How far a sync is: its stage and, while it writes, how many records of each kind (UX C11). */
export function ProgressOf({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const live = useProgress(run.id)
  const isWaiting = run.state === 'ready'
  const told = live ?? run.progress
  // what was told while the run was read and compared is over
  const progress = told !== null && (!isWaiting || STAGE_OF[told.step] !== undefined) ? told : null
  const stage = progress === null ? 'preparing' : (STAGE_OF[progress.step] ?? 'preparing')
  const at = STAGES.indexOf(stage)
  const written = progress?.written ?? []
  const sum = sumOf(written)
  const words = say(progress === null && isWaiting ? 'sync.progress.waiting' : `sync.progress.${stage}`)
  const text = stage === 'writing' && sum.of > 0 ? say('sync.progress.records', { done: sum.done, count: sum.of }) : words
  const share = sum.of === 0 ? { done: at, total: STAGES.length - 1 } : { done: sum.done, total: sum.of }
  const spoken = useSpoken(sum.of > 0 && stage === 'writing' ? say('sync.progress.share', { percent: quarterOf(sum) * 25 }) : words)
  return (
    <>
      <Progress label={say('sync.progress.label')} text={text} {...share} />
      <ol className="stages" aria-label={say('sync.progress.steps')}>
        {STAGES.map((it, place) => (
          <li key={it} aria-current={it === stage ? 'step' : undefined}>
            <span aria-hidden="true">{place < at ? '✓' : it === stage ? '…' : '○'}</span> {say(`sync.progress.${it}`)}
          </li>
        ))}
      </ol>
      {written.length > 0 && <Kinds written={written} />}
      <LiveRegion text={spoken} />
    </>
  )
}

function Kinds({ written }: { readonly written: Written }) {
  const say = useSay()
  return (
    <ul className="stages" aria-label={say('sync.progress.kinds')}>
      {written.map((it, place) => (
        <li key={it.population}>
          <span aria-hidden="true">{SIGNS[markOf(written, place)]}</span>{' '}
          {say('sync.progress.kind', { kind: say(`sync.progress.kind.${it.population}`), done: it.done, count: it.of })}
        </li>
      ))}
    </ul>
  )
}
