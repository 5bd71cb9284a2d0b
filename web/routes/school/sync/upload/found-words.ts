import type { UploadAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

/** What a file holds, each number with its own plural. */
export function foundWords(
  say: Say,
  { pupils, staff, classes }: Pick<Extract<UploadAnswer, { outcome: 'read' }>, 'pupils' | 'staff' | 'classes'>,
): string {
  return say('sync.connect.found', {
    pupils_found: say('sync.connect.found_pupils', { count: pupils }),
    teachers_found: say('sync.connect.found_teachers', { count: staff }),
    classes_found: say('sync.connect.found_classes', { count: classes }),
  })
}
