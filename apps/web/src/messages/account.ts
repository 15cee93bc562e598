import type { Catalogue } from './text.ts'

export const account = {
  title: { sv: 'Mitt konto', en: 'My account' },
  signInFirst: { sv: 'Logga in för att se ditt konto.', en: 'Sign in to see your account.' },
  noRole: {
    sv: 'En administratör behöver ge ditt konto en roll innan du kan arbeta här. Kartan som alla ser är öppen.',
    en: 'An administrator has to give your account a role before you can work here. The map that everyone sees is open.',
  },
  sessions: { sv: 'Där du är inloggad', en: 'Where you are signed in' },
  sessionsHelp: {
    sv: 'Känner du inte igen något av det här? Avsluta det, och byt lösenord hos din organisation.',
    en: 'Is there something here you do not recognise? End it, and change your password at your organisation.',
  },
  end: { sv: 'Avsluta', en: 'End' },
  endNamed: (what: string) => ({ sv: `Avsluta ${what}`, en: `End ${what}` }),
  endOthers: { sv: 'Avsluta alla andra', en: 'End all others' },
  ended: { sv: 'Avslutad', en: 'Ended' },
  thisSession: { sv: 'den här', en: 'this one' },
  unknownDevice: { sv: 'Okänd enhet', en: 'Unknown device' },
  deviceOn: (browser: string, system: string) => ({
    sv: `${browser} på ${system}`,
    en: `${browser} on ${system}`,
  }),
  lastSeen: (when: string) => ({ sv: `använd ${when}`, en: `used ${when}` }),
  signedInAt: (when: string) => ({ sv: `inloggad ${when}`, en: `signed in ${when}` }),
  limits: (idle: string, absolute: string) => ({
    sv: `Den här sessionen avslutas ${idle} om du inte gör något, och senast ${absolute}.`,
    en: `This session ends ${idle} if you do nothing, and ${absolute} at the latest.`,
  }),
  ownData: { sv: 'Uppgifter om dig', en: 'Data about you' },
  ownDataHelp: {
    sv: 'Allt som sparas om ditt konto, som en fil (JSON). Vill du att ditt konto raderas? Vänd dig till kommunens administratör.',
    en: 'Everything kept about your account, as a file (JSON). Do you want your account erased? Ask the municipality’s administrator.',
  },
  downloadExtract: { sv: 'Hämta registerutdrag', en: 'Download extract' },
} satisfies Catalogue
