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
    sv: 'Kartan öppnar där adressen säger: ta ”at” ur adressen till den vy du vill visa.',
    en: 'The map opens where the address says: take “at” from the address of the view you want to show.',
  },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierat', en: 'Copied' },
  frameTitle: { sv: 'Trygghetskartan', en: 'Trygghetskartan' },
  open: { sv: 'Webbplatser som får visa den', en: 'Sites that may show it' },
  closed: {
    sv: 'Ingen annan webbplats får visa kartan än. Den som driver kartan öppnar för en webbplats med inställningen EMBED_ORIGINS.',
    en: 'No other site may show the map yet. Who runs the map lets a site in by the setting EMBED_ORIGINS.',
  },
  whole: { sv: 'Öppna hela kartan', en: 'Open the whole map' },
} satisfies Catalogue
