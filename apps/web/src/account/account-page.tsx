import { useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { account as words } from '../messages/account.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { Account } from './account.tsx'

/** /konto */
export function AccountPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Whose />}</PlainFrame>
}

function Whose() {
  const t = useText()
  const { me } = useSession()
  return me.account ? (
    <Account me={me} account={me.account} />
  ) : (
    <SignIn target="/konto" words={t(words.signInFirst)} />
  )
}
