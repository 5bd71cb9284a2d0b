import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Home, RunScope } from '../../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { Page } from '../../../../kit/page.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { syncTarget } from '../run/sync-link.tsx'
import { keepRun } from '../run/use-run.ts'
import { STEP_PATHS, stepAfter } from '../steps.ts'
import { UploadFile } from '../upload/upload-file.tsx'
import { UploadsLink } from '../upload/uploads-link.tsx'
import { type Upload, useUpload } from '../upload/use-upload.ts'

/** Where a sync starts, while no run is open: what to sync, and from which data. */
export function StartSync() {
  const say = useSay()
  const { code: school } = useSchool()
  const query = useQuery(apiQuery('home.read', { params: { school } }))
  return (
    <Page title={say('sync.start.title')} lead={say('sync.start.lead')}>
      <Answer query={query}>{(home) => <StartForm home={home} />}</Answer>
    </Page>
  )
}

type From = 'last' | 'file'

function StartForm({ home }: { readonly home: Home }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const isFirst = home.lastApplied === null
  const [scope, setScope] = useState<RunScope>('all')
  // as it was when the page was opened: reading a file here does not rebuild the form
  const [hasData] = useState(home.hasData)
  const [from, setFrom] = useState<From>(hasData ? 'last' : 'file')
  const upload = useUpload()
  const start = useStart()
  const uploaded = upload.state.kind === 'read' ? upload.state.answer.upload : undefined
  const isReady = from === 'last' || uploaded !== undefined
  const submit = (): void => {
    if (isReady) start.mutate({ scope, ...(from === 'file' && uploaded !== undefined ? { upload: uploaded } : {}) })
  }
  return (
    <form
      className="start-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {isFirst ? <p>{say('sync.start.first')}</p> : <ScopeChoice scope={scope} onChange={setScope} />}
      {hasData ? (
        <RadioGroup
          id="from"
          isLarge
          label={say('sync.start.from')}
          value={from}
          onChange={setFrom}
          choices={[
            {
              value: 'last',
              label:
                home.dataFrom === null ? say('sync.start.last_read') : say('sync.start.last', { at: say.instant(home.dataFrom, timeZone) }),
            },
            { value: 'file', label: say('sync.start.new_file'), inside: <NewFile upload={upload} /> },
          ]}
        />
      ) : (
        <NewFile upload={upload} />
      )}
      {start.error !== null && <ProblemView error={start.error} />}
      {isReady && (
        <div className="buttons">
          <Button type="submit" isBusy={start.isPending}>
            {say(start.isPending ? 'sync.start.starting' : 'sync.start.do')}
          </Button>
        </div>
      )}
    </form>
  )
}

function NewFile({ upload }: { readonly upload: Upload }) {
  const say = useSay()
  return (
    <>
      <p>{say('sync.connect.lead')}</p>
      <UploadFile upload={upload} />
      <UploadsLink />
    </>
  )
}

/** Everything, or one panel by itself (D13). */
function ScopeChoice({ scope, onChange }: { readonly scope: RunScope; onChange(scope: RunScope): void }) {
  const say = useSay()
  return (
    <RadioGroup
      id="scope"
      isLarge
      label={say('sync.start.what')}
      value={scope}
      onChange={onChange}
      choices={[
        { value: 'all', label: say('sync.start.all'), detail: say('sync.start.all_detail') },
        { value: 'staff', label: say('sync.start.only_staff') },
        { value: 'year_groups', label: say('sync.start.only_year_groups') },
        { value: 'registration_classes', label: say('sync.start.only_registration_classes') },
        { value: 'subject_classes', label: say('sync.start.only_subject_classes') },
        { value: 'pupils', label: say('sync.start.only_pupils'), detail: say('sync.start.only_pupils_detail') },
      ]}
    />
  )
}

function useStart() {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: { scope: RunScope; upload?: string }) => call('runs.start', { params: { school }, body, idempotencyKey: newKey() }),
    onSuccess: (run) => {
      keepRun(school, run)
      // one panel by itself is opened at once; a whole sync begins with its list of steps
      void navigate(syncTarget(school, run.scope === 'all' ? '' : STEP_PATHS[stepAfter('connect', run.scope)], run.id))
    },
  })
}
