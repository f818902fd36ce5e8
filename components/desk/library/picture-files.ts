/** The files in what was dropped or pasted; none while somebody drags or pastes words. */
export function filesIn(data: DataTransfer | null): File[] {
  return data ? [...data.files] : []
}

/** Whether something dragged over the page holds files, before they can be read. */
export function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}
