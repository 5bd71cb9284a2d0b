import type { Text } from '../text.ts'

/** What a school has said about matching, and about who syncs. */
export const rules = {
  'rules.loading': 'Loading the rules…',
  'rules.lead': 'These hold from the next sync on.',
  'rules.may_match': 'People who may match somebody',
  'rules.may_match.ask': 'Keep asking me',
  'rules.may_match.ask.detail': 'Nobody is synced before you have decided.',
  'rules.may_match.sync': 'Sync them without checking',
  'rules.may_match.sync.detail': 'A wrong match replaces the record of one person with the details of another.',
  'rules.import': 'New people who are ticked at first',
  'rules.import.pupils': 'New {pupils}',
  'rules.import.staff': 'New {teachers}',
  'rules.school': 'The school',
  'rules.deputy': 'A deputy may run a sync',
  'rules.deputy.detail': 'Otherwise a deputy sees what a viewer sees.',
  'rules.pin': 'Coordinators may keep single details as they are here',
  'rules.pin.detail': 'With a reason and an end; until then no sync changes the detail.',
  'rules.nursery': 'Sync the nursery',
  'rules.nursery.detail': 'Otherwise {pupils} of the nursery are left out, and every sync says so.',
  'rules.save': 'Save the rules',
  'rules.saved': 'Saved.',
  'rules.yes': 'Yes',
  'rules.no': 'No',
  'rules.unseen_title': 'Sync records nobody has checked?',
  'rules.unseen_body': "If a match is wrong, one child's record is replaced with another child's details.",
  'rules.unseen_count': 'In the last 5 syncs, {changed} of {decided} suggested matches were changed by you.',
} as const satisfies Readonly<Record<string, Text>>
