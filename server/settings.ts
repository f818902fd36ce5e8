import { join, resolve, sep } from 'node:path'
import { z } from 'zod'
import { parseUrl } from '@/lib/addresses/url'

/** Settings from the environment, read once at the start. */
export interface Settings {
  port: number
  host: string
  /** Absolute path of the folder that holds the store and the media. */
  dataDir: string
  /** Public origin without a trailing slash. */
  siteUrl: string
  /** Hops of trusted proxies before this process; 0 ignores forwarded headers. */
  trustedProxies: number
  edition: 'demo' | 'empty'
  /** Upper bound of the page store. */
  pageStoreMiB: number
  /** Absolute path of the folder in which pages are kept as files for a proxy; null: nowhere. */
  pageFiles: string | null
  /** File with the milliseconds by which the site's clock is ahead; null: the machine's clock. For tests only. */
  clockFile: string | null
  /** Signs the cookies of the desk; null: the one in the data folder. */
  secret: string | null
  /** How the site sends mail; null: it sends none. */
  mail: { smtpUrl: string; from: string } | null
}

/** An invalid setting, which stops the start. The message has the setting, its value and the expected value. */
export class SettingProblem extends Error {}

/** Settings that hold a secret, which must not be in logs. */
const SECRETS = new Set(['SECRET', 'SMTP_URL'])

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most)

/**
 * The settings in `env`. An empty value means unset.
 * Throws SettingProblem for an invalid value, and for a test clock on a site that listens beyond this machine.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const read = <T>(name: string, fallback: string, schema: z.ZodType<T, string>, expected: string): T => {
    const found = env[name]?.trim() || fallback
    const parsed = schema.safeParse(found)
    if (!parsed.success) {
      const shown = SECRETS.has(name) ? 'not shown here' : `"${found}"`
      throw new SettingProblem(`${name} is ${shown}, but it should be ${expected}.`)
    }
    return parsed.data
  }
  const port = read('PORT', '3000', wholeNumber(0, 65535), 'a port number from 0 to 65535')
  const host = read(
    'HOST',
    '127.0.0.1',
    z.string().regex(/^[a-zA-Z0-9.:-]+$/),
    'a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  )
  const siteUrl = read(
    'SITE_URL',
    `http://localhost:${port}`,
    z.string().transform(originOf).pipe(z.string()),
    'the public origin alone, such as https://news.example, without a path',
  )
  const clockFile = read('TEST_CLOCK', '-', z.string(), 'the path of a file')
  if (clockFile !== '-' && !(LOOPBACK.has(host) && LOOPBACK.has(new URL(siteUrl).hostname))) {
    throw new SettingProblem(
      `TEST_CLOCK is "${clockFile}", but it should be unset: a site that others can reach never runs on a moved clock.`,
    )
  }
  const secret = read(
    'SECRET',
    '-',
    z.string().refine((text) => text === '-' || text.length >= 32),
    'at least 32 random characters',
  )
  const smtpUrl = read(
    'SMTP_URL',
    '-',
    z.string().refine((text) => text === '-' || /^smtps?:\/\/[^/]/.test(text)),
    'the address of a mail server, such as smtps://user:password@mail.example:465',
  )
  const from = read(
    'MAIL_FROM',
    '-',
    z.string().refine((text) => text === '-' || /^[^@\r\n]*[^@\s]+@[^@\s]+$/.test(text)),
    'an e-mail address to send from, such as The Observer <desk@observer.example>',
  )
  if ((smtpUrl === '-') !== (from === '-')) {
    const [set, missing] = smtpUrl === '-' ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM']
    throw new SettingProblem(`${missing} is "", but it should be set too when ${set} is.`)
  }
  const dataDir = resolve(read('DATA_DIR', './data', z.string(), 'the path of a folder'))
  const files = read('PAGE_FILES', '-', z.string(), 'the path of a folder')
  const pageFiles = files === '-' ? null : resolve(files)
  if (pageFiles !== null && (within(pageFiles, dataDir) || within(dataDir, pageFiles))) {
    throw new SettingProblem(
      `PAGE_FILES is "${files}", but it should be a folder of its own beside DATA_DIR, because everybody may read it.`,
    )
  }
  return {
    port,
    host,
    siteUrl,
    dataDir,
    trustedProxies: read(
      'TRUST_PROXY',
      '0',
      z.union([z.literal('none').transform(() => 0), wholeNumber(0, 16)]),
      'the number of proxies in front of this site, 1 to 16, or none',
    ),
    edition: read('EDITION', 'demo', z.enum(['demo', 'empty']), 'demo or empty'),
    pageStoreMiB: read('PAGE_STORE_MIB', '64', wholeNumber(8, 65536), 'a size in MiB from 8 to 65536'),
    pageFiles,
    clockFile: clockFile === '-' ? null : resolve(clockFile),
    secret: secret === '-' ? null : secret,
    mail: smtpUrl === '-' ? null : { smtpUrl, from },
  }
}

/** Where the pictures of a data directory lie. */
export function mediaDir(dataDir: string): string {
  return join(dataDir, 'media')
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep)
}

function originOf(text: string): string | undefined {
  const url = parseUrl(text)
  if (!url) return undefined
  const { protocol, origin, pathname, search, hash, username } = url
  const bare = pathname === '/' && !search && !hash && !username
  return (protocol === 'http:' || protocol === 'https:') && bare ? origin : undefined
}
