/** Line icons on a 24 x 24 grid, drawn for this project: what can be logged in the field. */
const paths: Readonly<Record<string, string>> = {
  youth_gathering:
    'M8 10.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 19c.3-3.6 2.4-5.5 5.5-5.5s5.2 1.9 5.5 5.5M15.5 10.5a2.4 2.4 0 1 0-1-4.6M15.8 13.6c3.2-.2 5.3 1.6 5.7 5.4',
  alcohol:
    'M9.5 2.5h5M10.5 2.5v5l-2 3.5V20a1.5 1.5 0 0 0 1.5 1.5h4a1.5 1.5 0 0 0 1.5-1.5v-9l-2-3.5v-5M8.5 13h7v4.5h-7z',
  drugs: 'M4.9 13.4l8.5-8.5a4.1 4.1 0 0 1 5.7 5.7l-8.5 8.5a4.1 4.1 0 0 1-5.7-5.7zM9.2 9.2l5.6 5.6',
  disorder: 'M13 2.5L5 13.5h5.5L9.5 21.5l9-12H13z',
  threats: 'M4 4.5h16v11.5h-8l-4.5 4V16H4zM12 7.25v3.5M12 13.25h.01',
  feels_unsafe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.75 10h.01M15.25 10h.01M8.25 16.25c1-1.5 2.2-2.2 3.75-2.2s2.75.7 3.75 2.2',
  vandalism: 'M8 10h7v11.5H8zM9.5 10V6.5h4V10M11.5 6.5V4M15.5 5h.01M18.5 3.5h.01M18.5 6.5h.01M8 14h7',
  damage: 'M3.5 6.5h17v11h-17zM12 6.5l-2 3.5 3.5 2.5-3 2 1.5 3',
  dark: 'M8.5 18.5h5M9.5 21.5h3M11 3a6 6 0 0 0-3.6 10.8c.7.5 1.1 1.3 1.1 2.2h5c0-.9.4-1.7 1.1-2.2A6 6 0 0 0 11 3zM17 3l4 4M21 3l-4 4',
  overgrown:
    'M12 21.5V12M12 16.5c-5.5 0-8-2.5-8-6 0-2 1.2-3.6 3-4.2C7.6 4 9.6 2.5 12 2.5s4.4 1.5 5 3.8c1.8.6 3 2.2 3 4.2 0 3.5-2.5 6-8 6zM12 13l3-3M12 15l-3-3',
  littering: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  other: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h.01M12 12h.01M16 12h.01',
}

/** Decorative: the kind stands in words beside it. */
export function KindIcon({ kind, size = 30 }: { readonly kind: string; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[kind] ?? paths.other} />
    </svg>
  )
}
