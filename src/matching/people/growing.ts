/** The most that one typed array may hold: a number that fits in 31 bits, so that codes and offsets stay small integers. */
const LENGTH_MAX = 2 ** 31 - 1

type Typed = Int32Array | Uint8Array | Float64Array

/**
 * The same array, or a larger copy with room for `length` elements. Typed arrays drop what is written behind their end
 * without a word, so nothing is ever written before this was asked. Throws where no array could hold so many.
 */
export function roomFor<Kind extends Typed>(array: Kind, length: number): Kind {
  if (length <= array.length) return array
  if (length > LENGTH_MAX) throw new RangeError(`too much for one run: ${length} elements in one column`)
  const larger = new (array.constructor as new (length: number) => Kind)(Math.min(LENGTH_MAX, Math.max(length, array.length * 2, 64)))
  larger.set(array as never)
  return larger
}

/** Asserts what the engine takes for granted about a capacity or a place in a column. */
export function assertWithin(place: number, size: number, what: string): void {
  if (!(place >= 0 && place < size)) throw new RangeError(`${what}: ${place} is outside 0 to ${size - 1}`)
}
