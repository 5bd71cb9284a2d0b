import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Learning } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { Aliases } from './aliases.tsx'
import { VersionDialog } from './version-dialog.tsx'
import { type LearnedVersion, Versions } from './versions.tsx'

/** What the school's decisions have taught its matching: proposals that a person takes into use, and gives up again (N-06). */
export function LearningSection() {
  const say = useSay()
  const { code: school } = useSchool()
  const learning = useQuery(apiQuery('learning.read', { params: { school } }))
  return (
    <section aria-labelledby="learning" className="section">
      <h2 id="learning">{say('learning.title')}</h2>
      <p>{say('learning.lead')}</p>
      <Answer query={learning} loading={say('learning.loading')}>
        {(it) => <LearningOf learning={it} />}
      </Answer>
    </section>
  )
}

function LearningOf({ learning: { versions, aliases } }: { readonly learning: Learning }) {
  const say = useSay()
  const mayAdopt = useMay('learning.adopt')
  const { act, told } = useLearning()
  const [asked, setAsked] = useState<LearnedVersion | null>(null)
  return (
    <>
      {act.isError && <ProblemView error={act.error} />}
      {mayAdopt && (
        <Button kind="secondary" isBusy={act.isPending} onClick={() => act.mutate({ act: 'propose' })}>
          {say('learning.propose')}
        </Button>
      )}
      <div role="status">{told !== '' && <p>{told}</p>}</div>
      {versions.length === 0 ? (
        <EmptyState title={say('learning.none')}>
          <p>{say('learning.none_body')}</p>
        </EmptyState>
      ) : (
        <Versions versions={versions} onAct={mayAdopt ? setAsked : null} />
      )}
      <Aliases aliases={aliases} />
      {asked !== null && (
        <VersionDialog
          version={asked}
          onKeep={() => setAsked(null)}
          onDo={() => {
            act.mutate({ act: asked.state === 'adopted' ? 'back' : 'adopt', version: asked.version })
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

type Act = { readonly act: 'propose' } | { readonly act: 'adopt' | 'back'; readonly version: number }

function useLearning() {
  const say = useSay()
  const { code: school } = useSchool()
  const [told, setTold] = useState('')
  const params = { school }
  const act = useMutation({
    mutationFn: (it: Act) =>
      it.act === 'propose'
        ? call('learning.propose', { params, body: {} })
        : call(`learning.${it.act}`, { params, body: { version: it.version } }),
    onSuccess: (now, it) => {
      keepAnswer(apiQuery('learning.read', { params }), now)
      const count = now.versions.filter(({ state }) => state === 'proposed').length
      if (it.act === 'propose') setTold(count === 0 ? say('learning.proposed_none') : say('learning.proposed', { count }))
      else setTold(say(it.act === 'adopt' ? 'learning.adopted' : 'learning.gone_back', { version: it.version }))
    },
  })
  return { act, told }
}
