import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // nothing is inlined: the pages' content security policy allows no other source than our own files
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        // what several pages share comes in a few files, not in one for every part: a browser asks for six at a time
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 3 },
            // the controls of every page come in one file: else a page outside would load the review's parts for its one field
            { name: 'kit', test: /[\\/]web[\\/]kit[\\/]/, minShareCount: 4, priority: 2 },
            { name: 'parts', test: /[\\/]web[\\/]/, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 8_000, priority: 1 },
          ],
        },
      },
    },
  },
})
