import type { ReadSink } from '../connector.ts'
import type { PackageFiles } from '../reading/index.ts'

export type FileMode = 'bulk' | 'delta' | 'absent'

/** What a OneRoster package says about itself in `manifest.csv`. */
export interface Manifest {
  /** `1.1` or `1.2`, or null where it does not say. */
  readonly version: string | null
  /** By file name in lower case. */
  readonly modes: ReadonlyMap<string, FileMode>
}

/** Reads the manifest; null where there is none that can be read: then the package is OneRoster 1.0. */
export async function readManifest(files: PackageFiles, sink: ReadSink): Promise<Manifest | null> {
  const opening = await files.open('manifest', { required: { name: ['propertyName'], value: ['value'] }, optional: {} })
  if (opening.state !== 'open') return null
  const { table } = opening
  const properties = new Map<string, string>()
  await table.eachRow({
    row(row) {
      properties.set(table.value(row, 'name')?.toLowerCase() ?? '', table.value(row, 'value')?.toLowerCase() ?? '')
      sink.otherRow(table.file, 'used')
    },
    broken: (broken) => sink.otherRejected(null, table.file, broken, null),
  })
  const modes = [...properties].flatMap(([name, value]) => {
    const mode = (['bulk', 'delta', 'absent'] as const).find((each) => each === value)
    return name.startsWith('file.') && mode ? [[name.slice('file.'.length), mode] as const] : []
  })
  // 1.2.1 says 1.2, or says itself
  const [version = null] = /^\d+\.\d+/.exec(properties.get('oneroster.version') ?? '') ?? []
  return { version, modes: new Map(modes) }
}
