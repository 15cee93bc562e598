import { useEffect, useState } from 'react'
import { useConfig } from '../session.ts'
import type { ReportConfig } from './step.ts'

const key = 'trygghetskartan.report.config'

function read(): ReportConfig | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as ReportConfig | null
    // An earlier build kept less.
    return kept && { ...kept, faultReport: kept.faultReport ?? { name: 'kommunen', url: null } }
  } catch {
    return null
  }
}

/** What the page has to know of the server: as it says now, and while it is out of reach as it said last. */
export function useReportConfig() {
  const [kept] = useState(read)
  const { data, isError, fetchStatus, refetch } = useConfig()
  useEffect(() => {
    if (!data) return
    const { municipality, bounds, faultReport, attribution } = data
    try {
      localStorage.setItem(key, JSON.stringify({ municipality, bounds, faultReport, attribution }))
    } catch {
      // Then the page asks the server the next time.
    }
  }, [data])
  return {
    config: (data ?? kept) as ReportConfig | null,
    unreachable: isError || fetchStatus === 'paused',
    retry: () => void refetch(),
  }
}
