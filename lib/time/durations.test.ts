import { expect, it } from 'vitest'
import { isOnlyForTests, sourceTexts } from '@/lib/testing/source-imports'

const HOME = 'lib/time/durations.ts'

it('how long a second, a minute, an hour and a day take is said once', () => {
  // What runs before the build imports nothing of the site.
  const others = [...sourceTexts()].filter(([file]) => file !== HOME && !file.endsWith('.mjs'))
  const named = others.filter(([, text]) => /^(?:export )?const (?:SECOND|MINUTE|HOUR|DAY)_MS =/m.test(text))
  const counted = others.filter(([file, text]) => !isOnlyForTests(file) && /\b(?:86_400_000|3_600_000)\b/.test(text))
  expect([...named, ...counted].map(([file]) => file)).toEqual([])
})
