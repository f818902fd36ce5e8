import styles from './reading-tools.module.css'

const TEXT_SIZES = [
  { value: 'small', name: 'Small text' },
  { value: 'normal', name: 'Normal text' },
  { value: 'large', name: 'Large text' },
  { value: 'x-large', name: 'Largest text' },
]

/** Hidden, with its space reserved, until the reader module makes the buttons work. */
export function ReadingTools() {
  return (
    <div className={styles.tools} data-reader-tools="article" hidden>
      <fieldset className={styles.sizes}>
        <legend className="visually-hidden">Text size</legend>
        {TEXT_SIZES.map(({ value, name }) => (
          <button
            key={value}
            type="button"
            value={value}
            data-text-size-choice=""
            aria-pressed="false"
            aria-label={name}
          >
            A
          </button>
        ))}
      </fieldset>
      <button type="button" data-copy-link="">
        Copy link
      </button>
      <button type="button" data-share="" hidden>
        Share
      </button>
      <span className={styles.status} role="status" data-share-status="" />
    </div>
  )
}
