import { type ReviewView, reviewViewSchema } from '../contract/index.ts'
import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { findReviewView, updateReviewView } from './accounts.store.ts'

const USUAL: ReviewView = { columns: [], rows: 'comfortable' }

/** How somebody wants the review table. What an older or newer Muster kept, and this one does not know, counts as nothing. */
export async function readReviewView(tx: Tx, accountId: string): Promise<ReviewView> {
  const kept = reviewViewSchema.safeParse(await findReviewView(tx, accountId))
  return kept.success ? kept.data : USUAL
}

/** Keeps it, for every school and browser. */
export async function saveReviewView(database: Database, accountId: string, view: ReviewView): Promise<void> {
  await inInstallation(database, (tx) => updateReviewView(tx, accountId, view))
}
