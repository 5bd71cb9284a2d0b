import fs from 'node:fs'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail server that tests start: it takes a letter only over TLS, from who signs in, and keeps what it took. */
export interface TestMailServer {
  /** The settings with which Muster sends through it. */
  readonly settings: Readonly<Record<string, string>>
  /** The letters it has taken, in their order. */
  readonly taken: readonly ParsedMail[]
  /** What the server answers from now on to letters for this address, such as `550 No such user`; null: it takes them. */
  refuse(address: string, answer: string | null): void
  /** Waits for as many letters, and gives them. */
  wait(count: number): Promise<readonly ParsedMail[]>
  stop(): Promise<void>
}

const LOGIN = { user: 'muster', password: 'the password of the mail server' }
const FROM = 'Muster <muster@school.example.test>'

/** Starts one on a free port of this machine. `folder` takes the certificate to trust. */
export async function startMailServer(folder: string): Promise<TestMailServer> {
  const ca = path.join(folder, 'mail-ca.pem')
  fs.writeFileSync(ca, CERTIFICATE)
  const taken: ParsedMail[] = []
  const answers = new Map<string, string>()
  const server = new SMTPServer({
    ...{ key: KEY, cert: CERTIFICATE, authMethods: ['PLAIN', 'LOGIN'], closeTimeout: 100 },
    onAuth: ({ username, password }, _session, done) => {
      if (username === LOGIN.user && password === LOGIN.password) return done(null, { user: username })
      done(Object.assign(new Error('Wrong user or password'), { responseCode: 535 }))
    },
    onRcptTo: ({ address }, _session, done) => {
      const answer = answers.get(address)
      done(answer === undefined ? null : Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }))
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        taken.push(mail)
        done(null, 'taken')
      }, done)
    },
  })
  // a client that is killed takes its connection with it
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    taken,
    settings: {
      ...{ SMTP_HOST: 'localhost', SMTP_PORT: String(port), SMTP_CA: ca, MAIL_FROM: FROM },
      ...{ SMTP_USER: LOGIN.user, SMTP_PASSWORD: LOGIN.password, MAILS_PER_MINUTE: '60000' },
    },
    refuse: (address, answer) => void (answer === null ? answers.delete(address) : answers.set(address, answer)),
    wait: async (count) => {
      for (const until = Date.now() + 20_000; taken.length < count && Date.now() < until; ) await new Promise((it) => setTimeout(it, 25))
      return taken
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** For `localhost`, from 2020 to 2119, signed by itself. Of no use anywhere else. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNHz7tcR02xEyjEu
HZN7pzzSpBrK521qtEHCBzWA4jndr48/craL5rqT4rV7CAS3QwA73LSghisPxMlT
QpBwG/yjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBR+Z398QVFuexrzpi5iZOMT3ag8EDAKBggqhkjOPQQD
AgNHADBEAiAs1z7UeFK6nmYnuTRpYyg2nsmIe2NIOahDvielYj1OIQIgegg+WSy4
fq6K9zfA+o3nvenT6XE9n6moKM4UZ2S0Qe0=
-----END CERTIFICATE-----`
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDR5YYW18JQg2VbiR
COnzYPpbU5waVxEWcUVTqkDawmChRANCAATR8+7XEdNsRMoxLh2Te6c80qQayudt
arRBwgc1gOI53a+PP3K2i+a6k+K1ewgEt0MAO9y0oIYrD8TJU0KQcBv8
-----END PRIVATE KEY-----`
