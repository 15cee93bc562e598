import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

/** Theft prevention: how the page is told. */
export const theft = {
  title: { sv: 'Stöldskydd', en: 'Theft prevention' },
  lead: {
    sv: 'Korta råd som gör det svårare att stjäla från dig. Skriv ut sidan och bocka av.',
    en: 'Short advice that makes it harder to steal from you. Print the page and tick off.',
  },
  marking: { sv: 'Märk det du är rädd om', en: 'Mark what you care about' },
  markingHelp: {
    sv: 'Märkt gods är svårare att sälja och lättare att lämna tillbaka. Använd märk-DNA eller gravyr, och ett nummer som går att spåra till dig utan att ditt personnummer står på saken. Fotografera och skriv upp serienummer, och spara listan någon annanstans än hemma.',
    en: 'What is marked is harder to sell and easier to give back. Use forensic marking or engraving, and a number that leads to you without your personal identity number standing on the thing. Take pictures and write down serial numbers, and keep the list somewhere else than at home.',
  },
  happened: { sv: 'Om det ändå händer', en: 'If it happens all the same' },
  happenedHelp: {
    sv: 'Pågår det: ring 112. Annars anmäl till polisen på 114 14 eller polisen.se, spärra kort och telefon, och hör av dig till försäkringsbolaget.',
    en: 'While it is going on: call 112. Otherwise report it to the police on 114 14 or at polisen.se, block cards and telephone, and tell your insurance company.',
  },
  source: {
    sv: 'Egna sammanfattningar av råd från Polisen (polisen.se), Brottsförebyggande rådet (bra.se), Stöldskyddsföreningen (stoldskyddsforeningen.se) och, om båtar, Larmtjänst (larmtjanst.se).',
    en: 'Our own summaries of advice by the Swedish Police (polisen.se), the National Council for Crime Prevention (bra.se), Stöldskyddsföreningen (stoldskyddsforeningen.se) and, on boats, Larmtjänst (larmtjanst.se).',
  },
} satisfies Catalogue

export interface Advice {
  readonly id: string
  readonly title: Text
  readonly points: readonly Text[]
}

/** What to do, by what is to be kept: each point can be ticked off. */
export const advice: readonly Advice[] = [
  {
    id: 'home',
    title: { sv: 'Hemmet', en: 'The home' },
    points: [
      {
        sv: 'Lås alla dörrar och fönster, också när du bara går ut en stund.',
        en: 'Lock all doors and windows, also when you go out for a moment only.',
      },
      {
        sv: 'Ha ett godkänt lås med säkerhetsskruvat slutbleck i ytterdörren, och lås på altandörr och källarfönster.',
        en: 'Have an approved lock and a firmly fixed strike plate in the outer door, and locks on terrace door and cellar windows.',
      },
      {
        sv: 'Låt det se bebott ut när du är borta: tänd lampor på timer, be en granne tömma brevlådan.',
        en: 'Let it look lived in while you are away: lamps on timers, a neighbour who empties the letter box.',
      },
      {
        sv: 'Klipp häckar så att entrén syns, och ha belysning där.',
        en: 'Cut hedges so that the entrance is seen, and light it.',
      },
      {
        sv: 'Göm inga nycklar ute. Lås in stegar och verktyg.',
        en: 'Hide no keys outside. Lock away ladders and tools.',
      },
      {
        sv: 'Skriv inte på sociala medier att du är bortrest.',
        en: 'Do not say in social media that you are away.',
      },
    ],
  },
  {
    id: 'bicycle',
    title: { sv: 'Cykeln', en: 'The bicycle' },
    points: [
      {
        sv: 'Lås fast ramen i något som sitter fast, med ett godkänt lås.',
        en: 'Lock the frame to something fixed, with an approved lock.',
      },
      {
        sv: 'Skriv upp ramnumret och ta en bild på cykeln.',
        en: 'Write down the frame number and take a picture of the bicycle.',
      },
      {
        sv: 'Lås in cykeln över natten. Ta med batteriet till elcykeln.',
        en: 'Lock it in over night. Take along the battery of an electric bicycle.',
      },
      {
        sv: 'Ställ den där folk passerar och där det är ljust.',
        en: 'Leave it where people pass and where there is light.',
      },
    ],
  },
  {
    id: 'car',
    title: { sv: 'Bilen', en: 'The car' },
    points: [
      {
        sv: 'Lämna inget synligt i bilen, inte ens en tom väska.',
        en: 'Leave nothing in sight, not even an empty bag.',
      },
      {
        sv: 'Kontrollera att den verkligen blev låst. Förvara nyckeln en bit från ytterdörren, gärna i en skyddad ask om den är trådlös.',
        en: 'Make sure that it was locked. Keep the key away from the outer door, in a shielded box if it is wireless.',
      },
      {
        sv: 'Parkera ljust och synligt. Använd rattlås om bilen ofta blir stulen i din trakt.',
        en: 'Park where it is light and seen. Use a steering lock where such cars are often stolen.',
      },
      {
        sv: 'Märk katalysatorn och fälgarna, och sätt låsbult på hjulen.',
        en: 'Mark the catalytic converter and rims, and put lock bolts on the wheels.',
      },
    ],
  },
  {
    id: 'phone',
    title: { sv: 'Telefonen och väskan', en: 'The telephone and the bag' },
    points: [
      {
        sv: 'Ha skärmlås, och slå på funktionen som hittar och spärrar telefonen.',
        en: 'Have a screen lock, and turn on what finds and locks the telephone.',
      },
      {
        sv: 'Skriv upp IMEI-numret: slå *#06#.',
        en: 'Write down the IMEI number: dial *#06#.',
      },
      {
        sv: 'Håll väskan stängd och framför dig i trängsel, och skydda koden när du betalar.',
        en: 'Keep your bag closed and in front of you in a crowd, and cover the code when you pay.',
      },
      {
        sv: 'Logga aldrig in med e-legitimation för att någon ringer och ber dig.',
        en: 'Never sign in with an electronic identity because somebody calls and asks you to.',
      },
    ],
  },
  {
    id: 'boat',
    title: { sv: 'Båten', en: 'The boat' },
    points: [
      {
        sv: 'Ha ett godkänt lås på utombordaren, och ta hem den över vintern.',
        en: 'Have an approved lock on the outboard, and take it home over winter.',
      },
      {
        sv: 'Lås fast båten i bryggan med kätting, och släpet med kopplingslås.',
        en: 'Chain the boat to the jetty, and lock the coupling of the trailer.',
      },
      {
        sv: 'Märk motor, drev och elektronik, och skriv upp skrovets nummer.',
        en: 'Mark engine, drive and electronics, and write down the number of the hull.',
      },
      {
        sv: 'Gå med i båtklubbens vakt.',
        en: 'Take part in the watch of the boat club.',
      },
    ],
  },
]
