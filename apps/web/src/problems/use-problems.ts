import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { problemsApi } from './problems-api.ts'

export const useProblems = () =>
  useQuery({ queryKey: ['problems'], queryFn: ({ signal }) => problemsApi.list(signal) })

export const useProblem = (id: string) =>
  useQuery({ queryKey: ['problems', id], queryFn: ({ signal }) => problemsApi.read(id, signal) })

export const useActionPlan = () =>
  useQuery({ queryKey: ['problems', 'plan'], queryFn: ({ signal }) => problemsApi.plan(signal) })

export const useOperations = () =>
  useQuery({ queryKey: ['problems', 'operations'], queryFn: ({ signal }) => problemsApi.operations(signal) })

/** Reads all that has to do with problems anew after something was changed here. */
export function useRefreshProblems(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: ['problems'] }), [queries])
}
