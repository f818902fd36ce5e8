declare module 'zxcvbn/lib/frequency_lists.js' {
  /** Each list is in order, the most frequent first. */
  const lists: {
    passwords: string[]
    english_wikipedia: string[]
    surnames: string[]
    female_names: string[]
    male_names: string[]
  }
  export default lists
}
