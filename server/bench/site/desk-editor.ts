import { hashPassword } from 'better-auth/crypto'
import type { z } from 'zod'
import { addUser } from '@/db/accounts/users'
import type { Writer } from '@/db/store/open'
import type { Role } from '@/lib/accounts/permissions'
import { slugFrom } from '@/lib/addresses/paths'
import { type Endpoint, filledPath } from '@/lib/desk/endpoint'

const PASSWORD = 'a password for one run only'

/** An editor at the desk of a running site, over HTTP as from a browser. */
export class DeskEditor {
  private constructor(
    readonly url: string,
    readonly email: string,
    /** The value of the Cookie header. */
    readonly cookie: string,
  ) {}

  /** Makes an editor, or a user of another role, in the store of the site at `url` and signs in there. */
  static async signIn(db: Writer, url: string, name = 'Bench', role: Role = 'editor'): Promise<DeskEditor> {
    const email = `${slugFrom(name)}@broadsheet.example`
    const passwordHash = await hashPassword(PASSWORD)
    const made = await addUser(db, { email, name, role, passwordHash, now: new Date() })
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

  /** Sends a request to an address of the desk. Throws when the response is not 200 or not what the endpoint declares. */
  async request<Input extends z.ZodType, Answer extends z.ZodType>(
    { method, path, answer }: Endpoint<'GET' | 'POST' | 'PUT', string, Input, Answer>,
    { params = {}, input }: { params?: Record<string, string | number>; input?: z.input<Input> & object } = {},
  ): Promise<z.output<Answer>> {
    const filled = filledPath(path, params).slice('/api/desk'.length)
    const isRead = method === 'GET'
    const query = isRead && input ? `?${new URLSearchParams(Object.entries(input))}` : ''
    const response = await this.send(method, filled + query, isRead ? {} : { body: input ?? {} })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return answer.parse(await response.json())
  }

  /** The same with any response. Throws when there is none. */
  send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { body, signal }: { body?: object | undefined; signal?: AbortSignal | undefined },
  ): Promise<Response> {
    return fetch(`${this.url}/api/desk${path}`, {
      method,
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  }
}
