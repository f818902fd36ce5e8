'use client'

import { Dialog } from '@/components/desk/dialog'
import styles from './shortcuts-dialog.module.css'

const KEYS: [string, [string, string][]][] = [
  [
    'Words',
    [
      ['Mod B', 'Bold'],
      ['Mod I', 'Italic'],
      ['Mod E', 'Code'],
      ['Mod .', 'Superscript, as in 10⁶'],
      ['Mod ,', 'Subscript, as in H₂O'],
      ['Mod K', 'Link to a story or an address'],
      ['**words**', 'Bold, as it is typed'],
      ['_words_', 'Italic, as it is typed'],
      ['`words`', 'Code, as it is typed'],
      ['10^6^ and H~2~O', 'Superscript and subscript, as they are typed'],
    ],
  ],
  [
    'Elements',
    [
      ['/', 'Put something in, at the start of a line or behind a space'],
      ['Mod Alt 2 or ##', 'Heading'],
      ['Mod Alt 3 or ###', 'Subheading'],
      ['Mod Alt 0', 'Paragraph'],
      ['Mod Shift 8 or -', 'List'],
      ['Mod Shift 7 or 1.', 'Numbered list'],
      ['Mod Shift 9 or >', 'Quote'],
      ['Mod Shift 0', 'Pull quote'],
      ['---', 'Divider'],
      ['Alt Shift ↑ and ↓', 'Move the element up or down'],
      ['Mod Enter', 'A new paragraph behind the element'],
      ['Tab and Shift Tab', 'In a list one level deeper and back; in a table to the next cell and back'],
      ['Tab', 'On a chosen block into its tools'],
      ['Escape', 'From a block’s tools or the toolbar back to the text'],
    ],
  ],
  [
    'The desk',
    [
      ['Mod S', 'Save at once'],
      ['Mod Shift Enter', 'Publish, after a question; outside of the text Mod Enter as well'],
      ['Alt F10', 'To the toolbar'],
      ['Mod Alt M', 'Comment on the selected words'],
      ['Mod Z', 'Undo'],
      ['Mod Shift Z or Mod Y', 'Redo'],
      ['Mod /', 'These keys'],
    ],
  ],
]

/** All keyboard shortcuts of the desk. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'
  return (
    <Dialog title="Keys" open onClose={onClose}>
      {KEYS.map(([part, keys]) => (
        <section key={part}>
          <h3>{part}</h3>
          <dl className={styles.keys}>
            {keys.map(([key, does]) => (
              <div key={key} className={styles.line}>
                <dt>{key.replaceAll('Mod', mod)}</dt>
                <dd>{does.replaceAll('Mod', mod)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
