/** The colour of the page around the words, as components/tokens.css has it (`--paper`). */
export const PAPER_COLOURS = { light: '#fdfbf7', dark: '#171614' } as const
