import { schools } from './0001-schools.ts'
import { sources } from './0002-sources.ts'
import { directory } from './0003-directory.ts'
import { review } from './0004-review.ts'
import { runs } from './0005-runs.ts'
import { access } from './0006-access.ts'
import { reviewByPeople } from './0007-review-by-people.ts'
import { owedAndTold } from './0008-owed-and-told.ts'
import { explainedPairs } from './0009-explained-pairs.ts'
import { learning } from './0010-learning.ts'
import { movers } from './0011-movers.ts'
import { reviewTable } from './0012-review-table.ts'
import { wizardPanels } from './0013-wizard-panels.ts'
import { holds } from './0014-holds.ts'
import { plansAndProgress } from './0015-plans-and-progress.ts'
import { looks } from './0016-looks.ts'
import { schedule } from './0017-schedule.ts'
import { keptReasons } from './0018-kept-reasons.ts'
import { duplicates } from './0019-duplicates.ts'
import { addressesAndIntakes } from './0021-addresses-and-intakes.ts'
import { uploadEntries } from './0022-upload-entries.ts'
import { managedByHand } from './0023-managed-by-hand.ts'
import { setAside } from './0024-set-aside.ts'
import { reviewView } from './0025-review-view.ts'
import { firstParts } from './0026-first-parts.ts'
import { intakesTakenBack } from './0027-intakes-taken-back.ts'
import { classDescriptions } from './0028-class-descriptions.ts'
import { uploadsTakenAway } from './0029-uploads-taken-away.ts'
import { myAccount } from './0030-my-account.ts'
import { authenticators } from './0031-authenticators.ts'
import { temporaryPasswords } from './0032-temporary-passwords.ts'
import { mail } from './0034-mail.ts'
import { applications } from './0038-applications.ts'
import { accessRequests } from './0039-access-requests.ts'
import { pins } from './0042-pins.ts'
import { protectedPeople } from './0055-protected-people.ts'
import { deletions } from './0056-deletions.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** In order, forward only. A migration that has landed is never edited: add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-schools', sql: schools },
  { name: '0002-sources', sql: sources },
  { name: '0003-directory', sql: directory },
  { name: '0004-review', sql: review },
  { name: '0005-runs', sql: runs },
  { name: '0006-access', sql: access },
  { name: '0007-review-by-people', sql: reviewByPeople },
  { name: '0008-owed-and-told', sql: owedAndTold },
  { name: '0009-explained-pairs', sql: explainedPairs },
  { name: '0010-learning', sql: learning },
  { name: '0011-movers', sql: movers },
  { name: '0012-review-table', sql: reviewTable },
  { name: '0013-wizard-panels', sql: wizardPanels },
  { name: '0014-holds', sql: holds },
  { name: '0015-plans-and-progress', sql: plansAndProgress },
  { name: '0016-looks', sql: looks },
  { name: '0017-schedule', sql: schedule },
  { name: '0018-kept-reasons', sql: keptReasons },
  { name: '0019-duplicates', sql: duplicates },
  { name: '0021-addresses-and-intakes', sql: addressesAndIntakes },
  { name: '0022-upload-entries', sql: uploadEntries },
  { name: '0023-managed-by-hand', sql: managedByHand },
  { name: '0024-set-aside', sql: setAside },
  { name: '0025-review-view', sql: reviewView },
  { name: '0026-first-parts', sql: firstParts },
  { name: '0027-intakes-taken-back', sql: intakesTakenBack },
  { name: '0028-class-descriptions', sql: classDescriptions },
  { name: '0029-uploads-taken-away', sql: uploadsTakenAway },
  { name: '0030-my-account', sql: myAccount },
  { name: '0031-authenticators', sql: authenticators },
  { name: '0032-temporary-passwords', sql: temporaryPasswords },
  { name: '0034-mail', sql: mail },
  { name: '0038-applications', sql: applications },
  { name: '0039-access-requests', sql: accessRequests },
  { name: '0042-pins', sql: pins },
  { name: '0055-protected-people', sql: protectedPeople },
  { name: '0056-deletions', sql: deletions },
]
