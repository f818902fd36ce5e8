import styles from './theme-tools.module.css'

const THEMES = [
  { value: 'system', name: 'As my device' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
]

/** Hidden, with its space reserved, until the reader module makes the buttons work. */
export function ThemeTools() {
  return (
    <fieldset className={styles.tools} data-reader-tools="theme" hidden>
      <legend>Colours</legend>
      {THEMES.map(({ value, name }) => (
        <button key={value} type="button" value={value} data-theme-choice="" aria-pressed="false">
          {name}
        </button>
      ))}
    </fieldset>
  )
}
