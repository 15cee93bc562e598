import type { Audience, Text } from '@trygghetskartan/api/contract'

/** The roles as people say them. */
export const audienceTitles: Readonly<Record<Audience, Text>> = {
  public: { sv: 'Allmänheten', en: 'The public' },
  reporter: { sv: 'Fältare', en: 'Field worker' },
  planner: { sv: 'Planerare', en: 'Planner' },
  police: { sv: 'Polis', en: 'Police' },
  admin: { sv: 'Administratör', en: 'Administrator' },
}
