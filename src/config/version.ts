import packageJson from '../../package.json' with { type: 'json' }

/** Muster's version, such as `1.4.0`. */
export const VERSION: string = packageJson.version
