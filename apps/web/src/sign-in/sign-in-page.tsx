import { useSearch } from '@tanstack/react-router'
import { signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { SignIn } from './sign-in.tsx'

/** /logga-in?till=/planera&fel=expired */
export function SignInPage() {
  const t = useText()
  const { till, fel }: { till?: string; fel?: string } = useSearch({ strict: false })
  return <SignIn target={till} trouble={fel} words={t(words.lead)} />
}
