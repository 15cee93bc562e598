import { useSearch } from '@tanstack/react-router'
import { faces } from '../frame/faces.ts'
import { signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { SignIn } from './sign-in.tsx'

/** /logga-in?till=/planera */
export function SignInPage() {
  const t = useText()
  const { till }: { till?: string } = useSearch({ strict: false })
  const face = faces.find(({ path }) => path === till) ?? faces[0]!
  return <SignIn face={face.path} words={t(words.lead)} />
}
