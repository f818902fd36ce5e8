import { readFileSync } from 'node:fs'

export type Clock = () => Date

/** The machine's clock; with `clockFile`, ahead by the milliseconds in that file, which is read at each call. */
export function clock(clockFile: string | null): Clock {
  if (clockFile === null) return () => new Date()
  return () => new Date(Date.now() + Number(readFileSync(clockFile, 'utf8')))
}
