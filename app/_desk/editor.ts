import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '@/app/_desk/auth'
import { store } from '@/app/store'
import { userById } from '@/db/accounts/users'
import type { Editor } from '@/lib/accounts/permissions'

/** Who is signed in, told from the cookies of the request under way; null when nobody is. */
export async function currentEditor(): Promise<Editor | null> {
  const held = await holder()
  const user = held && (await userById(await store(), held.userId))
  return user && { id: user.id, name: user.name, email: user.email, role: user.role }
}

/** The same for a page: whoever is signed out goes to the door, and from there back to `to`. */
export async function requireEditor(to: string): Promise<Editor> {
  return (await currentEditor()) ?? redirect(`/admin/sign-in?${new URLSearchParams({ to })}`)
}

/** The session by which the request under way came in; null when nobody is signed in. */
export async function currentSession(): Promise<string | null> {
  return (await holder())?.sessionId ?? null
}

async function holder() {
  return (await auth()).holder(await headers())
}
