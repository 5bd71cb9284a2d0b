/**
 * How often two collections of the same person differ, by what is published, before anything is measured here. Names:
 * ALSPAC, a linked UK birth cohort (18 % of surnames and 12 % of forenames differ between two collections,
 * ijpds.org/article/view/2389), halved because one school types both, and divided among the levels as the examples there
 * are. Birth dates: FEBRL's published error model, likewise.
 */
export const PUBLISHED = {
  forename: { exact: 0.88, nickname: 0.03, spelling: 0.02, part: 0.015, similar: 0.03, resembling: 0.012, different: 0.02 },
  surname: { exact: 0.88, spelling: 0.02, part: 0.02, similar: 0.035, resembling: 0.012, different: 0.035 },
  birth_date: { exact: 0.96, swapped: 0.006, one_digit: 0.015, one_part: 0.007, same_year: 0.004, different: 0.006 },
} as const
