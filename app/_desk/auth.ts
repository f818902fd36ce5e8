import 'server-only'
import { type Entrance, entrance } from '@/app/_desk/authentication'
import { store } from '@/app/store'
import { siteSettings } from '@/db/paper/site'
import { siteRuntime } from '@/lib/pages/site-runtime'

let opened: Promise<Entrance> | null = null

/** The way into the desk, made once a process. */
export function auth(): Promise<Entrance> {
  opened ??= open()
  return opened
}

async function open(): Promise<Entrance> {
  const given = siteRuntime()
  const db = await store()
  const { value: settings } = await siteSettings(db)
  return entrance({ db, siteUrl: given.siteUrl, secret: given.secret, paper: settings.name })
}
