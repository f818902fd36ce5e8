import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessableProblem, guessesLog10 } from '@/lib/accounts/guessable-password'
import { propertyRuns } from '@/lib/testing/property-runs'

const ABOUT = ['The Harbour Observer', 'Ines Dahl', 'ines.dahl@observer.example']

test.each([
  'password1234',
  'passwordpassword',
  'Password123!',
  'P@ssw0rd2024',
  'qwertyuiop12',
  'qwerty123456',
  '1qaz2wsx3edc',
  '123456789012',
  '210987654321',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abababababab',
  'letmeinletmein',
  'trustno1trustno1',
  'iloveyou2024!',
  'ilovefootball',
  'Summer2024!!',
  'administrator',
  'changeme1234',
  'The Harbour Observer',
  'harbourobserver1',
  'Observer2026!',
  'ines.dahl@observer.example',
  'inesdahl2026',
  'InesInesInes',
  'h4rb0ur0bs3rv3r',
])('%s is refused', (password) => expect(guessableProblem(password, ABOUT)).toContain('would be guessed soon'))

test.each([
  'four slow herons',
  'five quiet otters',
  'correct horse battery staple',
  'kestrel over the quay',
  'J8#kd92!mQpz',
  'vq3tzkwpyn8r',
  'a password for one run only',
  'Käptn, die Möwe fliegt',
  'सागर किनारे चार बगुले',
])('%s is allowed', (password) => expect(guessableProblem(password, ABOUT)).toBeNull())

test('whatever is repeated or counted up alone is refused, whatever it is', () => {
  const sign = fc.constantFrom(...'abcxyz0123789!?')
  fc.assert(
    fc.property(
      fc.string({ unit: sign, minLength: 1, maxLength: 4 }),
      fc.integer({ min: 12, max: 40 }),
      (piece, length) => {
        const repeated = piece.repeat(40).slice(0, Math.ceil(length / piece.length) * piece.length)
        expect(guessableProblem(repeated, ABOUT)).not.toBeNull()
      },
    ),
    { numRuns: propertyRuns(100) },
  )
})

test('random signs are allowed', () => {
  const sign = fc.constantFrom(...'bcdfghjkmnpqrtvwxzBCDFGHJKMNPQRTVWXZ2346789#%&*')
  fc.assert(
    fc.property(fc.array(sign, { minLength: 14, maxLength: 60 }), (signs) => {
      fc.pre(new Set(signs).size > 9)
      expect(guessesLog10(signs.join(''), ABOUT)).toBeGreaterThan(8)
    }),
    { numRuns: propertyRuns(100) },
  )
})

test('the longest password is looked at in a moment', () => {
  guessesLog10('warm', [])
  const before = process.cpuUsage()
  guessesLog10('aA1!p4ssw0rd'.repeat(11).slice(0, 128), ABOUT)
  // Processor time: a busy machine must not look like a slow search.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(50)
})
