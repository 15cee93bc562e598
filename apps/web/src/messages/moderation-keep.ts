import type { Catalogue } from './text.ts'

/** Words of answer templates and of how fast reports are answered. */
export const moderationKeep = {
  templatesLead: {
    sv: 'Svar som ges ofta, på svenska och engelska. Skriv om dem efter behov innan de skickas.',
    en: 'Answers that are given often, in Swedish and English. Change them as needed before they are sent.',
  },
  noTemplates: { sv: 'Inga svarsmallar än', en: 'No templates yet' },
  newTemplate: { sv: 'Ny svarsmall', en: 'New template' },
  editTemplate: { sv: 'Ändra svarsmall', en: 'Change template' },
  edit: (title: string) => ({ sv: `Ändra ${title}`, en: `Change ${title}` }),
  remove: (title: string) => ({ sv: `Ta bort ${title}`, en: `Remove ${title}` }),
  removeSure: (title: string) => ({
    sv: `Ta bort svarsmallen ”${title}”?`,
    en: `Remove the template “${title}”?`,
  }),
  name: { sv: 'Vad den är till för', en: 'What it is for' },
  swedish: { sv: 'På svenska', en: 'In Swedish' },
  english: { sv: 'På engelska', en: 'In English' },
  kept: { sv: 'Svarsmallen är sparad', en: 'The template is saved' },

  statisticsLead: {
    sv: 'Räknat från den dag rapporten kom in, efter månaden den kom. Den tysta kön är inte med.',
    en: 'Counted from the day the report came in, by the month it came. The quiet queue is left out.',
  },
  month: { sv: 'Månad', en: 'Month' },
  came: { sv: 'Inkomna', en: 'Came in' },
  firstAnswer: { sv: 'Första svar, dagar', en: 'First answer, days' },
  closing: { sv: 'Avslut, dagar', en: 'Closed, days' },
  median: { sv: 'Median', en: 'Median' },
  most: { sv: 'Nio av tio inom', en: 'Nine of ten within' },
  share: { sv: 'Antal', en: 'Count' },
  late: { sv: 'Sena svar', en: 'Late answers' },
  noMonths: { sv: 'Inga rapporter de senaste två åren', en: 'No reports in the last two years' },
  chart: {
    sv: 'Inkomna rapporter per månad, de senaste två åren; den mörka delen besvarades sent',
    en: 'Reports that came in by month in the last two years; the dark part was answered late',
  },
  summary: (came: number, late: number) => ({
    sv: `${came} rapporter de senaste tolv månaderna, ${late} av dem sent besvarade eller obesvarade efter tio arbetsdagar.`,
    en: `${came} reports in the last twelve months, ${late} of them answered late or not within ten working days.`,
  }),
} satisfies Catalogue
