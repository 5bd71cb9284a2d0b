#!/usr/bin/env node
// @ts-check
// The command `muster`: what is built, built first where it is missing or older than its sources.
import { buildMissing, MAIN } from '../scripts/build.mjs'
import { requireNode } from '../scripts/node-version.mjs'
import { runScript } from '../scripts/run-program.mjs'

requireNode()
await runScript(buildMissing)
await import(MAIN)
