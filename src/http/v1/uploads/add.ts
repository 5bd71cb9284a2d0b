import path from 'node:path'
import { type UploadAnswer, uploadForm } from '../../../contract/index.ts'
import { fail, ok, problem } from '../../../kernel/index.ts'
import { addUpload, type UploadOutcome } from '../../../runs/index.ts'
import { openSource } from '../../../tables/index.ts'
import type { Handler } from '../../handler.ts'

/** Takes a roster file, reads it, and keeps what it says about this school. */
export const addRosterFile: Handler<'uploads.add'> = async ({ form, scope, school }, { database, ids, key }) => {
  const fields = uploadForm.safeParse(form.fields)
  if (!fields.success) return fail(problem('request.fields_wrong', { params: { names: 'declared, sourceSchool, purpose' } }))
  const { declared, sourceSchool = null, purpose } = fields.data
  const isForRehearsal = purpose === 'rehearsal'
  const source = await openSource(form.path)
  if (!source.ok) return source
  try {
    const request = { source: source.value, fileName: path.basename(form.path), school, declared, sourceSchool, ids, key, isForRehearsal }
    const added = await addUpload(database, scope, request)
    return added.ok ? ok(present(added.value)) : added
  } finally {
    source.value.close()
  }
}

function present(outcome: UploadOutcome): UploadAnswer {
  if (outcome.outcome === 'which_school') {
    const schools = outcome.schools.map(({ externalId, name, summary }) => ({ externalId, name, people: summary.people.read }))
    return { outcome: 'which_school', schools }
  }
  const { uploadId, part, absenceUnproven, pupils, staff, classes } = outcome
  const { format, people } = part.summary
  return {
    outcome: 'read',
    upload: uploadId,
    format,
    rows: people,
    pupils,
    staff,
    classes,
    problems: part.problems.length,
    absenceUnproven,
  }
}
