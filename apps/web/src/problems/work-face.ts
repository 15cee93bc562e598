import { useParams } from '@tanstack/react-router'
import { useSession } from '../session.ts'

/** The faces that work on problems: first part of the address. */
type WorkFace = 'planera' | 'lagesbild'

/** The face the page is shown below; null where the address names none that has problems. */
export function useAddressedFace(): WorkFace | null {
  const { face } = useParams({ strict: false })
  return face === 'planera' || face === 'lagesbild' ? face : null
}

/** The reader's own face, for links from a page that is shown below either. */
export function useWorkFace(): WorkFace {
  const addressed = useAddressedFace()
  const { me } = useSession()
  return addressed ?? (me.audience === 'police' ? 'lagesbild' : 'planera')
}
