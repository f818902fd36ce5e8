import type { SeededRandom } from '@/server/chaos/seeded-random'

/** Text that parsers, paths, stores and pages have stumbled over. */
const HOSTILE = [
  ...[
    '',
    ' ',
    '\t',
    '\0',
    '\u0000\u0001',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ufffd',
    '\ud800',
    'İ',
    'ﬁ',
    '🏴‍☠️',
    'é',
  ],
  ...['%', '%%', '%0', '%zz', '%00', '%2e%2e%2f', '%c3%28', '%ff', '%e0%80%af', '..', '../../etc/passwd', '..\\..\\'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; drop table articles; --", '{{7*7}}'],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-1', '0', '1e309', '9007199254740993'],
  ...[
    '0x10',
    '1.5',
    'true',
    '[]',
    '{}',
    'javascript:alert(1)',
    'https://',
    'http://[::1',
    '//elsewhere.invalid',
    'mailto:',
  ],
  ...['https://elsewhere.invalid/a?b=c#d', 'en', 'xx-XX', 'urdu', '2026-11-26T14:00:00Z', '2026-99-99', 'a@b.invalid'],
]

/** A piece of text that should be refused or kept, and never break anything; at most `longest` characters. */
export function hostileText(random: SeededRandom, longest = 5000): string {
  if (random.happens(0.1)) return random.pick(HOSTILE).repeat(random.between(1, 400)).slice(0, longest)
  if (random.happens(0.4)) {
    const length = random.between(1, Math.min(40, longest))
    return Array.from({ length }, () => String.fromCharCode(random.between(0, 0x2fff))).join('')
  }
  return random.pick(HOSTILE).slice(0, longest)
}

/** Random bytes, as a file that is none. */
export function hostileBytes(random: SeededRandom, most = 2000): Buffer {
  return Buffer.from(Array.from({ length: random.between(0, most) }, () => random.between(0, 255)))
}
