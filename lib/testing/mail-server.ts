import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

interface Email {
  to: string
  text: string
}

/** A mail server that stores the emails that it accepts (the part of RFC 5321 that one sender needs). */
export class MailServer {
  readonly #server: Server
  readonly #emails: Email[] = []
  readonly #refusals = new Map<string, string>()

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket) => this.#serve(socket))
  }

  static async open(): Promise<MailServer> {
    const server = createServer()
    const mailServer = new MailServer(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return mailServer
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the mail server is closed')
    return `smtp://127.0.0.1:${address.port}`
  }

  /** The number of emails received so far. */
  get count(): number {
    return this.#emails.length
  }

  /** The addresses of the emails received so far, in the order of arrival. */
  get recipients(): string[] {
    return this.#emails.map(({ to }) => to)
  }

  /** Answers emails from or to `address` with `reply`, such as “550 no such mailbox” (RFC 5321, 4.2); null accepts them again. */
  answer(address: string, reply: string | null): void {
    if (reply === null) this.#refusals.delete(address)
    else this.#refusals.set(address, reply)
  }

  /** The text of the first email to `address`; waits up to half a minute for it. */
  async next(address: string): Promise<string> {
    for (let attempt = 0; attempt < 300; attempt++) {
      const email = this.#emails.find(({ to }) => to === address)
      if (email) return email.text
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no email to ${address} came within half a minute`)
  }

  async close(): Promise<void> {
    this.#server.close()
    await once(this.#server, 'close')
  }

  #serve(socket: Socket): void {
    let pending = ''
    let to = ''
    let isText = false
    const reply = (text: string) => socket.write(`${text}\r\n`)
    reply('220 mail server')
    socket.setEncoding('utf8').on('data', (text: string) => {
      pending += text
      if (isText) {
        const end = pending.indexOf('\r\n.\r\n')
        if (end < 0) return
        this.#emails.push({ to, text: unfolded(pending.slice(0, end)) })
        pending = pending.slice(end + 5)
        isText = false
        reply('250 ok')
      }
      for (let end = pending.indexOf('\r\n'); end >= 0 && !isText; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        const address = /^(?:MAIL FROM|RCPT TO):<(.*?)>/i.exec(line)?.[1]
        if (address !== undefined) to = address
        isText = /^DATA/i.test(line)
        const refusal = address === undefined ? undefined : this.#refusals.get(address)
        reply(refusal ?? (isText ? '354 send the text' : /^QUIT/i.test(line) ? '221 bye' : '250 ok'))
        if (/^QUIT/i.test(line)) socket.end()
      }
    })
  }
}

/** The text of an email, decoded from quoted-printable (RFC 2045). */
function unfolded(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
