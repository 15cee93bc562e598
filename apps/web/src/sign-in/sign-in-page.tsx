import { useSearch } from '@tanstack/react-router'
import { signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { SignIn } from './sign-in.tsx'

/** /logga-in?till=/planera&fel=expired */
export function SignInPage() {
  const t = useText()
  const { till, fel }: { till?: string; fel?: string } = useSearch({ strict: false })
  return <SignIn target={till && wantedOf(till)} trouble={fel} words={t(words.lead)} />
}

/** A sign-in that came to nothing names the page it would have gone back through, which in turn knows where to. */
function wantedOf(till: string): string | undefined {
  const url = URL.canParse(till, location.origin) ? new URL(till, location.origin) : null
  return url?.pathname === '/inloggad' ? (url.searchParams.get('till') ?? undefined) : till
}
