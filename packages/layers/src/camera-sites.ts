import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { weekHours } from './hours-properties.ts'
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
import { areas, choice, decimal, flag, integer, longText, text } from './property.ts'
import { hoursTogether, withRules } from './rules.ts'
import { sections } from './sections.ts'

const properties = z
  .strictObject({
    title: title('Stora torg mot norr', 'Stora torg, facing north'),
    camera_type: choice(
      {
        fixed: { sv: 'Fast', en: 'Fixed' },
        ptz: { sv: 'Styrbar (PTZ)', en: 'Pan, tilt and zoom' },
        all_round: { sv: 'Runtomseende (360°)', en: 'All round (360°)' },
      },
      { title: { sv: 'Kameratyp', en: 'Camera type' }, section: sections.optics, initial: 'fixed' },
    ),
    status: measureState.status,
    plan_id: measureState.plan_id,
    responsible: measureState.responsible,
    purpose: longText(2000, {
      title: { sv: 'Ändamål', en: 'Purpose' },
      help: {
        sv: 'Vilket dokumenterat problem på platsen, och vilka tider, som bevakningen ska möta.',
        en: 'Which documented problem at the place, and at which hours, the surveillance is to meet.',
      },
      section: sections.privacy,
    }),
    public_text: publicText,
    internal_text: internalText,
    starts_on: measureState.starts_on,
    completed_on: measureState.completed_on,
    ...weekHours,
    ...costs,
    mounting_height_m: decimal(0.5, 60, {
      title: { sv: 'Monteringshöjd', en: 'Mounting height' },
      unit: 'm',
      section: sections.optics,
    }),
    direction_deg: decimal(0, 359.999, {
      title: { sv: 'Riktning', en: 'Direction' },
      help: {
        sv: 'Medurs från norr: 0 är norr, 90 öster. Lämna tomt för en runtomseende kamera.',
        en: 'Clockwise from north: 0 is north, 90 east. Leave empty for an all-round camera.',
      },
      unit: '°',
      section: sections.optics,
    }),
    tilt_deg: decimal(0, 90, {
      title: { sv: 'Lutning', en: 'Tilt' },
      help: {
        sv: 'Hur långt under horisonten bildens mitt ligger.',
        en: 'How far below the horizon the middle of the picture is.',
      },
      unit: '°',
      section: sections.optics,
    }),
    focal_mm: decimal(0.5, 2000, {
      title: { sv: 'Brännvidd', en: 'Focal length' },
      unit: 'mm',
      section: sections.optics,
    }),
    sensor_width_mm: decimal(1, 60, {
      title: { sv: 'Sensorbredd', en: 'Sensor width' },
      help: {
        sv: 'Sensorns bredd enligt databladet, till exempel 5,4 mm för 1/2,8 tum.',
        en: 'Width of the sensor as the data sheet says, such as 5.4 mm for 1/2.8 inch.',
      },
      unit: 'mm',
      section: sections.optics,
    }),
    field_of_view_deg: decimal(1, 360, {
      title: { sv: 'Synfält i sidled', en: 'Field of view' },
      help: {
        sv: 'Gäller före brännvidd och sensorbredd om båda är angivna.',
        en: 'Goes before focal length and sensor width where both are given.',
      },
      unit: '°',
      section: sections.optics,
    }),
    horizontal_pixels: integer(64, 50_000, {
      title: { sv: 'Upplösning i sidled', en: 'Horizontal resolution' },
      help: {
        sv: 'Bildens bredd i bildpunkter, till exempel 1920.',
        en: 'Width of the picture in pixels, such as 1920.',
      },
      unit: 'px',
      section: sections.optics,
    }),
    vertical_pixels: integer(64, 50_000, {
      title: { sv: 'Upplösning i höjdled', en: 'Vertical resolution' },
      help: {
        sv: 'Bildens höjd i bildpunkter, till exempel 1080.',
        en: 'Height of the picture in pixels, such as 1080.',
      },
      unit: 'px',
      section: sections.optics,
    }),
    reach_m: decimal(1, 1000, {
      title: { sv: 'Räckvidd', en: 'Reach' },
      help: {
        sv: 'Längre bort räknas inget som sett.',
        en: 'Nothing is reckoned to be seen farther away.',
      },
      unit: 'm',
      section: sections.optics,
    }),
    masks: areas({
      title: { sv: 'Maskade ytor', en: 'Masked areas' },
      help: {
        sv: 'Ytor som är maskade ur bilden. De ritas i kamerans panel.',
        en: 'Areas masked out of the picture. They are drawn in the camera’s panel.',
      },
      section: sections.privacy,
    }),
    storage_days: integer(0, 365, {
      title: { sv: 'Lagringstid', en: 'Storage time' },
      help: {
        sv: 'Dygn tills materialet raderas. 0 betyder att inget spelas in.',
        en: 'Days until recordings are erased. 0 means nothing is recorded.',
      },
      unit: 'd',
      section: sections.privacy,
    }),
    sound: flag({
      title: { sv: 'Ljudupptagning', en: 'Sound recording' },
      help: { sv: 'Ska som regel vara avstängd.', en: 'Should as a rule be off.' },
      section: sections.privacy,
    }),
    contact: text(200, {
      title: { sv: 'Kontakt', en: 'Contact' },
      help: {
        sv: 'Funktion eller adress dit den som bevakas kan vända sig, inte en person.',
        en: 'Function or address for those who are watched, not a person.',
      },
      section: sections.privacy,
    }),
    ...record,
  })
  .superRefine(withRules(...measureRules, hoursTogether))

const open = [
  'title',
  'camera_type',
  'status',
  'responsible',
  'purpose',
  'public_text',
  'starts_on',
  'completed_on',
  'weekdays',
  'hours_from',
  'hours_to',
  'storage_days',
  'sound',
  'contact',
  'demo',
]
const all = Object.keys(properties.shape)

export const cameraSites = defineLayer({
  id: 'camera_sites',
  title: { sv: 'Kamerabevakning', en: 'Camera sites' },
  description: {
    sv: 'Platser som bevakas eller föreslås bevakas med kamera.',
    en: 'Places watched, or proposed to be watched, by camera.',
  },
  group: 'measures',
  geometry: ['Point'],
  measure: true,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: measureCategories,
  style: (paint) => marks(paint, { stages: measureStages }),
  editable: ['planner'],
  table: ['title', 'status', 'camera_type', 'responsible', 'purpose', 'starts_on', 'cost_sek'],
  icon: icons.camera,
  minzoom: 8,
  maxzoom: 16,
  untiled: ['masks'],
  siting: {
    kind: 'camera',
    columns: {
      movement: 'camera_type',
      height: 'mounting_height_m',
      direction: 'direction_deg',
      tilt: 'tilt_deg',
      focalLength: 'focal_mm',
      sensorWidth: 'sensor_width_mm',
      fieldOfView: 'field_of_view_deg',
      across: 'horizontal_pixels',
      down: 'vertical_pixels',
      reach: 'reach_m',
      masks: 'masks',
      weekdays: 'weekdays',
      from: 'hours_from',
      to: 'hours_to',
      investment: 'cost_sek',
      yearly: 'yearly_cost_sek',
    },
  },
})
