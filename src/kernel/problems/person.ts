import type { Definition } from './definition.ts'

/** Problems of people who are changed by hand. Sorted by code. */
export const personProblems = {
  'people.not_a_pair': {
    status: 409,
    recovery: 'fix-input',
    title: 'These are not two people of one kind any more',
    cure: 'One of them is gone, or was merged meanwhile. Look at the list as it is now.',
  },
  'people.not_merged': {
    status: 409,
    recovery: 'fix-input',
    title: 'This record stands for itself',
    cure: 'Nothing to do: it was not merged, or somebody has split it again.',
  },
  'people.other_plan': {
    status: 409,
    recovery: 'retry-later',
    title: 'One of these records has changed since you looked',
    cure: 'Nothing has been changed. Look at what would be done now, then decide again.',
  },
  'people.split_too_late': {
    status: 409,
    recovery: 'fix-input',
    title: 'This merge is too old to be split',
    cure: 'A merge can be split for {days} days. The other record is kept and can still be read.',
  },
  'person.class_unknown': {
    status: 422,
    recovery: 'fix-input',
    title: 'The school has no such class any more',
    cure: 'Choose a class from the list as it is now. Nobody has been added.',
  },
  'person.field_locked': {
    status: 409,
    recovery: 'fix-input',
    title: 'This detail is locked while the person is synced',
    cure: 'The {mis} owns {details}. Change it there: the next sync brings it here. Nothing has been changed.',
  },
  'person.link_taken': {
    status: 409,
    recovery: 'fix-input',
    title: 'The record in your {mis} stands for somebody else now',
    cure: 'Nothing has been changed. Unmatch the other person in a sync first, or keep this record managed by hand.',
  },
  'person.looks_known': {
    status: 409,
    recovery: 'fix-input',
    title: 'Somebody with this name is here already',
    cure: 'Nobody has been added. Look whether it is the same person; if not, add the second one all the same.',
  },
  'person.merged': {
    status: 409,
    recovery: 'fix-input',
    title: 'This record was merged into another one',
    cure: 'Change the record that was kept, or split the two again first.',
  },
  'person.not_by_hand': {
    status: 409,
    recovery: 'fix-input',
    title: 'This record is not managed by hand',
    cure: 'Nothing to do. Look at the record as it is now.',
  },
  'person.not_pinnable': {
    status: 409,
    recovery: 'fix-input',
    title: 'This detail cannot be kept as it is here',
    cure: 'Numbers, {year_groups} and the state of an account always come from the {mis}. Change them there.',
  },
  'person.not_synced': {
    status: 409,
    recovery: 'fix-input',
    title: 'This record is not synced',
    cure: 'Nothing to do: its details can be changed here already.',
  },
  'person.pin_wrong': {
    status: 422,
    recovery: 'fix-input',
    title: 'A reason and a day are needed',
    cure: 'Write a reason, and choose a day from today to {last}. Nothing has been changed.',
  },
  'person.pins_off': {
    status: 409,
    recovery: 'fix-input',
    title: 'This school keeps no details as they are here',
    cure: 'A coordinator can allow it: Settings, Matching.',
  },
  'person.fields_wrong': {
    status: 422,
    recovery: 'fix-input',
    title: 'Some details cannot be saved as they are',
    cure: 'Look at {details}: {hints}. Nothing has been changed.',
  },
  'class.name_taken': {
    status: 409,
    recovery: 'fix-input',
    title: 'A group has this name already',
    cure: 'Choose another name, or use that group.',
  },
  'class.not_own': {
    status: 409,
    recovery: 'fix-input',
    title: 'This class is not a group that was made here',
    cure: 'Who is in it comes from a sync. Make a group to choose people by hand.',
  },
  'class.not_empty': {
    status: 409,
    recovery: 'fix-input',
    title: 'Somebody is still in this class',
    cure: 'Remove everybody first ({count}, leavers included). Nobody is deleted by that.',
  },
  'class.synced': {
    status: 409,
    recovery: 'fix-input',
    title: 'This class is synced',
    cure: 'Its name and members are changed in your {mis}. Archive it here if it is not wanted.',
  },
  'person.deletion_blocked': {
    status: 409,
    recovery: 'fix-input',
    title: 'This person cannot be deleted now',
    cure: 'Recently deleted says why, beside the name. Nothing has been changed.',
  },
  'person.erasure_waits': {
    status: 409,
    recovery: 'retry-later',
    title: 'A sync is open that has read this person',
    cure: 'Finish or discard it, then try again. Nothing has been changed.',
  },
} as const satisfies Record<string, Definition>
