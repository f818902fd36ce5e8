import { notFound, permanentRedirect } from 'next/navigation'
import { IMMUTABLE, machineDocument } from '@/app/_machine/machine-document'
import { drawSocialCard } from '@/app/_machine/social-card'
import { readArticle, readPageChrome } from '@/app/reads'
import { parseSocialCardPath, socialCardPath } from '@/lib/addresses/document-paths'
import { paperCard, type SocialCard, socialCardHash, storyCard } from '@/lib/pictures/social-card'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ card: string }>
}

/** The card of a story, or of the paper. An address from before its words changed leads to the present one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const requested = parseSocialCardPath(`/cards/${(await params).card}`) ?? notFound()
  const card = (await cardOf(requested.id)) ?? notFound()
  const hash = socialCardHash(card)
  if (hash !== requested.hash) permanentRedirect(socialCardPath({ id: requested.id, hash }))
  const png = await drawSocialCard(card)
  return machineDocument(new Uint8Array(png), {
    contentType: 'image/png',
    headers: { 'Cache-Control': IMMUTABLE },
  })
}

/** null when readers have no such story. */
async function cardOf(id: number | 'paper'): Promise<SocialCard | null> {
  const { settings } = await readPageChrome()
  if (id === 'paper') return paperCard(settings)
  const page = await readArticle(id)
  return page?.visibility === 'public' ? storyCard(page.article, settings) : null
}
