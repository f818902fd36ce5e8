import { SaxesParser } from 'saxes'

/**
 * The first reason why `xml` is not well-formed, with its line and column; null when it is well-formed (XML 1.0, 2.1).
 * Prefixes need no declaration, and a DTD is skipped: entities that only it declares count as unknown.
 */
export function notWellFormed(xml: string): string | null {
  let problem: string | null = null
  const parser = new SaxesParser({ position: false })
  parser.on('error', ({ message }) => {
    problem ??= `line ${parser.line}, column ${parser.column}: ${message.replace(/\.$/, '')}`
  })
  parser.write(xml).close()
  return problem
}
