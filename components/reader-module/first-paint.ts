import { mark } from './chosen'
import { savedChoice } from './saved-choice'

// Runs in <head>, before anything is painted: a page must not change colour or size under the reader's eyes.
mark('theme', savedChoice('theme'))
mark('text-size', savedChoice('text-size'))
