import { type IncidentColumns, selectIncidents, squareMetresOf } from '@trygghetskartan/analysis'
import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { countIncidents } from './counts.ts'
import { giFigure } from './gi-figure.ts'
import type { Figure, HotspotQuestion, HotspotReports, HotspotWork, Picture } from './hotspot-protocol.ts'
import { areaIn, filterOf, groundOf, incidentsOf, inDegrees } from './known-incidents.ts'
import { boxArea } from './question-of.ts'
import type { PackedIncidents } from './use-incidents.ts'

/** What the worker answers. */
export function reckonHotspots(
  work: HotspotWork,
  packed: PackedIncidents,
): HotspotReports[keyof HotspotReports] {
  const incidents = incidentsOf(packed)
  switch (work.kind) {
    case 'picture':
      return pictureOf(incidents, work.question)
    case 'explain':
      throw new Error('Not yet')
  }
}

function pictureOf(incidents: IncidentColumns, question: HotspotQuestion): Picture {
  const began = performance.now()
  const { srid } = incidents
  const filter = filterOf(question)
  const area = question.area ? areaIn(srid, question.area) : (groundOf(incidents) ?? areaIn(srid, nowhere))
  const counts = countIncidents(incidents, filter, area)
  const selection = selectIncidents(incidents, filter)
  if (isRefusal(counts) || isRefusal(selection)) throw new Error('A question that cannot be asked')
  const figure = counts.n === 0 ? nothing : figureOf()
  return {
    question,
    counts,
    figure,
    area: question.area ?? inDegrees(area),
    squareKilometres: squareMetresOf(area) / 1e6,
    srid,
    took: performance.now() - began,
  }

  function figureOf(): Figure | Refusal {
    if (isRefusal(selection)) return selection
    switch (question.method) {
      case 'gi':
        return giFigure(incidents, selection, area, question)
      default:
        return refuse('not-yet', 'Metoden finns inte än.', 'There is no such method yet.')
    }
  }
}

/** Some area, for a store without places. */
const nowhere = boxArea([14, 56, 14.1, 56.1])

const nothing = refuse(
  'nothing-here',
  'Inga händelser med känd plats i urvalet.',
  'No incidents with a known place in the selection.',
)
