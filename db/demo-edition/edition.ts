import { demoAuthors } from '@/db/demo-edition/authors'
import { demoPictures } from '@/db/demo-edition/pictures'
import { demoSections } from '@/db/demo-edition/sections'
import { demoStandingPages } from '@/db/demo-edition/standing-pages'
import { demoStories } from '@/db/demo-edition/stories'
import { demoTopics } from '@/db/demo-edition/topics'
import type { DemoStory } from '@/db/demo-edition/writing'
import { DEFAULT_DISTRIBUTION, type SiteSettings } from '@/lib/paper/site-settings'

/** A whole paper in words and keys, before it is put into a store. */
export interface DemoEdition {
  paper: SiteSettings
  sections: typeof demoSections
  topics: typeof demoTopics
  authors: typeof demoAuthors
  pictures: typeof demoPictures
  stories: DemoStory[]
  /** What stands on the front page, by the keys of stories. */
  front: { lead: string; seconds: string[]; bands: { name: string; stories: string[] }[] }
  standingPages: typeof demoStandingPages
  /** Plans of stories that are still to come, by their keys; left out for none. */
  plans?: { story: string; dueInHours: number; note: string }[]
}

const SECONDS = ['lifting-bridge', 'tern-colony', 'rent-register', 'theatre-first-night']

const SPRING_2024 = [
  'pyongyang-visit',
  'baltimore-bridge',
  'debate-topics',
  'panda-diplomacy',
  'ukraine-missiles',
  'red-sea-northern-route',
  'gaza-veto',
]

/** The paper of Port Linnet, with which a new store begins. */
export const demoEdition: DemoEdition = {
  paper: {
    name: 'The Broadsheet',
    tagline: 'The daily paper of Port Linnet and the world beyond',
    language: 'en',
    timeZone: 'Europe/London',
    organisation: {
      legalName: 'Broadsheet Readers’ Trust',
      email: 'newsroom@broadsheet.example',
      address: '14 Custom House Lane, Port Linnet',
      foundedYear: 1887,
    },
    distribution: DEFAULT_DISTRIBUTION,
  },
  sections: demoSections,
  topics: demoTopics,
  authors: demoAuthors,
  pictures: demoPictures,
  stories: demoStories,
  front: {
    lead: 'tram-line-4',
    seconds: SECONDS,
    bands: [{ name: 'Spring 2024, revisited', stories: SPRING_2024 }],
  },
  standingPages: demoStandingPages,
  plans: [
    {
      story: 'night-tram-plan',
      dueInHours: 48,
      note: 'Before the committee sits: the numbers of night passengers from the operator, and a picture of the depot.',
    },
  ],
}
