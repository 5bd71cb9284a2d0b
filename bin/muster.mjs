#!/usr/bin/env node
// @ts-check
// The command `muster`. In a clone, what is missing or older than its sources is installed and built first.
import { buildMissing, MAIN } from '../scripts/build.mjs'
import { installMissing } from '../scripts/install.mjs'
import { requireNode } from '../scripts/node-version.mjs'
import { runScript } from '../scripts/run-program.mjs'

requireNode()
await runScript(installMissing)
await runScript(buildMissing)
await import(MAIN)
