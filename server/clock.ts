import { readFileSync } from 'node:fs'

export type Clock = () => Date

/** The machine's clock, or, when `clockFile` is given, that clock moved by the milliseconds the file holds at each look. */
export function clock(clockFile: string | null): Clock {
  if (clockFile === null) return () => new Date()
  return () => new Date(Date.now() + Number(readFileSync(clockFile, 'utf8')))
}
