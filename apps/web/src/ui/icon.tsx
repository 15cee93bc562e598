/** Line icons on a 20 x 20 grid, drawn for this project. */
const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M8.75 14a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5zM12.6 12.6L17 17',
  layers: 'M10 3l7.5 4L10 11 2.5 7 10 3zM3 10.5l7 3.75 7-3.75M3 13.75l7 3.75 7-3.75',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01',
  map: 'M7.5 4L2.5 6v10.5l5-2 5 2 5-2V4l-5 2-5-2zM7.5 4v10.5M12.5 6v10.5',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v4.5M10 6.25h.01',
  warning: 'M10 3L1.75 16.75h16.5L10 3zM10 8.25v3.75M10 14.25h.01',
  check: 'M4 10.5l4 4 8-9',
  link: 'M8.5 11.5a3 3 0 0 0 4.25 0l2.75-2.75A3 3 0 0 0 11.25 4.5l-.75.75M11.5 8.5a3 3 0 0 0-4.25 0L4.5 11.25a3 3 0 0 0 4.25 4.25l.75-.75',
  target: 'M10 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10 2v3M10 15v3M2 10h3M15 10h3',
  whole: 'M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5',
  globe:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c2.25 2 3.25 4.5 3.25 7.5S12.25 15.5 10 17.5C7.75 15.5 6.75 13 6.75 10S7.75 4.5 10 2.5',
  person:
    'M10 9.5A3.25 3.25 0 1 0 10 3a3.25 3.25 0 0 0 0 6.5zM3.5 17c.75-3 3.25-4.75 6.5-4.75s5.75 1.75 6.5 4.75',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 1.75v1.5M10 16.75v1.5M1.75 10h1.5M16.75 10h1.5M4.2 4.2l1 1M14.8 14.8l1 1M4.2 15.8l1-1M14.8 5.2l1-1',
  moon: 'M16.5 11.75A7 7 0 0 1 8.25 3.5a7 7 0 1 0 8.25 8.25z',
  system: 'M3 4h14v9.5H3zM7.5 17h5M10 13.5V17',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  down: 'M5 7.5l5 5 5-5',
  up: 'M5 12.5l5-5 5 5',
  left: 'M12.5 5l-5 5 5 5',
  right: 'M7.5 5l5 5-5 5',
  back: 'M16.5 10h-13M9 4.5L3.5 10 9 15.5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  download: 'M10 3v9.5M6 8.75l4 4 4-4M3.5 16.5h13',
  undo: 'M4 8h8a4.25 4.25 0 0 1 0 8.5H8M7.25 4.5L3.75 8l3.5 3.5',
  redo: 'M16 8H8a4.25 4.25 0 0 0 0 8.5h4M12.75 4.5L16.25 8l-3.5 3.5',
  edit: 'M12.5 4.25l3.25 3.25L7 16.25l-4 .75.75-4 8.75-8.75z',
  bin: 'M3.5 5.5h13M8 5.5v-2h4v2M5.25 5.5l.75 11h8l.75-11M8.25 8.5v5M11.75 8.5v5',
  point:
    'M10 17.5s-5.5-4.75-5.5-9.25a5.5 5.5 0 0 1 11 0c0 4.5-5.5 9.25-5.5 9.25zM10 10a1.75 1.75 0 1 0 0-3.5A1.75 1.75 0 0 0 10 10z',
  line: 'M4 16L8 7l5 5 3-8',
  polygon: 'M10 3l6.5 5-2.5 8H6L3.5 8 10 3z',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 9h13M7 3.25v3.5M13 3.25v3.5',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.75V10l3 2',
  history: 'M3.25 10a6.75 6.75 0 1 0 2-4.75L3 7.5M3 3.5v4h4M10 6.5V10l2.5 1.75',
  phone:
    'M4 3.5h3l1.25 3.75-1.75 1.5a10.5 10.5 0 0 0 4.75 4.75l1.5-1.75L16.5 13v3c0 .5-.5 1-1 1C9 17 3 11 3 4.5c0-.5.5-1 1-1z',
  offline:
    'M2.5 2.5l15 15M5 8.25A8 8 0 0 1 8 6.5M2.25 6a12 12 0 0 1 2.5-1.75M15 8.25a8 8 0 0 0-1.75-1.25M17.75 6A12 12 0 0 0 9 3.5M7.5 11.25a4 4 0 0 1 2.25-1M10 15h.01',
  leave: 'M12 3.5H4v13h8M8.5 10h9M14 6.5l3.5 3.5-3.5 3.5',
  key: 'M13 10.25a3.75 3.75 0 1 0-3.6-2.7L3 14v3h3l.75-2H9l.5-2.5 1-1.2a3.75 3.75 0 0 0 2.5-1.05zM13.25 6.5h.01',
  upload: 'M10 13V3.5M6 7.25l4-4 4 4M3.5 16.5h13',
  pulse: 'M2.5 10.5h3.25L8 4.5l4 11 2.25-5h3.25',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  eye: 'M1.75 10S4.75 4.5 10 4.5 18.25 10 18.25 10 15.25 15.5 10 15.5 1.75 10 1.75 10zM10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z',
  compare: 'M3 4h5.5v12H3zM11.5 4H17v12h-5.5z',
  comment: 'M3.5 4h13v9.5H9L5.5 17v-3.5h-2z',
  share: 'M10 12.5v-9M6.5 6.5L10 3l3.5 3.5M5 9H3.5v8h13V9H15',
  play: 'M6 4l10 6-10 6z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  external: 'M8 4H4v12h12v-4M11 3.5h5.5V9M16 4l-7 7',
} as const

export type IconName = keyof typeof paths

/** A decorative icon; the name of what it does stands in words beside it or in its button's label. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** A layer's own icon: a filled path in a 15 x 15 box. */
export function LayerIcon({ path, size = 15 }: { readonly path: string; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 15 15" fill="currentColor" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
