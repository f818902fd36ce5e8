import { businessStories } from '@/db/demo-edition/business'
import { cityStories } from '@/db/demo-edition/city'
import { cultureStories } from '@/db/demo-edition/culture'
import { notebookStories } from '@/db/demo-edition/notebook'
import { opinionStories } from '@/db/demo-edition/opinion'
import { politicsStories } from '@/db/demo-edition/politics'
import { scienceStories } from '@/db/demo-edition/science'
import { sportStories } from '@/db/demo-edition/sport'
import { worldStories } from '@/db/demo-edition/world'
import type { DemoStory } from '@/db/demo-edition/writing'

/** Every story of the demo edition, in no particular order: their instants decide. */
export const demoStories: DemoStory[] = [
  ...cityStories,
  ...notebookStories,
  ...politicsStories,
  ...businessStories,
  ...scienceStories,
  ...cultureStories,
  ...sportStories,
  ...opinionStories,
  ...worldStories,
]
