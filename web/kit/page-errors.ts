import { createContext } from 'react'

/** Tells the page that its form has errors, so that the browser's tab says so too. */
export const PageErrors = createContext<(hasErrors: boolean) => void>(() => undefined)
