import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CommandProblem } from '@/server/commands/command-problem'
import { failureWords } from '@/server/failure-words'
import { SettingProblem } from '@/server/settings'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test.each([
  [new CommandProblem('There is no file ferry.txt.'), 'There is no file ferry.txt.'],
  [new SettingProblem('PORT is "x".'), 'PORT is "x".'],
  [thrownBy(() => mkdirSync('package.json')), /a file is in its place: .*package\.json/],
  [thrownBy(() => statSync('package.json/broadsheet.sqlite')), /a file is in its place: package\.json/],
  [thrownBy(() => readFileSync('server')), null],
  [new Error('nobody foresaw this'), null],
])('%s', (error, words) => {
  if (words === null) expect(failureWords(error)).toBeNull()
  else expect(failureWords(error)).toMatch(words)
})
