import type { Learning } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { Tag } from '../../../../kit/tag.tsx'
import { VisuallyHidden } from '../../../../kit/visually-hidden.tsx'
import { useSay } from '../../../../words.tsx'

/** One version of what was learnt. */
export type LearnedVersion = Learning['versions'][number]

/** Every version with what it changes. `onAct`: null for who may only look. */
export function Versions({
  versions,
  onAct,
}: {
  readonly versions: readonly LearnedVersion[]
  readonly onAct: ((version: LearnedVersion) => void) | null
}) {
  const say = useSay()
  const nameOf = ({ kind, version }: LearnedVersion): string => say(`learning.of_${kind}`, { version })
  const columns: Column<LearnedVersion>[] = [
    { key: 'version', heading: say('learning.version'), cell: nameOf },
    { key: 'state', heading: say('learning.state'), cell: (it) => <Tag>{say(`learning.state.${it.state}`)}</Tag> },
    { key: 'decisions', heading: say('learning.decisions'), isNumber: true, cell: (it) => say.number(it.decisions) },
    { key: 'effect', heading: say('learning.effect'), cell: (it) => <Effect version={it} /> },
  ]
  if (onAct !== null) {
    columns.push({
      key: 'act',
      heading: say('learning.act'),
      cell: (it) =>
        mayAct(it) && (
          <Button kind="quiet" onClick={() => onAct(it)}>
            {say(it.state === 'adopted' ? 'learning.back' : 'learning.adopt')}
            <VisuallyHidden> {nameOf(it)}</VisuallyHidden>
          </Button>
        ),
    })
  }
  return <ListTable caption={say('learning.versions')} columns={columns} rows={versions} keyOf={(it) => String(it.version)} />
}

function mayAct({ state, report }: LearnedVersion): boolean {
  return state === 'adopted' || (state === 'proposed' && report.isAdoptable)
}

/** What a version does, in sentences. */
export function Effect({ version: { report } }: { readonly version: LearnedVersion }) {
  const say = useSay()
  const { decisions, before, after, heldOut, gained, lost, because, contradictions } = report
  const right = (it: typeof before): number => it.matchedRight + it.apart
  const sentences = [
    say('learning.effect.before', { decisions, right: right(before) }),
    say('learning.effect.after', { right: right(after) }),
    say('learning.effect.held_out', { right: right(heldOut) }),
    gained.length === 0 ? say('learning.effect.gained_none') : say('learning.effect.gained', { count: gained.length }),
    ...(lost.length === 0 ? [] : [say('learning.effect.lost', { count: lost.length })]),
    ...because.map((it) => say(`learning.because.${it}`, { count: contradictions.length })),
  ]
  return <>{sentences.join(' ')}</>
}
