import type { Catalogue } from './text.ts'

/** The map within a page of another site. */
export const embed = {
  title: { sv: 'Bädda in kartan', en: 'Embed the map' },
  lead: {
    sv: 'Visa den öppna kartan på kommunens webbplats.',
    en: 'Show the public map on the municipality’s website.',
  },
  code: { sv: 'Kod att klistra in', en: 'Code to paste' },
  codeHelp: {
    sv: 'Klistra in koden där kartan ska synas. Den öppnar över hela kommunen. Vill du visa en viss plats: öppna kartan där, och kopiera det som står från ”?at=” till nästa ”&” i adressen till slutet av adressen i koden.',
    en: 'Paste the code where the map is to be shown. It opens over the whole municipality. To show a certain place: open the map there, and copy what stands from “?at=” to the next “&” in its address to the end of the address in the code.',
  },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierat', en: 'Copied' },
  frameTitle: { sv: 'Trygghetskartan', en: 'Trygghetskartan' },
  open: { sv: 'Webbplatser som får visa den', en: 'Sites that may show it' },
  closed: {
    sv: 'Ingen annan webbplats får visa kartan än. Den som driver kartan öppnar för en webbplats med inställningen EMBED_ORIGINS.',
    en: 'No other site may show the map yet. Whoever runs the map lets a site in by the setting EMBED_ORIGINS.',
  },
  whole: { sv: 'Öppna hela kartan', en: 'Open the whole map' },
} satisfies Catalogue
