import { choiceButtons } from './choice-buttons'
import { clicks } from './clicks'
import { read } from './read'
import { relativeTimes } from './relative-times'
import { share } from './share'
import { suggestions } from './suggestions'
import { tools } from './tools'

tools()
choiceButtons('theme')
choiceButtons('text-size')
share()
relativeTimes()
suggestions()
read()
clicks()
