/** The most that one typed array may hold: a number that fits in 31 bits, so that codes and offsets stay small integers. */
const LENGTH_MAX = 2 ** 31 - 1

type Typed = Int32Array | Uint8Array | Float64Array

/**
 * The same array, or a larger copy with room for `length` elements. Typed arrays drop what is written behind their end
 * without a word, so nothing is ever written before this was asked. Throws where no array could hold so many.
 */
export function roomFor<Kind extends Typed>(array: Kind, length: number, isShared = false): Kind {
  if (length <= array.length) return array
  if (length > LENGTH_MAX) throw new RangeError(`too much for one run: ${length} elements in one column`)
  const room = Math.min(LENGTH_MAX, Math.max(length, array.length * 2, 64))
  // safe: the constructor of an array makes arrays of its kind
  const make = array.constructor as new (room: number | SharedArrayBuffer) => Kind
  const larger = new make(isShared ? new SharedArrayBuffer(room * array.BYTES_PER_ELEMENT) : room)
  larger.set(array as never)
  return larger
}

/** Asserts what the engine takes for granted about a capacity or a place in a column. */
export function assertWithin(place: number, size: number, what: string): void {
  if (!(place >= 0 && place < size)) throw new RangeError(`${what}: ${place} is outside 0 to ${size - 1}`)
}

/** Zeros, in memory that several threads may see, or in their own. */
export function numbers(length: number, isShared: boolean): Int32Array {
  return isShared ? new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT)) : new Int32Array(length)
}
