import { useState } from 'react'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { problemOf } from '../../../../kit/problem-words.ts'
import { Progress } from '../../../../kit/progress.tsx'
import { useSay } from '../../../../words.tsx'
import { SchoolProof } from './school-proof.tsx'
import { UploadResult } from './upload-result.tsx'
import type { Upload } from './use-upload.ts'
import { WhichSchool } from './which-school.tsx'

// a hint to the file chooser; the server looks at what is in the file
const KINDS = '.csv,.tsv,.txt,.zip,.gz'

/** Give a file by dropping or choosing it; what it holds is said as soon as it has been read. */
export function UploadFile({ upload }: { readonly upload: Upload }) {
  const say = useSay()
  const { state, declared } = upload
  return (
    <>
      <RadioGroup
        id="declared"
        label={say('sync.connect.everybody')}
        hint={say('sync.connect.everybody_hint')}
        value={declared}
        onChange={upload.declare}
        choices={[
          { value: 'as_read', label: say('sync.connect.as_read'), detail: say('sync.connect.as_read_detail') },
          { value: 'partial', label: say('sync.connect.partial'), detail: say('sync.connect.partial_detail') },
          { value: 'full', label: say('sync.connect.full'), detail: say('sync.connect.full_detail') },
        ]}
      />
      <DropZone isAgain={state.kind !== 'idle'} onFile={upload.choose} />
      <div aria-live="polite">
        {state.kind === 'sending' && (
          <>
            <Progress
              label={say('sync.connect.uploading', { name: state.name })}
              text={
                state.share >= 1
                  ? say('sync.connect.reading', { name: state.name })
                  : say('sync.connect.sent', { percent: Math.floor(state.share * 100) })
              }
              done={state.share * 100}
              total={100}
            />
            <p>{say(state.share >= 1 ? 'sync.sending.may_close' : 'sync.sending.keep_open')}</p>
            {state.share < 1 && (
              <Button kind="quiet" onClick={upload.stop}>
                {say('sync.connect.stop')}
              </Button>
            )}
          </>
        )}
        {state.kind === 'read' && (
          <>
            <UploadResult name={state.name} answer={state.answer} />
            <SchoolProof key={state.answer.upload} upload={state.answer.upload} onTakenAway={upload.forget} />
          </>
        )}
        {state.kind === 'taken_away' && (
          <Banner kind="notice" title={say('sync.proof.taken_away', { name: state.name })}>
            <p>{say('sync.proof.choose_another')}</p>
          </Banner>
        )}
        {state.kind === 'which_school' && <WhichSchool answer={state.answer} onChoose={upload.chooseSchool} />}
        {state.kind === 'failed' &&
          (problemOf(state.error) === undefined ? (
            <Banner kind="problem" title={say('sync.connect.failed')}>
              <p>{say('sync.connect.lost')}</p>
            </Banner>
          ) : (
            <ProblemView error={state.error} />
          ))}
      </div>
    </>
  )
}

function DropZone({ isAgain, onFile }: { readonly isAgain: boolean; onFile(file: File): void }) {
  const say = useSay()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const file = files?.item(0)
    if (file != null) onFile(file)
  }
  return (
    <section
      aria-label={say('sync.connect.choose')}
      className={`drop-zone${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <label className="label" htmlFor="roster-file">
        {say(isOver ? 'sync.connect.drop_now' : isAgain ? 'sync.connect.another' : 'sync.connect.drop')}
      </label>
      <input
        id="roster-file"
        type="file"
        accept={KINDS}
        // the same file, corrected, can be chosen again
        onClick={(event) => {
          event.currentTarget.value = ''
        }}
        onChange={(event) => take(event.target.files)}
      />
    </section>
  )
}
