import { access } from './access.ts'
import { accessibility } from './accessibility.ts'
import { account } from './account.ts'
import { asOf } from './as-of.ts'
import { classes } from './classes.ts'
import { CORE } from './core.ts'
import { deletions } from './deletions.ts'
import { duplicates } from './duplicates.ts'
import { errors } from './errors.ts'
import { explain } from './explain.ts'
import { first } from './first.ts'
import { help } from './help.ts'
import { history } from './history.ts'
import { holds } from './holds.ts'
import { homePage } from './home-page.ts'
import { homeStatus } from './home-status.ts'
import { kitPage } from './kit-page.ts'
import { learning } from './learning.ts'
import { leavers } from './leavers.ts'
import { limits } from './limits.ts'
import { mail } from './mail.ts'
import { messages } from './messages.ts'
import { outside } from './outside.ts'
import { panels } from './panels.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { rehearsal } from './rehearsal.ts'
import { reset } from './reset.ts'
import { review } from './review.ts'
import { reviewTable } from './review-table.ts'
import { rules } from './rules.ts'
import { schedule } from './schedule.ts'
import { setUp } from './set-up.ts'
import { settings } from './settings.ts'
import { shortcuts } from './shortcuts.ts'
import { sync } from './sync.ts'
import { undo } from './undo.ts'
import { uploads } from './uploads.ts'
import { why } from './why.ts'
import { yearGroups } from './year-groups.ts'

/** Every text of the product by its key. One file for each area; a key begins with the name of what it stands on. */
export const MESSAGES = {
  ...CORE,
  ...access,
  ...accessibility,
  ...account,
  ...asOf,
  ...classes,
  ...errors,
  ...deletions,
  ...duplicates,
  ...explain,
  ...first,
  ...help,
  ...history,
  ...holds,
  ...homePage,
  ...homeStatus,
  ...kitPage,
  ...learning,
  ...leavers,
  ...limits,
  ...mail,
  ...messages,
  ...outside,
  ...panels,
  ...people,
  ...plan,
  ...rehearsal,
  ...reset,
  ...review,
  ...reviewTable,
  ...rules,
  ...schedule,
  ...setUp,
  ...settings,
  ...shortcuts,
  ...sync,
  ...undo,
  ...uploads,
  ...why,
  ...yearGroups,
}

export type MessageKey = keyof typeof MESSAGES
