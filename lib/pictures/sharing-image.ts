import { socialCardPath } from '@/lib/addresses/document-paths'
import type { Article, Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { CROPS, cropOf, isSuitableForSharing } from '@/lib/pictures/crops'
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, paperCard, socialCardHash, storyCard } from '@/lib/pictures/social-card'

/** The picture that represents a page where it is shared. */
export interface SharingImage {
  path: string
  widthPx: number
  heightPx: number
  type: 'image/jpeg' | 'image/png'
  alt: string
}

type Pictured = Pick<Teaser, 'picture'>

/** The picture for a story: its lead picture when that is large enough, otherwise a card with its headline. */
export function storyImage(
  article: Pick<Article, 'id' | 'kicker' | 'headline' | 'language' | 'sections' | 'leadPicture'>,
  settings: SiteSettings,
): SharingImage {
  return pictureImage({ picture: article.leadPicture }) ?? storyCardImage(article, settings)
}

/** The card of a story, also when it has a picture. */
export function storyCardImage(
  article: Pick<Article, 'id' | 'kicker' | 'headline' | 'language' | 'sections'>,
  settings: SiteSettings,
): SharingImage {
  const hash = socialCardHash(storyCard(article, settings))
  return { ...CARD, path: socialCardPath({ id: article.id, hash }), alt: article.headline }
}

/** The picture for a list: that of its first story with one that is large enough, otherwise the paper's card. */
export function listImage(teasers: Pictured[], settings: SiteSettings): SharingImage {
  for (const teaser of teasers) {
    const image = pictureImage(teaser)
    if (image) return image
  }
  return paperImage(settings)
}

/** The paper's own card. */
export function paperImage(settings: SiteSettings): SharingImage {
  const hash = socialCardHash(paperCard(settings))
  return { ...CARD, path: socialCardPath({ id: 'paper', hash }), alt: settings.name }
}

const CARD = { widthPx: CARD_WIDTH_PX, heightPx: CARD_HEIGHT_PX, type: 'image/png' } as const

function pictureImage({ picture }: Pictured): SharingImage | null {
  if (!picture || !isSuitableForSharing(picture)) return null
  const { widthPx, heightPx } = CROPS.social
  return { path: cropOf(picture, 'social').path, widthPx, heightPx, type: 'image/jpeg', alt: picture.alt }
}
