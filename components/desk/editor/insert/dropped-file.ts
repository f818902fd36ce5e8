const PICTURE_NAME = /\.(?:avif|bmp|gif|hei[cf]|jfif|jpe?g|jxl|png|svg|tiff?|webp)$/i

/**
 * Whether the server should look at a file as a picture. It says in its own words why it takes none of some kinds, such
 * as HEIC, which has no type in some browsers.
 */
export function mayBePicture({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return type.startsWith('image/') || (type === '' && PICTURE_NAME.test(name))
}

/** Why a dropped file is not added to the story, and what to do instead. */
export function refusalOf(name: string, type: string): string {
  return `${name} was not added: a story takes pictures only. ${remedy(name, type)}`
}

function remedy(name: string, type: string): string {
  if (/^(?:video|audio)\//.test(type))
    return 'Publish it where the paper keeps its films and sounds, and put it in as an embed.'
  if (type === 'application/pdf' || /\.(?:pdf|docx?|odt|rtf|pages|txt|md|html?)$/i.test(name)) {
    return 'Open it, copy its words and paste them here, or link to where it can be read.'
  }
  if (/\.(?:xlsx?|ods|csv|numbers)$/i.test(name)) return 'Open it, copy the cells and paste them here as a table.'
  return 'Link to where it can be found.'
}
