import type { Text } from '../text.ts'

/** The one sentence of Home. */
export const home = {
  'home.no_data': 'There is nothing to sync yet. Upload a file from your {mis} to begin.',
  'home.ready_to_start': 'A file has been read and waits. Start the sync to see what it would change.',
  'home.reading': 'Your file is being read. This page updates itself.',
  'home.first_on_its_way': 'Your first sync is on its way. Nothing has been changed yet.',
  'home.pupils_need_decision': {
    one: '1 {pupil} needs a decision. Everything else is ready to sync.',
    other: '{count} {pupils} need a decision. Everything else is ready to sync.',
  },
  'home.staff_need_decision': {
    one: '1 member of staff needs a decision. Everything else is ready to sync.',
    other: '{count} members of staff need a decision. Everything else is ready to sync.',
  },
  'home.people_need_decision': {
    one: '1 person needs a decision. Everything else is ready to sync.',
    other: '{count} people need a decision. Everything else is ready to sync.',
  },
  'home.ready_to_sync': 'Everything is ready to sync. Nothing has been changed yet.',
  'home.held': {
    one: '1 part of a sync is on hold: it would change more than usual.',
    other: '{count} parts of syncs are on hold: they would change more than usual.',
  },
  'home.syncing': 'The sync is running. This page updates itself.',
  'home.undo_ready': 'An undo is ready. Look at it before it changes anything.',
  'home.undoing': 'The undo is running. This page updates itself.',
  'home.undone': 'The last sync has been undone.',
  'home.undone_one': 'What a sync did to one person has been undone.',
  'home.left_undecided': {
    one: '1 person may match somebody here and was left out of the last sync. Start a sync to decide.',
    other: '{count} people may match somebody here and were left out of the last sync. Start a sync to decide.',
  },
  'home.finished_with_warnings': {
    one: 'The last sync is done. 1 person could not be synced.',
    other: 'The last sync is done. {count} people could not be synced.',
  },
  'home.up_to_date': 'Everything is up to date.',
  'home.out_of_date': 'No check has succeeded for 48 hours. Nothing here has been changed.',
  'home.failed': 'The last sync stopped with a fault. Nothing has been changed.',
  'home.discarded': 'The last run was discarded. Nothing has been changed by it.',
  'home.discarded_and_gone': 'The last run was discarded, and its file is no longer kept. Upload a new one.',
} as const satisfies Readonly<Record<string, Text>>
