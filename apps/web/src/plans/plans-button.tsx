import { lazy, Suspense, useState } from 'react'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { usePlans } from './use-plans.ts'

const PlansDialog = lazy(() =>
  import('./plans-dialog.tsx').then(({ PlansDialog }) => ({ default: PlansDialog })),
)

/** Opens the plans one works in. */
export function PlansButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { data } = usePlans()
  return (
    <>
      <Button icon={<Icon name="layers" />} onClick={() => setOpen(true)}>
        {t(data && data.length > 0 ? words.openSome(data.length) : words.title)}
      </Button>
      {open && (
        <Suspense>
          <PlansDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
