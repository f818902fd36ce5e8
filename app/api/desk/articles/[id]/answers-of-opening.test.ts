import { beforeEach, expect, it, vi } from 'vitest'
import { answersOfOpening } from '@/app/_desk/answers/answers-of-opening'
import * as checklist from '@/app/api/desk/articles/[id]/checklist/route'
import * as corrections from '@/app/api/desk/articles/[id]/corrections/route'
import * as linking from '@/app/api/desk/articles/[id]/linking/route'
import * as notes from '@/app/api/desk/articles/[id]/notes/route'
import * as people from '@/app/api/desk/articles/[id]/people/route'
import * as plan from '@/app/api/desk/articles/[id]/plan/route'
import * as timeline from '@/app/api/desk/articles/[id]/timeline/route'
import { comment } from '@/db/comments/notes'
import { articleOwnership } from '@/db/editing/ownership'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aUser } from '@/db/testing/accounts'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import { type Editor, ROLES } from '@/lib/accounts/permissions'
import { articlePermissions } from '@/lib/desk/articles/article-permissions'
import { withoutAccount } from '@/lib/revisions/saver'

let db: MemoryStore
let signedIn: Editor | null

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => '' }))
vi.mock('@/app/_desk/editor', () => ({ currentEditor: async () => signedIn }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({ siteUrl: 'https://observer.example', now: () => NOW }),
}))

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

/** The addresses of a room, each with the route that answers it. */
const ROUTES = {
  'GET /api/desk/articles/[id]/checklist': checklist.GET,
  'GET /api/desk/articles/[id]/corrections': corrections.GET,
  'GET /api/desk/articles/[id]/linking': linking.GET,
  'GET /api/desk/articles/[id]/notes': notes.GET,
  'GET /api/desk/articles/[id]/people': people.GET,
  'GET /api/desk/articles/[id]/plan': plan.GET,
  'GET /api/desk/articles/[id]/timeline': timeline.GET,
} as const

it.each(ROLES)(
  'a room that %s opens comes with what its addresses answer, and with nothing that they refuse',
  async (role) => {
    await aUser(db, 'Mara Quill', 'admin')
    signedIn = { id: await aUser(db, 'Ines Dahl', role), name: 'Ines Dahl', email: 'ines@observer.example', role }
    const corrections = [{ note: 'The ferry leaves at six.', correctedAt: NOW }]
    const id = await aStory(db, { headline: 'Ferries run again', ownerId: signedIn.id, corrections })
    await comment(db, { articleId: id, words: 'Who confirmed the times?', by: withoutAccount('Mara Quill'), now: NOW })
    const ownership = await articleOwnership(db, id)
    if (!ownership) throw new Error(`story ${id} does not exist`)
    const can = articlePermissions(signedIn, ownership)

    const answers = await answersOfOpening(db, { id, editor: signedIn, can, now: NOW })
    for (const [address, answer] of Object.entries(ROUTES)) {
      const request = new Request(`https://observer.example/api/desk/articles/${id}`)
      const response = await answer(request, { params: Promise.resolve({ id: String(id) }) })
      const given = answers[address as keyof typeof ROUTES]
      if (response.ok) expect(given, address).toEqual(await response.json())
      else expect([response.status, given], address).toEqual([403, undefined])
    }
  },
)
