import type { Click } from '@/lib/audience/clicks'

/** A place of a link, and how often it was followed in all stories. */
export interface ClickedPlace extends Click {
  clicks: number
}

/** A story, and how often its links were followed. */
export interface ClickedStory {
  id: number
  headline: string
  language: string
  clicks: number
}

/** The links between paragraphs that readers followed in some days, the most followed first. */
export interface Clicks {
  total: number
  places: ClickedPlace[]
  /** Those with the most. */
  stories: ClickedStory[]
}
