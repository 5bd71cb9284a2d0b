import { febrlLikeSet } from './febrl-like/febrl-like.ts'
import type { LabelledSet } from './labelled-set.ts'
import { clusterSet } from './public/clusters.ts'
import { febrlSets } from './public/febrl.ts'
import { schoolSets, yearOnSet } from './schools/school-sets.ts'
import { staffSets } from './schools/staff.ts'
import { twinSets } from './schools/twins.ts'
import { upnSets } from './schools/upns.ts'

/** Every set of the report, in its order. */
export const SETS: readonly LabelledSet[] = [
  ...schoolSets,
  ...upnSets,
  yearOnSet,
  ...twinSets,
  ...staffSets,
  febrlLikeSet,
  ...febrlSets,
  clusterSet,
]
