import type { Catalogue } from './text.ts'

export const shared = {
  title: { sv: 'Delad plan', en: 'Shared plan' },
  municipality: (name: string) => ({ sv: `Plan från ${name}`, en: `Plan from ${name}` }),
  notDecided: {
    sv: 'Det här är ett arbetsmaterial. Åtgärder som inte är beslutade kan ändras eller utgå.',
    en: 'This is work in progress. Measures that are not decided may change or be dropped.',
  },
  openUntil: (date: string) => ({ sv: `Länken gäller till ${date}.`, en: `The link is open until ${date}.` }),
  measures: (n: number) => ({
    sv: n === 1 ? '1 åtgärd' : `${n} åtgärder`,
    en: n === 1 ? '1 measure' : `${n} measures`,
  }),
  none: { sv: 'Planen har inga åtgärder att visa', en: 'The plan has no measures to show' },
  noneHelp: { sv: 'Fler kan komma. Titta in igen senare.', en: 'There may be more. Look in again later.' },
  costs: { sv: 'Kostnader', en: 'Costs' },
  investment: { sv: 'Investering', en: 'Investment' },
  yearly: { sv: 'Per år', en: 'Per year' },
  budget: { sv: 'Budget', en: 'Budget' },
  gone: { sv: 'Länken gäller inte', en: 'The link is not open' },
  goneHelp: {
    sv: 'Den kan ha gått ut eller dragits tillbaka, eller så är adressen inte hel. Be den som skickade länken om en ny.',
    en: 'It may have expired or been withdrawn, or the address is not whole. Ask whoever sent it for a new one.',
  },
  toMap: { sv: 'Till kommunens öppna karta', en: 'To the municipality’s public map' },
  map: { sv: 'Karta', en: 'Map' },
  mapLabel: { sv: 'Karta över planens åtgärder', en: 'Map of the plan’s measures' },
  noMap: {
    sv: 'Webbläsaren kan inte visa kartan. Listan har samma innehåll.',
    en: 'The browser cannot show the map. The list holds the same.',
  },
  showOnMap: (name: string) => ({ sv: `Visa ${name} på kartan`, en: `Show ${name} on the map` }),
  whole: { sv: 'Visa hela planen', en: 'Show the whole plan' },
} satisfies Catalogue

export const shares = {
  title: { sv: 'Länkar för den som inte loggar in', en: 'Links for those who do not sign in' },
  lead: {
    sv: 'Den som har länken ser planens åtgärder på karta och i lista, med offentliga texter och utan namn. Länken följer planen tills den går ut.',
    en: 'Whoever has the link sees the plan’s measures on a map and in a list, with public texts and no names. The link follows the plan until it expires.',
  },
  ownersOnly: {
    sv: 'Bara planens ägare kan göra länkar och dra tillbaka dem.',
    en: 'Only the plan’s owners can make links and withdraw them.',
  },
  days: { sv: 'Gäller i', en: 'Open for' },
  forDays: (n: number) => ({ sv: n === 1 ? '1 dygn' : `${n} dygn`, en: n === 1 ? '1 day' : `${n} days` }),
  withCosts: { sv: 'Visa kostnader', en: 'Show costs' },
  make: { sv: 'Gör en länk', en: 'Make a link' },
  once: { sv: 'Länken visas bara nu', en: 'The link is shown only now' },
  onceHelp: {
    sv: 'Kopiera den innan du går vidare. Tappas den bort gör du en ny.',
    en: 'Copy it before you go on. If it is lost, make a new one.',
  },
  link: { sv: 'Länk', en: 'Link' },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierad', en: 'Copied' },
  linkCopied: { sv: 'Länken är kopierad', en: 'The link is copied' },
  copyFailed: {
    sv: 'Webbläsaren lät inte länken kopieras. Markera den och kopiera själv.',
    en: 'The browser would not copy the link. Select it and copy it yourself.',
  },
  done: { sv: 'Klar', en: 'Done' },
  openLinks: { sv: 'Öppna länkar', en: 'Open links' },
  noLinks: { sv: 'Inga länkar är öppna.', en: 'No links are open.' },
  until: (date: string) => ({ sv: `Gäller till ${date}`, en: `Open until ${date}` }),
  madeBy: (name: string, date: string) => ({
    sv: `Gjord av ${name}, ${date}`,
    en: `Made by ${name}, ${date}`,
  }),
  costsShown: { sv: 'med kostnader', en: 'with costs' },
  costsHidden: { sv: 'utan kostnader', en: 'without costs' },
  lastUsed: (when: string) => ({ sv: `Senast öppnad ${when}`, en: `Last opened ${when}` }),
  neverUsed: { sv: 'Inte öppnad ännu', en: 'Not opened yet' },
  revoke: { sv: 'Dra tillbaka', en: 'Withdraw' },
  revoked: { sv: 'Länken är tillbakadragen', en: 'The link is withdrawn' },
} satisfies Catalogue
