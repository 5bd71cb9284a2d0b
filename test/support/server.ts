import { afterAll } from 'vitest'
import { runMuster } from '../../src/cli/index.ts'
import type { Environment } from '../../src/config/index.ts'
import type { RouteAnswer, SetUp, TeamRole } from '../../src/contract/index.ts'
import { type Agent, newAgent } from './agent.ts'
import { testIo } from './io.ts'
import { PARTS, type TestMuster, testMuster } from './muster.ts'
import { zipped } from './packages.ts'

/** A password that is long enough. */
export const PASSWORD = 'a long enough password'

/** A real installation that serves and works on runs in this process, as `muster start` does. */
export interface TestServer extends TestMuster {
  /** Without a slash at its end. */
  readonly url: string
  /** What the printed link ends with. */
  readonly setUpCode: string
  /** A browser that has never been here. */
  browser(): Agent
  /** Sets the installation up and gives its first Access Coordinator with the school's code. Once for each server. */
  setUp(start?: SetUp['start']): Promise<{ readonly agent: Agent; readonly school: string }>
  /** Lets somebody join the team of a school, invited by `by`. */
  join(by: Agent, school: string, who: { readonly role: TeamRole; readonly name: string; readonly email?: string }): Promise<Agent>
  signIn(email: string, password?: string): Promise<Agent>
  /** Uploads files as a zip, as somebody drops a package on the page. */
  upload(by: Agent, school: string, files: Readonly<Record<string, string>>): Promise<RouteAnswer<'uploads.add'>>
  /** All that the process has written to its terminal. */
  said(): string
  stop(): Promise<void>
}

/** The address of the account that `setUp` makes. */
export const FIRST = { name: 'Ada Example', email: 'ada@school.example.test' }

const OAK: SetUp['start'] = { kind: 'school', school: { name: 'Oak School', externalId: 'oak', vocabulary: 'en-GB' } }

/** Starts one on a database of its own and a free port, with further settings. Call it at the top of the file. */
export async function testServer(settings: Environment = {}): Promise<TestServer> {
  const muster = await testMuster()
  const { url, setUpCode, said, stop } = await serve({ environment: { ...muster.environment, ...settings } })
  afterAll(stop)
  const browser = (): Agent => newAgent(url)
  return {
    ...muster,
    ...{ url, setUpCode, browser, stop, said },
    setUp: async (start = OAK) => {
      const agent = browser()
      const { school } = await agent.call('setUp.finish', { body: { code: setUpCode, account: { ...FIRST, password: PASSWORD }, start } })
      return { agent, school }
    },
    join: async (by, school, { role, name, email = `${name.toLowerCase().replace(/\W+/g, '.')}@school.example.test` }) => {
      const { link: invitation } = await by.call('team.invite', { params: { school }, body: { email, role } })
      const agent = browser()
      const token = invitation?.split('/').at(-1) ?? ''
      await agent.call('invitation.accept', { body: { token, name, password: PASSWORD } })
      return agent
    },
    signIn: async (email, password = PASSWORD) => {
      const agent = browser()
      await agent.call('session.begin', { body: { email, password } })
      return agent
    },
    upload: async (by, school, files) => {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(await zipped(files))]), 'roster.zip')
      return by.call('uploads.add', { params: { school }, form })
    },
  }
}

/** A `muster start` in this process. Has a lifetime: stop it. */
export interface Served extends Pick<TestServer, 'url' | 'said' | 'stop'> {
  /** What the printed link ends with; of an installation that is set up, nothing of use. */
  readonly setUpCode: string
}

/** Starts serving an installation, on a free port. */
export async function serve(muster: Pick<TestMuster, 'environment'>): Promise<Served> {
  const { io, links } = listeningIo({ ...muster.environment, PORT: '0' })
  const ended = runMuster(['start'], io, PARTS)
  const stop = async (): Promise<void> => {
    io.stop()
    await ended
  }
  const early = ended.then(() => Promise.reject(new Error(`muster start ended: ${io.errText()}`)))
  const [url = '', link = ''] = await Promise.race([links, early])
  return { url, setUpCode: link.split('/').at(-1) ?? '', said: () => io.outText() + io.errText(), stop }
}

/** A world that tells the two addresses that are printed: Muster's own, and where to go on. */
function listeningIo(environment: Parameters<typeof testIo>[0]) {
  const io = testIo(environment)
  let found: (links: readonly string[]) => void
  const links = new Promise<readonly string[]>((resolve) => {
    found = resolve
  })
  const out = (text: string): void => {
    io.out(text)
    const said = io.outText().match(/http:[^\s]+/g) ?? []
    if (said.length >= 2) found(said)
  }
  return { io: { ...io, out }, links }
}
