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
  without: { sv: 'Fortsätt till kartan utan att logga in', en: 'Continue to the map without signing in' },
} satisfies Catalogue
