/** What a paste left out, so that the editor can be told. */
export class LeftOut {
  pictures = 0
  /** Films, sounds and frames of other sites. */
  media = 0
  /** Buttons and form fields. */
  controls = 0
  /** Comments of Word and Google Docs. */
  comments = 0
  /** Struck words and deletions, as they were. */
  readonly struck: string[] = []
  /** The words of links that no story can hold. */
  readonly links: string[] = []

  add(other: LeftOut): void {
    this.pictures += other.pictures
    this.media += other.media
    this.controls += other.controls
    this.comments += other.comments
    this.struck.push(...other.struck)
    this.links.push(...other.links)
  }

  /** Sentences for the editor; empty when nothing was left out. */
  get sentences(): string[] {
    const { pictures, media, controls, comments, struck, links } = this
    return [
      struck.length ? `Struck text was left out: ${quoted(struck)}.` : '',
      comments ? `${counted(comments, 'comment')} left out.` : '',
      pictures
        ? `${counted(pictures, 'picture')} left out. Save ${pictures === 1 ? 'it' : 'them'} and upload ${pictures === 1 ? 'it' : 'them'} here if the paper may use ${pictures === 1 ? 'it' : 'them'}.`
        : '',
      media
        ? `${counted(media, 'film, sound or frame', 'films, sounds or frames')} left out. Put ${media === 1 ? 'its' : 'their'} address in as an embed.`
        : '',
      controls ? `${counted(controls, 'button or form field', 'buttons or form fields')} left out.` : '',
      links.length
        ? `The words of ${links.length === 1 ? 'a link' : 'links'} are here without the link, which leads nowhere outside of its page: ${quoted(links)}.`
        : '',
    ].filter(Boolean)
  }
}

const MAX_QUOTED = 3
const MAX_QUOTE_LENGTH = 60

function quoted(all: string[]): string {
  const shown = all.slice(0, MAX_QUOTED).map((words) => {
    const characters = [...words]
    return `“${characters.length > MAX_QUOTE_LENGTH ? `${characters.slice(0, MAX_QUOTE_LENGTH).join('').trimEnd()}…` : words}”`
  })
  return shown.join(', ') + (all.length > MAX_QUOTED ? ` and ${all.length - MAX_QUOTED} more` : '')
}

function counted(count: number, one: string, several = `${one}s`): string {
  return count === 1 ? `One ${one} was` : `${count} ${several} were`
}
