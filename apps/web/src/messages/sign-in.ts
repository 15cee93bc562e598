import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

export const signIn = {
  lead: {
    sv: 'Kartan är öppen för alla. Du som planerar eller arbetar med trygghet i kommunen loggar in här.',
    en: 'The map is open to everyone. Those who plan or work with safety in the municipality sign in here.',
  },
  demo: { sv: 'Demonstrationskonton', en: 'Demonstration accounts' },
  demoHelp: {
    sv: 'Det här är en demonstration. Välj vem du vill vara; inget lösenord behövs.',
    en: 'This is a demonstration. Choose whom to be; no password is needed.',
  },
  closed: { sv: 'Inloggningen är inte öppen', en: 'Sign-in is not open' },
  closedHelp: {
    sv: 'Den här servern har ingen inloggning ännu. Fråga den som sköter den.',
    en: 'This server has no sign-in yet. Ask those who run it.',
  },
  providers: { sv: 'Din organisation', en: 'Your organisation' },
  signInWith: (title: string) => ({ sv: `Logga in via ${title}`, en: `Sign in by ${title}` }),
  done: { sv: 'Du är inloggad', en: 'You are signed in' },
  doneHelp: {
    sv: 'Gå tillbaka till fliken där du arbetade: den fortsätter där du var. Den här fliken kan du stänga.',
    en: 'Go back to the tab you were working in: it goes on where you were. You can close this tab.',
  },
  waiting: { sv: 'Ditt konto väntar på en roll', en: 'Your account is waiting for a role' },
  waitingWho: (name: string) => ({
    sv: `Du är inloggad som ${name}. Inloggningen fungerar, men ditt konto har ännu inte fått någon roll här.`,
    en: `You are signed in as ${name}. Signing in works, but your account has been given no role here yet.`,
  }),
  waitingHelp: {
    sv: 'En administratör i kommunen ger dig den. Sidan går vidare av sig själv när det är gjort. Kartan som alla ser kan du använda under tiden.',
    en: 'An administrator at the municipality gives it to you. This page goes on by itself when that is done. Meanwhile you can use the map that everyone sees.',
  },
  without: { sv: 'Fortsätt till kartan utan att logga in', en: 'Continue to the map without signing in' },
} satisfies Catalogue

/** Why a sign-in came to nothing, by the code the server sends one back with. */
export const signInTroubles: Readonly<Record<string, { title: Text; help: Text }>> = {
  denied: {
    title: { sv: 'Inloggningen avbröts', en: 'The sign-in was cancelled' },
    help: {
      sv: 'Du, eller din organisation, sa nej till inloggningen. Försök igen när du vill.',
      en: 'You, or your organisation, said no to the sign-in. Try again when you like.',
    },
  },
  expired: {
    title: { sv: 'Det tog för lång tid', en: 'It took too long' },
    help: {
      sv: 'Inloggningen hann bli för gammal, eller var redan använd. Börja om här.',
      en: 'The sign-in became too old, or was already used. Start again here.',
    },
  },
  'provider-down': {
    title: {
      sv: 'Din organisations inloggning svarar inte',
      en: 'Your organisation’s sign-in does not answer',
    },
    help: {
      sv: 'Felet ligger hos inloggningstjänsten, inte hos dig. Försök igen om några minuter.',
      en: 'The fault lies with the sign-in service, not with you. Try again in a few minutes.',
    },
  },
  refused: {
    title: { sv: 'Du kunde inte loggas in', en: 'You could not be signed in' },
    help: {
      sv: 'Svaret från inloggningstjänsten kunde inte godtas, eller så är kontot avstängt. Fråga din administratör om det händer igen.',
      en: 'The answer of the sign-in service could not be accepted, or the account is disabled. Ask your administrator if it happens again.',
    },
  },
  disabled: {
    title: { sv: 'Kontot är avstängt', en: 'The account is disabled' },
    help: {
      sv: 'En administratör har stängt kontot här. Fråga din administratör om det är ett misstag.',
      en: 'An administrator has disabled the account here. Ask your administrator if that is a mistake.',
    },
  },
  'not-fresh': {
    title: { sv: 'Inloggningen var inte ny', en: 'The sign-in was not a new one' },
    help: {
      sv: 'Det du skulle göra kräver att du nyss har legitimerat dig, och inloggningstjänsten kunde inte visa det. Försök igen, och skriv lösenordet när den frågar.',
      en: 'What you were about to do needs a sign-in of just now, and the sign-in service could not show one. Try again, and give your password when it asks.',
    },
  },
  'other-account': {
    title: { sv: 'Det var ett annat konto', en: 'That was another account' },
    help: {
      sv: 'Du legitimerade dig som någon annan än den du är inloggad som. Försök igen med samma konto, eller logga ut först.',
      en: 'You proved to be somebody else than who is signed in. Try again with the same account, or sign out first.',
    },
  },
  'session-ended': {
    title: { sv: 'Du är utloggad', en: 'You are signed out' },
    help: {
      sv: 'Sessionen har avslutats. Logga in igen för att fortsätta.',
      en: 'The session has ended. Sign in again to continue.',
    },
  },
}
