/** What can make a place unsafe, as residents are offered it. `pointing`: it may point at somebody, so that it is never public. */
export const reportReasons = [
  {
    value: 'darkness',
    title: { sv: 'Mörkt', en: 'Darkness' },
    colour: { light: '#35468c', dark: '#7387cc' },
  },
  {
    value: 'broken_lamp',
    title: { sv: 'Trasig lampa', en: 'Broken lamp' },
    colour: { light: '#8325cf', dark: '#a317fb' },
  },
  {
    value: 'blocked_view',
    title: { sv: 'Skymd sikt', en: 'Blocked view' },
    colour: { light: '#52974f', dark: '#90eba3' },
  },
  {
    value: 'hidden_corner',
    title: { sv: 'Undanskymt hörn', en: 'Hidden corner' },
    colour: { light: '#011f43', dark: '#2c6db8' },
  },
  { value: 'deserted', title: { sv: 'Öde', en: 'Deserted' }, colour: { light: '#3b3449', dark: '#e0f0f5' } },
  {
    value: 'people',
    pointing: true,
    title: { sv: 'Människor som skrämmer', en: 'Frightening people' },
    colour: { light: '#8d0406', dark: '#d8757a' },
  },
  {
    value: 'drugs',
    pointing: true,
    title: { sv: 'Droger eller berusade', en: 'Drugs or drunkenness' },
    colour: { light: '#ad63c5', dark: '#f1baff' },
  },
  { value: 'traffic', title: { sv: 'Trafik', en: 'Traffic' }, colour: { light: '#925600', dark: '#a27c03' } },
  {
    value: 'decay',
    title: { sv: 'Nedskräpat eller förstört', en: 'Litter or damage' },
    colour: { light: '#371500', dark: '#d7a96c' },
  },
  {
    value: 'other',
    pointing: true,
    title: { sv: 'Annat', en: 'Other' },
    colour: { light: '#0e6e85', dark: '#5ab3c3' },
  },
]
