import 'server-only'
import { type Authentication, createAuthentication } from '@/app/_desk/authentication'
import { store } from '@/app/store'
import { siteSettings } from '@/db/paper/site'
import { siteRuntime } from '@/lib/pages/site-runtime'

let opened: Promise<Authentication> | null = null

/** Sign-in and sessions of the desk, made once a process. */
export function authentication(): Promise<Authentication> {
  opened ??= open()
  return opened
}

async function open(): Promise<Authentication> {
  const { siteUrl, secret } = siteRuntime()
  const db = await store()
  const { value: settings } = await siteSettings(db)
  return createAuthentication({ db, siteUrl, secret, paper: settings.name })
}
