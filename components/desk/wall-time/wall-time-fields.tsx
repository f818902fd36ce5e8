'use client'

import { useId } from 'react'
import { Input } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { type ChosenTime, comingText, type WallChoice } from './chosen-time'
import styles from './wall-time-fields.module.css'

interface Props {
  /** What happens at that time, in the third person: "Publishes". */
  verb: string
  choice: WallChoice
  chosen: ChosenTime
  onChoice: (choice: WallChoice) => void
  now: Date
  /** IANA zone of the site. */
  timeZone: string
}

/** A day and a time in the time zone of the site, and the instant they mean in words. */
export function WallTimeFields({ verb, choice, chosen, onChoice, now, timeZone }: Props) {
  const name = useId()
  return (
    <div className={styles.fields}>
      <Field label="Day">
        <Input
          type="date"
          value={choice.day}
          onChange={(event) => onChoice({ ...choice, day: event.target.value, turn: null })}
        />
      </Field>
      <Field label={`Time in ${timeZone}`}>
        <Input
          type="time"
          step={60}
          value={choice.time}
          onChange={(event) => onChoice({ ...choice, time: event.target.value, turn: null })}
        />
      </Field>
      {chosen.kind === 'which' || choice.turn !== null ? (
        <fieldset className={styles.which}>
          <legend>The clocks go back that day, and {choice.time} comes twice. Which one?</legend>
          {(['first', 'second'] as const).map((turn) => (
            <label key={turn}>
              <Input
                type="radio"
                name={name}
                checked={choice.turn === turn}
                onChange={() => onChoice({ ...choice, turn })}
              />{' '}
              The {turn}
              {chosen.kind === 'which' ? `: ${chosen[turn]}` : ''}
            </label>
          ))}
        </fieldset>
      ) : null}
      <p className={styles.words} role="status">
        {chosen.kind === 'at' ? comingText(verb, chosen.at, { now, timeZone }) : ''}
        {chosen.kind === 'problem' ? <strong className={styles.problem}>{chosen.message}</strong> : null}
      </p>
    </div>
  )
}
