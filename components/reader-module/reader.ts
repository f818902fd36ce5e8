import { choiceButtons } from './choice-buttons'
import { relativeTimes } from './relative-times'
import { share } from './share'

choiceButtons('theme')
choiceButtons('text-size')
share()
relativeTimes()
// Last: what is shown works.
for (const tools of document.querySelectorAll<HTMLElement>('[data-reader-tools]')) tools.hidden = false
