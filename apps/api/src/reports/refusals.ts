import { ProblemError } from '../errors.ts'

/** What the public's door says no with. */

export const unproved = () => {
  const message = {
    sv: 'Webbläsarens arbete som skydd mot massutskick gäller inte längre. Skicka igen.',
    en: 'The work of the browser that holds floods off is not valid any more. Send again.',
  }
  return new ProblemError('invalid', message, { errors: [{ field: 'proof', message }] })
}

export const otherContent = () =>
  new ProblemError('conflict', {
    sv: 'Det har redan kommit något annat med samma id.',
    en: 'Something else has come with the same id already.',
  })

export const gone = (why: 'withdrawn' | 'expired' = 'withdrawn') =>
  new ProblemError(
    'gone',
    why === 'withdrawn'
      ? {
          sv: 'Rapporten är återtagen. Allt som stod i den är borttaget.',
          en: 'The report has been taken back. All that it said is removed.',
        }
      : {
          sv: 'Rapporten är borttagen: den sparas inte längre än den behövs.',
          en: 'The report is removed: it is not kept longer than needed.',
        },
  )

/** The same for a code that never was and for what is no code. */
export const noReceipt = () =>
  new ProblemError('not-found', {
    sv: 'Det finns inget kvitto med den koden. Kontrollera att den är rätt skriven.',
    en: 'There is no receipt with that code. Check how it is written.',
  })
