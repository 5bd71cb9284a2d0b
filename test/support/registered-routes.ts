/**
 * The routes in Fastify's own drawing of them (`printRoutes`), such as `GET /v1/session`. Each line continues the address of the
 * line it hangs from; four characters of drawing are one level.
 */
export function registeredRoutes(drawing: string): readonly string[] {
  const stack: string[] = []
  return drawing.split('\n').flatMap((line) => {
    const found = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/u.exec(line)
    if (found === null) return []
    const [, indent = '', part = '', methods] = found
    const level = indent.length / 4
    stack.splice(level, stack.length, `${stack[level - 1] ?? ''}${part}`)
    return methods === undefined ? [] : methods.split(', ').map((method) => `${method} ${stack[level]}`)
  })
}
