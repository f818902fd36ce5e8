import type { BrowserContext, Response } from 'playwright/test'
import { ENDPOINTS } from '@/lib/desk/endpoints'

/** Checks the responses of the desk in a browser against the schemas of its endpoints. */
export class DeskAnswers {
  readonly #wrong: string[] = []
  readonly #checks: Promise<void>[] = []

  watch(context: BrowserContext): void {
    context.on('response', (response) => this.#checks.push(this.#check(response)))
  }

  /** Every response so far that does not match its schema, with the problem. */
  async wrong(): Promise<string[]> {
    await Promise.all(this.#checks)
    return this.#wrong
  }

  async #check(response: Response): Promise<void> {
    const { pathname } = new URL(response.url())
    if (response.status() !== 200 || !pathname.startsWith('/api/desk/')) return
    // The body cannot be read once the browser has left the page.
    const answer = await response.json().catch(() => undefined)
    if (answer === undefined) return
    const method = response.request().method()
    const endpoint = DECLARED.find((one) => one.method === method && one.pattern.test(pathname))
    const result = endpoint?.answer.safeParse(answer)
    if (result?.success) return
    this.#wrong.push(`${method} ${pathname}: ${result ? result.error.message : 'no endpoint declares it'}`)
  }
}

/** Endpoints without parameters in their path come first: /api/desk/articles/new is not an article. */
const DECLARED = Object.values(ENDPOINTS)
  .map(({ method, path, answer }) => ({
    method,
    path,
    answer,
    pattern: new RegExp(`^${path.replace(/\[\w+\]/g, '[^/]+')}$`),
  }))
  .sort((one, other) => one.path.split('[').length - other.path.split('[').length)
