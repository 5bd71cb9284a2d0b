/** How often something is seen in pairs that are one person (`m`) and in pairs that are two (`u`). */
export interface Odds {
  readonly m: number
  readonly u: number
}

export type NameLevel = 'exact' | 'nickname' | 'spelling' | 'part' | 'initial' | 'similar' | 'resembling' | 'different'

export type BirthDateLevel = 'exact' | 'swapped' | 'one_digit' | 'one_part' | 'same_year' | 'different'

/** `u` of an exact or similar value comes from the data; this is what it is drawn to while the data is small. */
export interface BaseRate {
  readonly m: number
  /** Share of people who carry one value, before any data. */
  readonly rate: number
  /** How many people the rate counts for. */
  readonly weight: number
}

/** When a pair is taken, and when it is shown (MATCHING.md, "Decide"). Fixed beforehand, never per set of data. */
export interface Thresholds {
  /** Chance from which a pair may be taken without a person. */
  readonly certainFrom: number
  /** Chance from which a pair is shown at all. */
  readonly possibleFrom: number
  /** Bits that a certain pair stands above the best other pair of either of its two people. */
  readonly marginBits: number
}

/** Everything the engine knows before it sees the data of a school, for one kind of people. Probabilities, or bits where named so. */
export interface Weights {
  readonly version: string
  /** What these numbers were set on, in words, for the documentation. */
  readonly setOn: string
  readonly thresholds: Thresholds
  readonly forename: { readonly exact: BaseRate; readonly levels: Readonly<Record<Exclude<NameLevel, 'exact'>, Odds>> }
  readonly surname: { readonly exact: BaseRate; readonly levels: Readonly<Record<Exclude<NameLevel, 'exact'>, Odds>> }
  /** Forename and surname in each other's box; m only, u is that of both names. */
  readonly namesSwapped: number
  /** One name in the other's box, the other name new; m only. */
  readonly oneNameMoved: number
  readonly middleAsFirst: number
  readonly birthDate: { readonly exact: BaseRate; readonly levels: Readonly<Record<Exclude<BirthDateLevel, 'exact'>, Odds>> }
  /** Two children of one birth, not one child: taken off when all but the forename agrees. */
  readonly twinBits: number
  readonly sex: { readonly same: Odds; readonly different: Odds }
  readonly middleName: { readonly exact: BaseRate; readonly initialBits: number; readonly differentBits: number }
  /** Class and year go stale at rollover, so they speak weakly against. */
  readonly yearGroup: { readonly exact: BaseRate; readonly differentBits: number }
  readonly registrationClass: { readonly exact: BaseRate; readonly differentBits: number }
  readonly emailBits: { readonly same: number; readonly sameLocalPart: number; readonly different: number }
  readonly upnBits: { readonly same: number; readonly former: number; readonly weak: number; readonly conflict: number }
  readonly customIdBits: { readonly same: number; readonly different: number }
  /** What the source's own id is worth on a standing link. */
  readonly standingLinkBits: number
}
