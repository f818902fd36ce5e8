/** What `work` answers for each of `items`, in their order, `atOnce` of them under way at a time. */
export async function atMost<T, R>(atOnce: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const place = next++
      answers[place] = await work(items[place] as T)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}
