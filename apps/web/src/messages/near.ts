import type { Catalogue } from './text.ts'

/** What happens near me. */
export const near = {
  title: { sv: 'Vad händer nära mig?', en: 'What happens near me?' },
  lead: {
    sv: 'Åtgärder, vandringar, grannsamverkan och platser som ses över, runt en plats du väljer.',
    en: 'Measures, walks, neighbourhood watch and places being looked at, around a place you choose.',
  },
  place: { sv: 'Plats', en: 'Place' },
  locate: { sv: 'Där jag är', en: 'Where I am' },
  locating: { sv: 'Söker…', en: 'Looking…' },
  noPosition: {
    sv: 'Enheten kunde inte säga var du är. Sök en plats eller peka på kartan i stället.',
    en: 'The device could not say where you are. Search for a place or point on the map instead.',
  },
  pointOnMap: { sv: 'Välj på kartan', en: 'Choose on the map' },
  hideMap: { sv: 'Dölj kartan', en: 'Hide the map' },
  mapLabel: {
    sv: 'Karta över platsen. Flytta den med piltangenterna.',
    en: 'Map of the place. Move it with the arrow keys.',
  },
  pickHelp: {
    sv: 'Flytta kartan så att korset står på platsen.',
    en: 'Move the map so that the cross stands on the place.',
  },
  pickHere: { sv: 'Visa runt korset', en: 'Show around the cross' },
  radius: { sv: 'Hur långt bort', en: 'How far' },
  coarse: {
    sv: 'Platsen avrundas till ungefär 100 meter innan den lämnar din enhet.',
    en: 'The place is rounded to about 100 metres before it leaves your device.',
  },
  choose: { sv: 'Välj en plats', en: 'Choose a place' },
  chooseHelp: {
    sv: 'Låt enheten säga var du är, sök en gata eller ett område, eller peka på kartan.',
    en: 'Let the device say where you are, search for a street or an area, or point on the map.',
  },
  within: (distance: string) => ({ sv: `Inom ${distance}`, en: `Within ${distance}` }),
  count: (n: number) => ({
    sv: n === 0 ? 'Inget att visa' : n === 1 ? '1 sak' : `${n} saker`,
    en: n === 0 ? 'Nothing to show' : n === 1 ? '1 thing' : `${n} things`,
  }),
  none: { sv: 'Inget just här', en: 'Nothing right here' },
  noneHelp: {
    sv: 'Välj ett längre avstånd eller en annan plats.',
    en: 'Choose a longer distance or another place.',
  },
  more: {
    sv: 'Det finns fler än vad som visas. Välj ett kortare avstånd.',
    en: 'There are more than are shown. Choose a shorter distance.',
  },
  coming: { sv: 'Kommande', en: 'Coming' },
  undated: { sv: 'Tidigare', en: 'Earlier' },
  away: (distance: string) => ({ sv: `${distance} bort`, en: `${distance} away` }),
  isNew: { sv: 'Nytt', en: 'New' },
  follow: { sv: 'Följ den här platsen', en: 'Follow this place' },
  unfollow: { sv: 'Sluta följa', en: 'Stop following' },
  unfollowNamed: (name: string) => ({ sv: `Sluta följa ${name}`, en: `Stop following ${name}` }),
  followed: { sv: 'Platser du följer', en: 'Places you follow' },
  followedHelp: {
    sv: 'De står bara på den här enheten. Ingen e-post, inget konto.',
    en: 'They are kept on this device alone. No e-mail, no account.',
  },
  followDefault: { sv: 'Min plats', en: 'My place' },
  nowFollowed: { sv: 'Du följer platsen', en: 'You follow the place' },
  notFollowed: { sv: 'Du följer inte längre platsen', en: 'You no longer follow the place' },
  newSince: (n: number) => ({
    sv: n === 0 ? 'Inget nytt' : n === 1 ? '1 nyhet' : `${n} nyheter`,
    en: n === 0 ? 'Nothing new' : n === 1 ? '1 new thing' : `${n} new things`,
  }),
  feed: { sv: 'Flöde (Atom)', en: 'Feed (Atom)' },
  feedAll: { sv: 'Flöde för hela kommunen', en: 'Feed of the whole municipality' },
  feedHelp: {
    sv: 'Klistra in adressen i en flödesläsare, så kommer nyheterna dit.',
    en: 'Paste the address into a feed reader, and the news comes there.',
  },
  subscribe: { sv: 'Prenumerera', en: 'Subscribe' },
} satisfies Catalogue
