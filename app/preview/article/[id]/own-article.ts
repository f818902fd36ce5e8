import 'server-only'
import { currentEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { articleOwnership } from '@/db/editing/ownership'
import { can } from '@/lib/accounts/permissions'

/** The article in the address when whoever is signed in may preview it; null otherwise. */
export async function ownArticle(segment: string): Promise<number | null> {
  const id = /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : null
  const editor = await currentEditor()
  const ownership = id === null ? null : await articleOwnership(await store(), id)
  return editor && ownership && can(editor, 'preview article', ownership) ? id : null
}
