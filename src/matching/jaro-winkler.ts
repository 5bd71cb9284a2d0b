/** Which letters are taken, by the number of the call: emptied by counting on, which is a third faster than clearing. */
let takenLeft = new Float64Array(64)
let takenRight = new Float64Array(64)
let call = 0

/** Winkler's own: the shared beginning counts up to four letters, a tenth each, and only above a Jaro of .7. */
const PREFIX_MAX = 4
const PREFIX_SCALE = 0.1
const BOOST_FROM = 0.7

/**
 * Jaro-Winkler likeness, 0 to 1, as in Winkler's strcmp95 without its typing adjustments: letters match within half the
 * longer length, and half the out-of-order matches, rounded down, are transpositions. Packages disagree on that rounding.
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return left === '' ? 0 : 1
  const jaro = jaroOf(left, right)
  if (jaro <= BOOST_FROM) return jaro
  const limit = Math.min(PREFIX_MAX, left.length, right.length)
  let prefix = 0
  while (prefix < limit && left.charCodeAt(prefix) === right.charCodeAt(prefix)) prefix += 1
  return jaro + prefix * PREFIX_SCALE * (1 - jaro)
}

function jaroOf(left: string, right: string): number {
  const matches = markMatches(left, right)
  if (matches === 0) return 0
  const transpositions = Math.floor(outOfOrder(left, right) / 2)
  return (matches / left.length + matches / right.length + (matches - transpositions) / matches) / 3
}

/** Marks each letter of the left that finds an unused equal one near enough in the right; how many there are. */
function markMatches(left: string, right: string): number {
  makeRoom(Math.max(left.length, right.length))
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1)
  let matches = 0
  for (let i = 0; i < left.length; i += 1) {
    const letter = left.charCodeAt(i)
    const end = Math.min(right.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (takenRight[j] === call || right.charCodeAt(j) !== letter) continue
      takenLeft[i] = call
      takenRight[j] = call
      matches += 1
      break
    }
  }
  return matches
}

function outOfOrder(left: string, right: string): number {
  let count = 0
  let j = 0
  for (let i = 0; i < left.length; i += 1) {
    if (takenLeft[i] !== call) continue
    while (takenRight[j] !== call) j += 1
    if (left.charCodeAt(i) !== right.charCodeAt(j)) count += 1
    j += 1
  }
  return count
}

function makeRoom(length: number): void {
  call += 1
  if (takenLeft.length >= length) return
  takenLeft = new Float64Array(length * 2)
  takenRight = new Float64Array(length * 2)
}
