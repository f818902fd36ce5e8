import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import styles from './field.module.css'

/** The attributes that connect a control with its label, hint and problem. */
export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface Props {
  /** The control's accessible name, word for word. */
  label: string
  /** What has to be corrected in this field. */
  problem?: string | undefined
  hint?: ReactNode | undefined
  /** The control: an element that takes the attributes, or a function of them. */
  children: ReactElement<Partial<ControlAttributes>> | ((attributes: ControlAttributes) => ReactNode)
}

/** A control with its label, hint and problem. */
export function Field({ label, problem, hint, children }: Props) {
  const id = useId()
  const [hintId, problemId] = [`${id}hint`, `${id}problem`]
  const described = [hint ? hintId : '', problem ? problemId : ''].filter(Boolean).join(' ')
  const attributes: ControlAttributes = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? true : undefined,
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {typeof children === 'function' ? children(attributes) : cloneElement(children, attributes)}
      {hint ? (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className={styles.problem} id={problemId} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
