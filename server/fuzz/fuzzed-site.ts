import { readdirSync } from 'node:fs'
import { hashPassword } from 'better-auth/crypto'
import { makeToken } from '@/db/accounts/api-tokens'
import { addUser, userByEmail } from '@/db/accounts/users'
import { openStore, type Store, storeFile } from '@/db/store/open'
import { ROLES, type Role } from '@/lib/accounts/permissions'
import { SCOPES } from '@/lib/admin-api/scopes'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { RunningSite } from '@/server/bench/site/running-site'
import { crossingOf, type RawAnswer } from '@/server/fuzz/raw-request'

type SendArguments = Parameters<typeof crossingOf> extends [string, ...infer Rest] ? Rest : never

const PASSWORD = 'a password for one run only'

/** Who sends a request: somebody signed in with a role, or nobody. */
export const SENDERS = [null, ...ROLES] as const
export type Sender = (typeof SENDERS)[number]

/** Folders of the program into which a request must write nothing. */
const PROGRAM_FOLDERS = ['.next', '.build']

/** What a site may write beside pictures and the store at any time. */
const OWN_FILES =
  /^(?:broadsheet\.sqlite(?:-wal|-shm)?|(?:missed-addresses|sitemap-dates|sitemap-months)\.json(?:\.unfinished)?|clock|secret)$/

/** A built site with the demo edition, and with somebody signed in for each role. */
export class FuzzedSite {
  readonly #cookies = new Map<Role, string>()
  readonly #tokens = new Map<Role, string>()

  private constructor(
    readonly dataDir: string,
    readonly db: Store,
    private readonly running: Pick<RunningSite, 'url' | 'stop'> & { isRunning: () => boolean },
  ) {}

  /** A site of its own on the demo edition, with accounts. */
  static async start(): Promise<FuzzedSite> {
    const { dataDir } = await prepareDemoEdition()
    const site = await RunningSite.start(dataDir)
    const isRunning = () => site.child.exitCode === null && site.child.signalCode === null
    const db = openStore(storeFile(dataDir))
    return FuzzedSite.at(dataDir, db, { url: site.url, stop: () => site.stop(), isRunning })
  }

  /** A site that runs already, to which one account for each role is added. */
  static async at(
    dataDir: string,
    db: Store,
    running: Pick<RunningSite, 'url' | 'stop'> & { isRunning: () => boolean },
  ): Promise<FuzzedSite> {
    const site = new FuzzedSite(dataDir, db, running)
    const passwordHash = await hashPassword(PASSWORD)
    for (const role of ROLES) {
      await addUser(db, { email: emailOf(role), name: `Fuzz ${role}`, role, passwordHash, now: new Date() })
      await site.signIn(role)
    }
    return site
  }

  get url(): string {
    return this.running.url
  }

  get isRunning(): boolean {
    return this.running.isRunning()
  }

  /** The Cookie header of a sender; empty for nobody. */
  cookieOf(sender: Sender): string {
    return sender === null ? '' : (this.#cookies.get(sender) ?? '')
  }

  /** The API token of a sender, with every scope; empty for nobody. */
  tokenOf(sender: Sender): string {
    return sender === null ? '' : (this.#tokens.get(sender) ?? '')
  }

  /** Signs in anew, with another token: a request may have ended the sessions of its sender, or the token. */
  async signIn(role: Role): Promise<void> {
    const answer = await fetch(`${this.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ email: emailOf(role), password: PASSWORD }),
    })
    if (!answer.ok) throw new Error(`signing in as ${role} answered ${answer.status}: ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    this.#cookies.set(role, cookies.join('; '))
    const user = await userByEmail(this.db, emailOf(role))
    if (!user) throw new Error(`the account of the ${role} is gone`)
    const made = await makeToken(this.db, {
      name: `Fuzz ${role}`,
      userId: user.id,
      scopes: [...SCOPES],
      expiresAt: null,
      by: user.name,
      now: new Date(),
    })
    if ('token' in made) this.#tokens.set(role, made.token)
  }

  /** Sends bytes as they are over a connection of their own; see crossingOf. */
  send(...[chunks, options]: SendArguments): Promise<RawAnswer> {
    return crossingOf(this.url, chunks, options)
  }

  /** Resident memory of the server, in bytes. */
  async residentBytes(): Promise<number> {
    const answer = await fetch(`${this.url}/healthz`)
    const { rssBytes } = (await answer.json()) as { rssBytes: number }
    return rssBytes
  }

  /** Every file of the data folder and of the program, but those that any site writes; sorted. */
  filesOnDisk(): string[] {
    const data = filesBelow(this.dataDir).filter((file) => !OWN_FILES.test(file))
    return [
      ...data,
      ...PROGRAM_FOLDERS.flatMap((folder) => filesBelow(folder).map((file) => `${folder}/${file}`)),
    ].sort()
  }

  async stop(): Promise<void> {
    await this.running.stop()
  }
}

function emailOf(role: Role): string {
  return `fuzz-${role}@broadsheet.example`
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
}
