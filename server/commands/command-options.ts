import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CommandProblem } from '@/server/commands/command-problem'

/** What each of `options` was given in `args`. Throws CommandProblem for an argument that is none of them. */
export function commandOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    const names = Object.entries(options).map(([name, { type }]) => (type === 'string' ? `--${name}=…` : `--${name}`))
    throw new CommandProblem(
      `${error instanceof Error ? error.message : error}\nThe options are: ${names.join(', ')}`,
      {
        cause: error,
      },
    )
  }
}

/** The number that option `name` was given; null without it. Throws CommandProblem but for whole numbers from 1 to `most`. */
export function wholeNumber(name: string, value: string | undefined, most: number): number | null {
  if (value === undefined) return null
  const number = Number(value)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new CommandProblem(`--${name} takes a whole number from 1 to ${most}, not “${value}”`)
}
