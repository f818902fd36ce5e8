import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

interface Letter {
  to: string
  text: string
}

/** A mail server that takes every letter and keeps it (RFC 5321, as much of it as one sender needs). */
export class LetterBox {
  readonly #server: Server
  readonly #letters: Letter[] = []

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', (socket) => this.#serve(socket))
  }

  static async open(): Promise<LetterBox> {
    const server = createServer()
    const box = new LetterBox(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return box
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the letter box is closed')
    return `smtp://127.0.0.1:${address.port}`
  }

  /** How many letters came so far. */
  get count(): number {
    return this.#letters.length
  }

  /** The text of the first letter to `email`; waits for it. */
  async next(email: string): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const letter = this.#letters.find(({ to }) => to === email)
      if (letter) return letter.text
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no letter to ${email} came within ten seconds`)
  }

  async close(): Promise<void> {
    this.#server.close()
    await once(this.#server, 'close')
  }

  #serve(socket: Socket): void {
    let pending = ''
    let to = ''
    let isLetter = false
    const say = (words: string) => socket.write(`${words}\r\n`)
    say('220 letter box')
    socket.setEncoding('utf8').on('data', (words: string) => {
      pending += words
      if (isLetter) {
        const end = pending.indexOf('\r\n.\r\n')
        if (end < 0) return
        this.#letters.push({ to, text: unfolded(pending.slice(0, end)) })
        pending = pending.slice(end + 5)
        isLetter = false
        say('250 kept')
      }
      for (let end = pending.indexOf('\r\n'); end >= 0 && !isLetter; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (/^RCPT TO:/i.test(line)) to = /<(.*)>/.exec(line)?.[1] ?? ''
        isLetter = /^DATA/i.test(line)
        say(isLetter ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 ok')
        if (/^QUIT/i.test(line)) socket.end()
      }
    })
  }
}

/** A letter's text without the line breaks and signs that travel with it (quoted-printable, RFC 2045). */
function unfolded(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
