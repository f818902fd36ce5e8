import { CHOICES, type Choice, mark } from './chosen'
import { saveChoice, savedChoice } from './saved-choice'

/**
 * Makes the buttons of one choice work; a value that is not stored (system, normal) removes the choice.
 * Other open tabs follow.
 */
export function choiceButtons(name: Choice): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(`[data-${name}-choice]`)]
  const show = (value: string | null) => {
    mark(name, value)
    const chosen = document.documentElement.getAttribute(`data-${name}`)
    for (const button of buttons) {
      const isPlain = !(CHOICES[name] as readonly string[]).includes(button.value)
      button.setAttribute('aria-pressed', String(chosen === null ? isPlain : button.value === chosen))
    }
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      show(button.value)
      saveChoice(name, document.documentElement.getAttribute(`data-${name}`))
    })
  }
  addEventListener('storage', ({ key, newValue }) => {
    if (key === name) show(newValue)
  })
  show(savedChoice(name))
}
