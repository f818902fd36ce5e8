import { expect, test } from 'vitest'
import { commandOptions, wholeNumber } from '@/server/commands/command-options'
import { CommandProblem } from '@/server/commands/command-problem'

const OPTIONS = { only: { type: 'string' }, json: { type: 'boolean' } } as const

test.each([[['--only=links', '--json']], [['--only', 'links', '--json']]])('%j are options', (args) => {
  expect(commandOptions(args, OPTIONS)).toEqual({ only: 'links', json: true })
})

test('an option that is left out has no value', () => {
  expect(commandOptions([], OPTIONS)).toEqual({})
})

test.each([
  ['--onyl=links', /--onyl/],
  ['--json=yes', /--json/],
  ['links', /links/],
])('%s is refused in a sentence that names it and the options', (argument, names) => {
  expect(() => commandOptions([argument], OPTIONS)).toThrow(CommandProblem)
  expect(() => commandOptions([argument], OPTIONS)).toThrow(names)
  expect(() => commandOptions([argument], OPTIONS)).toThrow('The options are: --only=…, --json')
})

test('a number is a whole one in its range, or is refused with that range', () => {
  expect([wholeNumber('acts', undefined, 90), wholeNumber('acts', '1', 90), wholeNumber('acts', '90', 90)]).toEqual([
    ...[null, 1, 90],
  ])
  for (const wrong of ['', '0', '-1', '1.5', '91', 'many']) {
    expect(() => wholeNumber('acts', wrong, 90)).toThrow(`--acts takes a whole number from 1 to 90, not “${wrong}”`)
  }
})
