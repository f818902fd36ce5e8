import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Browser, BrowserContext, Page } from 'playwright/test'
import { addUser } from '@/db/accounts/users'
import { sessions } from '@/db/store/account-schema'
import { inTransaction } from '@/db/store/open'
import { DeskAnswers } from '@/e2e/testing/desk-answers'
import { FocusWatch } from '@/e2e/testing/focus-watch'
import { test as base, expect, type Paper } from '@/e2e/testing/paper'
import type { Editor, Role } from '@/lib/accounts/permissions'
import { siteSecret } from '@/server/site-secret'

/** The password of every account of the tests. */
export const PASSWORD = 'four slow herons'

const SESSION_MS = 86_400_000

let passwordHash: Promise<string> | null = null

/** The desk of a paper, with users who are signed in without the sign-in page. */
export class Desk {
  readonly #browser: Browser
  readonly #contexts: BrowserContext[] = []
  readonly answers = new DeskAnswers()
  readonly focus = new FocusWatch()

  constructor(
    readonly paper: Paper,
    browser: Browser,
  ) {
    this.#browser = browser
  }

  /** Creates an account; the e-mail address is the first word of the name at observer.example. */
  async addAccount(name: string, role: Role): Promise<Editor> {
    passwordHash ??= hashPassword(PASSWORD)
    const email = `${name.split(' ')[0]?.toLowerCase()}@observer.example`
    const account = { email, name, role, passwordHash: await passwordHash, now: new Date() }
    const made = await addUser(this.paper.db, account)
    if ('problems' in made) throw new Error(`${email} has an account`)
    return { id: made.id, email, name, role }
  }

  /** An empty page in a browser context of its own, in which `editor` is signed in; null signs in no user. */
  async pageFor(editor: Editor | null, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: this.paper.url, ...options })
    this.#contexts.push(context)
    this.answers.watch(context)
    await this.focus.watch(context)
    if (editor) {
      const value = await this.#startSession(editor)
      await context.addCookies([{ name: 'broadsheet.session_token', value, url: this.paper.url, httpOnly: true }])
    }
    return context.newPage()
  }

  /** The cookie of a new session, as better-auth signs it; a sign-in takes the server half a second. */
  async #startSession({ id: userId }: Editor): Promise<string> {
    const token = randomBytes(24).toString('base64url')
    const now = new Date()
    const session = {
      id: randomUUID(),
      token,
      userId,
      createdAt: now,
      updatedAt: now,
      userAgent: 'Desk',
      ipAddress: '',
    }
    const expiresAt = new Date(now.getTime() + SESSION_MS)
    await inTransaction(this.paper.db, (tx) => tx.insert(sessions).values({ ...session, expiresAt }))
    const secret = siteSecret({ dataDir: this.paper.dataDir, configured: null })
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return encodeURIComponent(`${token}.${signature}`)
  }

  /** An empty page in which a new user is signed in. */
  async signedIn(name: string, role: Role): Promise<Page> {
    return this.pageFor(await this.addAccount(name, role))
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close()
  }
}

/** Tests of the desk: each has a demo edition of its own, without accounts. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ ownPaper, browser }, use) => {
    const desk = new Desk(ownPaper, browser)
    await use(desk)
    expect(await desk.answers.wrong(), 'answers that no endpoint declares').toEqual([])
    expect(desk.focus.losses, 'what had the focus when it fell to the page').toEqual([])
    await desk.close()
  },
})

export { expect } from '@/e2e/testing/paper'
