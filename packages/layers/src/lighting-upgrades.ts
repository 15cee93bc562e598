import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { icons } from './icons.ts'
import { marks, measureStages } from './marks.ts'
import {
  costs,
  internalText,
  measureRules,
  measureState,
  publicText,
  record,
  title,
} from './measure-properties.ts'
import { measureCategories } from './measure-statuses.ts'
import { choice, decimal, integer, luminaire, text } from './property.ts'
import { withRules } from './rules.ts'
import { sections } from './sections.ts'

const properties = z
  .strictObject({
    title: title('Gångvägen vid Tivoliparken', 'Path by Tivoliparken'),
    kind: choice(
      {
        new: { sv: 'Ny belysning', en: 'New lighting' },
        replacement: { sv: 'Byte till bättre armatur', en: 'Better luminaires' },
        accent: { sv: 'Effektbelysning', en: 'Accent lighting' },
        temporary: { sv: 'Tillfällig belysning', en: 'Temporary lighting' },
      },
      { title: { sv: 'Slag', en: 'Kind' }, section: sections.what, initial: 'new' },
    ),
    status: measureState.status,
    plan_id: measureState.plan_id,
    responsible: measureState.responsible,
    public_text: publicText,
    internal_text: internalText,
    starts_on: measureState.starts_on,
    completed_on: measureState.completed_on,
    ...costs,
    luminaire: text(200, {
      title: { sv: 'Armatur', en: 'Luminaire' },
      help: { sv: 'Fabrikat och modell.', en: 'Make and model.' },
      section: sections.light,
    }),
    luminaire_id: luminaire({
      title: { sv: 'Ljusfil', en: 'Photometric file' },
      help: {
        sv: 'Hur armaturen sprider ljuset. Utan fil räknas med en vanlig vägarmatur.',
        en: 'How the luminaire spreads its light. Without a file a usual road luminaire is reckoned with.',
      },
      section: sections.light,
    }),
    lamp_count: integer(1, 10_000, {
      title: { sv: 'Antal ljuspunkter', en: 'Number of lamps' },
      help: {
        sv: 'För en sträcka: hur många stolpar den får.',
        en: 'For a stretch: how many columns it gets.',
      },
      section: sections.light,
    }),
    spacing_m: decimal(1, 500, {
      title: { sv: 'Stolpavstånd', en: 'Spacing' },
      help: {
        sv: 'Avstånd mellan ljuspunkterna längs sträckan.',
        en: 'Distance between the lamps along the stretch.',
      },
      unit: 'm',
      section: sections.light,
    }),
    arrangement: choice(
      {
        left: { sv: 'Vänster sida', en: 'Left side' },
        right: { sv: 'Höger sida', en: 'Right side' },
        both: { sv: 'Båda sidor', en: 'Both sides' },
        staggered: { sv: 'Växelvis', en: 'Staggered' },
        central: { sv: 'I mitten', en: 'In the middle' },
      },
      {
        title: { sv: 'Placering', en: 'Arrangement' },
        help: {
          sv: 'Sett i den riktning som sträckan är ritad.',
          en: 'Seen in the direction in which the stretch is drawn.',
        },
        section: sections.light,
      },
    ),
    setback_m: decimal(0, 50, {
      title: { sv: 'Avstånd till stolpe', en: 'Setback' },
      help: { sv: 'Från linjen till stolparna.', en: 'From the line to the columns.' },
      unit: 'm',
      section: sections.light,
    }),
    mounting_height_m: decimal(0.1, 60, {
      title: { sv: 'Ljuspunktshöjd', en: 'Mounting height' },
      help: {
        sv: 'Från mark till ljuskälla. Gångväg ofta 4–5 m, gata 6–10 m.',
        en: 'From ground to lamp. Paths often 4–5 m, streets 6–10 m.',
      },
      unit: 'm',
      section: sections.light,
    }),
    direction_deg: decimal(0, 359.999, {
      title: { sv: 'Riktning', en: 'Direction' },
      help: {
        sv: 'Vart en enskild ljuspunkt lyser, medurs från norr.',
        en: 'Where a single lamp lights, clockwise from north.',
      },
      unit: '°',
      section: sections.light,
    }),
    flux_lm: integer(1, 500_000, {
      title: { sv: 'Ljusflöde', en: 'Luminous flux' },
      help: { sv: 'Per ljuspunkt, enligt armaturens datablad.', en: 'Per lamp, as its data sheet says.' },
      unit: 'lm',
      section: sections.light,
    }),
    maintenance_factor: decimal(0.1, 1, {
      title: { sv: 'Bibehållningsfaktor', en: 'Maintenance factor' },
      help: {
        sv: 'Den del av ljuset som finns kvar när ljuskällan åldrats och armaturen blivit smutsig, till exempel 0,8.',
        en: 'Share of the light that is left as lamps age and get dirty, such as 0.8.',
      },
      section: sections.light,
    }),
    colour_temperature_k: integer(1000, 20_000, {
      title: { sv: 'Färgtemperatur', en: 'Colour temperature' },
      help: {
        sv: 'Varmt ljus är omkring 3000 K, neutralt 4000 K.',
        en: 'Warm light is about 3000 K, neutral 4000 K.',
      },
      unit: 'K',
      section: sections.light,
    }),
    power_w: decimal(0, 5000, {
      title: { sv: 'Effekt', en: 'Power' },
      help: { sv: 'Per ljuspunkt.', en: 'Per lamp.' },
      unit: 'W',
      section: sections.light,
    }),
    lighting_class: choice(
      Object.fromEntries(
        ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'C0', 'C1', 'C2', 'C3', 'C4', 'C5'].map((name) => [
          name,
          { sv: name, en: name },
        ]),
      ),
      {
        title: { sv: 'Belysningsklass', en: 'Lighting class' },
        help: {
          sv: 'Klass enligt SS-EN 13201-2 som platsen ska nå: P för gång- och cykelvägar, C för ytor med konflikter.',
          en: 'Class of EN 13201-2 the place is to reach: P for paths, C for conflict areas.',
        },
        section: sections.light,
      },
    ),
    ...record,
  })
  .superRefine(withRules(...measureRules))

const open = ['title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo']
const all = Object.keys(properties.shape)

export const lightingUpgrades = defineLayer({
  id: 'lighting_upgrades',
  title: { sv: 'Belysningsåtgärder', en: 'Lighting upgrades' },
  description: {
    sv: 'Ny eller bättre belysning, som enskild ljuspunkt eller längs en sträcka.',
    en: 'New or better lighting, as a single lamp or along a stretch.',
  },
  group: 'measures',
  geometry: ['Point', 'LineString'],
  measure: true,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: measureCategories,
  style: (paint) => marks(paint, { stages: measureStages }),
  editable: ['planner'],
  table: ['title', 'kind', 'status', 'responsible', 'starts_on', 'completed_on', 'cost_sek'],
  icon: icons.lamp,
  minzoom: 8,
  maxzoom: 16,
  siting: {
    kind: 'light',
    columns: {
      height: 'mounting_height_m',
      lumens: 'flux_lm',
      spacing: 'spacing_m',
      count: 'lamp_count',
      arrangement: 'arrangement',
      setback: 'setback_m',
      direction: 'direction_deg',
      maintenance: 'maintenance_factor',
      luminaire: 'luminaire_id',
      wanted: 'lighting_class',
      investment: 'cost_sek',
      yearly: 'yearly_cost_sek',
    },
  },
})
