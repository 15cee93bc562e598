import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import styles from './search-field.module.css'

/** Typed text is looked for once the typing rests, in milliseconds. */
const rest = 250

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Free text to look for; says what is looked for when the typing rests. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const [last, setLast] = useState(value)
  const [sent, setSent] = useState(value)
  // The back button changes it too; what was typed here comes back later than the next key.
  if (last !== value) {
    setLast(value)
    if (value !== sent) setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => {
      setSent(typed)
      onChange(typed)
    }, rest)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <label className={styles.field}>
      <Icon name="search" size={17} />
      <span className="sr-only">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  )
}
