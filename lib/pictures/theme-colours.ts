/** The background colour of pages, the same as `--paper` in components/tokens.css. */
export const PAPER_COLOURS = { light: '#fdfbf7', dark: '#171614' } as const
