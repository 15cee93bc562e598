import type { Catalogue } from './text.ts'

/** Personal data: what is kept, how long, and what one may ask for. */
export const privacy = {
  title: { sv: 'Personuppgifter', en: 'Personal data' },
  lead: {
    sv: 'Vad Trygghetskartan sparar, hur länge, och vad du har rätt till.',
    en: 'What Trygghetskartan keeps, for how long, and what you have a right to.',
  },
  who: { sv: 'Vem som ansvarar', en: 'Who is responsible' },
  whoHelp: (municipality: string) => ({
    sv: `${municipality} ansvarar för personuppgifterna på den öppna kartan. Polisen ansvarar för sina egna uppgifter, som ingen annan ser.`,
    en: `${municipality} is responsible for personal data on the public map. The police are responsible for their own data, which nobody else sees.`,
  }),
  visiting: { sv: 'När du besöker kartan', en: 'When you visit the map' },
  visitingHelp: [
    {
      sv: 'Du behöver inget konto. Kartan sätter inga kakor för den som inte loggar in, mäter inga besök och laddar inget från någon annan.',
      en: 'You need no account. The map sets no cookies for who is not signed in, counts no visits and loads nothing from anybody else.',
    },
    {
      sv: 'På sidan Nära mig avrundas din plats till ungefär 100 meter innan den skickas. Platser du följer står bara på din enhet.',
      en: 'On the page Near me your place is rounded to about 100 metres before it is sent. Places you follow are kept on your device alone.',
    },
    {
      sv: 'Det du rapporterar sparas utan namn. Skriv aldrig om enskilda människor. En rapport visas inte för andra förrän kommunen har läst den, och då med avrundad plats och månad i stället för dag.',
      en: 'What you report is kept without a name. Never write about individual people. A report is not shown to others until the municipality has read it, and then with a rounded place and a month instead of a day.',
    },
  ],
  kept: { sv: 'Hur länge saker sparas', en: 'How long things are kept' },
  keptHelp: {
    sv: 'Tabellen är den som kartan själv gallrar efter varje natt.',
    en: 'The table is the one that the map itself goes by each night.',
  },
  what: { sv: 'Vad', en: 'What' },
  howLong: { sv: 'Hur länge', en: 'How long' },
  rule: { sv: 'Vad som händer sedan', en: 'What happens then' },
  from: (moment: string) => ({ sv: `räknat från ${moment}`, en: `counted from ${moment}` }),
  rights: { sv: 'Dina rättigheter', en: 'Your rights' },
  rightsHelp: [
    {
      sv: 'Du har rätt att få veta vilka uppgifter som finns om dig, få dem rättade eller raderade, och invända mot hur de används.',
      en: 'You have a right to know what data there is about you, to have it corrected or erased, and to object to how it is used.',
    },
    {
      sv: 'En rapport du själv har skickat tar du tillbaka med koden på kvittot. Utan koden kan ingen veta att rapporten är din.',
      en: 'A report that you have sent you take back with the code of the receipt. Without the code nobody can know that it is yours.',
    },
    {
      sv: 'Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten (imy.se).',
      en: 'If you are not content you can complain to the Swedish Authority for Privacy Protection (imy.se).',
    },
  ],
  basis: { sv: 'Varför det är tillåtet', en: 'Why it is allowed' },
  basisHelp: {
    sv: 'Behandlingen behövs för en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e): kommunens brottsförebyggande arbete enligt lagen (2023:196).',
    en: 'The processing is needed for a task in the public interest (GDPR article 6.1 e): the municipality’s crime prevention under act 2023:196.',
  },
  duration: (years: number, months: number, days: number) => ({
    sv:
      [
        years && `${years} år`,
        months && (months === 1 ? '1 månad' : `${months} månader`),
        days && (days === 1 ? '1 dag' : `${days} dagar`),
      ]
        .filter(Boolean)
        .join(' och ') || '–',
    en:
      [
        years && (years === 1 ? '1 year' : `${years} years`),
        months && (months === 1 ? '1 month' : `${months} months`),
        days && (days === 1 ? '1 day' : `${days} days`),
      ]
        .filter(Boolean)
        .join(' and ') || '–',
  }),
} satisfies Record<string, Catalogue[string] | readonly { sv: string; en: string }[]>
