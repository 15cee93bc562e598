import type { Catalogue } from './text.ts'

/** What is said when a session ends, or is not fresh enough. */
export const guard = {
  stepUp: { sv: 'Logga in på nytt för att fortsätta', en: 'Sign in again to continue' },
  stepUpHelp: (name: string) => ({
    sv: `Det du ska göra kräver att du nyss har loggat in. Bekräfta att det är du, ${name}. Inget du skrivit går förlorat.`,
    en: `What you are about to do needs a recent sign-in. Confirm that it is you, ${name}. Nothing you typed is lost.`,
  }),
  ended: { sv: 'Du är utloggad', en: 'You are signed out' },
  endedHelp: (name: string) => ({
    sv: `Sessionen för ${name} har avslutats. Det du skrivit och ritat står kvar här bakom: logga in igen och fortsätt.`,
    en: `The session of ${name} has ended. What you typed and drew is still here behind this: sign in again and go on.`,
  }),
  changed: { sv: 'Något har ändrats i din inloggning', en: 'Something changed in your sign-in' },
  changedHelp: (name: string) => ({
    sv: `Sidan öppnades av ${name}. Nu gäller en annan roll eller ett annat konto, så sidan behöver läsas in på nytt.`,
    en: `This page was opened by ${name}. Another role or account holds now, so the page has to be loaded anew.`,
  }),
  reload: { sv: 'Läs in sidan på nytt', en: 'Load the page anew' },
  leave: { sv: 'Gå till kartan utan att logga in', en: 'Go to the map without signing in' },
  signInAgain: { sv: 'Logga in på nytt', en: 'Sign in again' },
  signInWith: (title: string) => ({ sv: `Logga in via ${title}`, en: `Sign in by ${title}` }),
  signInAs: (name: string) => ({ sv: `Logga in som ${name}`, en: `Sign in as ${name}` }),
  newTab: { sv: 'öppnas i en ny flik', en: 'opens in a new tab' },
} satisfies Catalogue
