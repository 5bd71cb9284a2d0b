/** Watches the year groups of a package go by, to know what its numbers mean (D33). */
export interface GradeLook {
  see(grade: string): void
  /** True when they look like US grades: KG, PK or numbers as 01. A Reception or a Year says that they are not. */
  isUs(): boolean
}

const US = /^(kg|pk|k|tk|prek|pre-k|0\d)$/i
const UK = /^(r|rec|reception|n|n\d|nursery|(y|yr|year)\s*\d+)$/i

export function gradeLook(): GradeLook {
  let looksUs = false
  let looksUk = false
  return {
    see(grade) {
      looksUs ||= US.test(grade)
      looksUk ||= UK.test(grade)
    },
    isUs: () => looksUs && !looksUk,
  }
}
