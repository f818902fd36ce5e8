import { mark } from './chosen'
import { savedChoice } from './saved-choice'

// Runs in <head>, before the first paint, so that colours and text size do not change afterwards.
mark('theme', savedChoice('theme'))
mark('text-size', savedChoice('text-size'))
