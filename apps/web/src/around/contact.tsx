import { useQuery } from '@tanstack/react-query'
import { around as words } from '../messages/around.ts'
import { useText } from '../messages/text.ts'
import { aboutQuery } from './around-api.ts'

/** An e-mail address or a telephone number as a link; in words where none is configured. */
export function Contact({ whose = 'contact' }: { readonly whose?: 'contact' | 'dataProtection' }) {
  const t = useText()
  const { data } = useQuery(aboutQuery)
  if (!data) return null
  const contact = data[whose] ?? data.contact
  if (!contact) return <p>{t(words.noContact(data.municipality))}</p>
  const href = contact.includes('@') ? `mailto:${contact}` : `tel:${contact.replace(/[^\d+]/g, '')}`
  return (
    <p>
      {t(words.contactOf(data.municipality))}: <a href={href}>{contact}</a>
    </p>
  )
}
