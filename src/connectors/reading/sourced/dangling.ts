/** References of a package that lead nowhere: what they mean is missing, so that the package is not known to be complete. */
export interface Dangling {
  /** Rows of roles, and of details, whose user has no row. */
  readonly roles: number
  readonly details: number
  /** Schools that are referred to and not described. */
  readonly schools: number
}

/** Why people who are not in the package are not known to have left; null when all references close. */
export function whyReferencesDangle({ roles, details, schools }: Dangling): string | null {
  if (roles > 0) return `roles.csv names people who are not in users.csv (${roles} rows)`
  if (details > 0) return `demographics.csv names people who are not in users.csv (${details} rows)`
  return schools > 0 ? `people or classes belong to schools that nothing describes (${schools})` : null
}
