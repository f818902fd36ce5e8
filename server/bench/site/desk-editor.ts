import { hashPassword } from 'better-auth/crypto'
import { addUser } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import { slugFrom } from '@/lib/addresses/paths'

const PASSWORD = 'a password for one run only'

/** Somebody at the desk of a running site, over HTTP as a browser would be. */
export class DeskEditor {
  private constructor(
    readonly url: string,
    readonly email: string,
    /** As the Cookie header wants it. */
    readonly cookie: string,
  ) {}

  /** Makes an editor in the store of the site at `url` and signs in there. */
  static async signIn(db: Writer, url: string, name = 'Bench'): Promise<DeskEditor> {
    const email = `${slugFrom(name)}@broadsheet.example`
    const passwordHash = await hashPassword(PASSWORD)
    const made = await addUser(db, { email, name, role: 'editor', passwordHash, now: new Date() })
    if ('problems' in made) throw new Error(made.problems[0]?.message)
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    if (!answer.ok) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    return new DeskEditor(url, email, cookies.join('; '))
  }

  /** Sends a request below /api/desk. Throws when the response is not 200. */
  async request(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<void> {
    const response = await this.send(method, path, { ...(body && { body }) })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    await response.arrayBuffer()
  }

  /** The same, whatever the answer. Throws when there is none. */
  send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { body, signal }: { body?: object; signal?: AbortSignal },
  ): Promise<Response> {
    return fetch(`${this.url}/api/desk${path}`, {
      method,
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
      signal,
    })
  }
}
