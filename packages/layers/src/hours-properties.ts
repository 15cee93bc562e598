import { hour, weekdays } from './property.ts'
import { sections } from './sections.ts'

/** When something goes on in the week. */
export const weekHours = {
  weekdays: weekdays({
    title: { sv: 'Veckodagar', en: 'Weekdays' },
    section: sections.when,
  }),
  hours_from: hour({
    title: { sv: 'Från klockan', en: 'From' },
    section: sections.when,
  }),
  hours_to: hour({
    title: { sv: 'Till klockan', en: 'Until' },
    help: {
      sv: 'En tid före starttiden gäller nästa dygn. Samma tid två gånger betyder dygnet runt.',
      en: 'A time before the start is on the next day. The same time twice means around the clock.',
    },
    section: sections.when,
  }),
}
