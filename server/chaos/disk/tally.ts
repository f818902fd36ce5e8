/** What is expected under a fault, counted, with a line for each that is not as it should be. */
export class Tally {
  cases = 0
  wrong = 0
  readonly #report: (line: string) => void
  #name = ''

  constructor(report: (line: string) => void) {
    this.#report = report
  }

  /** Begins the next case. */
  begin(name: string): void {
    this.cases += 1
    this.#name = name
  }

  expect(what: string, isSo: boolean, found: unknown = ''): void {
    if (isSo) return
    this.wrong += 1
    this.#report(`${this.#name}: not so: ${what} (${typeof found === 'string' ? found : JSON.stringify(found)})`)
  }

  /** Something measured in the case. */
  say(words: string): void {
    this.#report(`${this.#name}: ${words}`)
  }
}
