import type { Actor } from '../database/database.ts'

/** As whom the database writes down what comes by the public's door: nobody, from nowhere, whoever is signed in. */
export const resident: Actor = { id: 'public', name: 'Allmänheten', audience: 'public' }
