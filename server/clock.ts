import { readFileSync } from 'node:fs'

export type Clock = () => Date

/**
 * The machine's clock; with `clockFile`, ahead by the milliseconds in that file, which is read at each call. Throws when it
 * holds no number: an empty file would be the time of the machine for a moment, and what is due by then would happen.
 */
export function clock(clockFile: string | null): Clock {
  if (clockFile === null) return () => new Date()
  return () => {
    const ahead = readFileSync(clockFile, 'utf8')
    if (!/^-?\d+$/.test(ahead)) throw new Error(`${clockFile} says “${ahead}”, which is no number of milliseconds`)
    return new Date(Date.now() + Number(ahead))
  }
}
