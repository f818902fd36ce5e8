import type { PlannedStory } from '@/lib/planning/planned-story'

/** How many stories stand below a figure of the dashboard; the figure leads to the others. */
export const STORIES_BELOW_A_FIGURE = 6

/** Work that the dashboard counts: how many stories there are, and the first of them. */
export interface Figure {
  count: number
  stories: PlannedStory[]
}

/** How many stories were published in an hour. */
export interface PublishedInHour {
  /** "2026-11-23T09" by the clocks of the paper. */
  hour: string
  count: number
}

/** How many stories were published in a section. */
export interface PublishedInSection {
  id: number
  name: string
  count: number
}

/** How often a story was read in the last 24 hours. */
export interface ReadStory {
  id: number
  headline: string
  /** BCP 47. */
  language: string
  reads: number
}

/** What a chief editor looks at every morning; a contributor gets the same of their own stories. */
export interface Dashboard {
  /** To be done by the end of today and not late yet, the earliest deadline first. */
  due: Figure
  /** Waiting for an editor, the longest wait first. */
  inReview: Figure
  /** Scheduled, the next first. */
  scheduled: Figure
  /** A deadline or a schedule has passed, the oldest deadline first. */
  missed: Figure
  /** Planned and given to nobody. */
  unassigned: number
  /** Public for less than a week, without a link to another story / without a picture on top. */
  withoutLinks: number
  withoutPictures: number
  /** The last 24 hours, oldest first; the last is the present one. */
  hours: PublishedInHour[]
  /** The last seven days, sections of the top with all below them, most first; those with none are left out. */
  sections: PublishedInSection[]
  /** The first of the seven days, as "2026-11-23". */
  sectionsFrom: string
  /** Public stories that readers opened most in the last 24 hours, most first; none before the first was opened. */
  mostRead: ReadStory[]
}
