import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { authentication } from '@/app/_desk/auth'
import { store } from '@/app/store'
import { userById } from '@/db/accounts/users'
import type { Editor } from '@/lib/accounts/permissions'

/** The person who sent the current request, by its cookies; null when nobody is signed in. */
export async function currentEditor(): Promise<Editor | null> {
  const session = await requestSession()
  const user = session && (await userById(await store(), session.userId))
  return user && { id: user.id, name: user.name, email: user.email, role: user.role }
}

/** The same for a page: somebody who is signed out is sent to sign in, and from there back to `to`. */
export async function requireEditor(to: string): Promise<Editor> {
  return (await currentEditor()) ?? redirect(`/admin/sign-in?${new URLSearchParams({ to })}`)
}

/** The session of the current request; null when nobody is signed in. */
export async function currentSession(): Promise<string | null> {
  return (await requestSession())?.sessionId ?? null
}

async function requestSession() {
  return (await authentication()).sessionOf(await headers())
}
