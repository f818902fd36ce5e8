import { bookStories } from '@/db/demo-edition/books'
import { businessStories } from '@/db/demo-edition/business'
import { cityStories } from '@/db/demo-edition/city'
import { cultureStories } from '@/db/demo-edition/culture'
import { neighbourhoodStories } from '@/db/demo-edition/neighbourhoods'
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
  ...neighbourhoodStories,
  ...notebookStories,
  ...politicsStories,
  ...businessStories,
  ...scienceStories,
  ...cultureStories,
  ...bookStories,
  ...sportStories,
  ...opinionStories,
  ...worldStories,
]
