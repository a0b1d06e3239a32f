#!/usr/bin/env node
/** The command line: reads the surroundings and runs what was typed. The commands are in `cli/`, one file each. */
import { cliCommands } from './cli/commands.ts'
import { runCli } from './cli/run-cli.ts'

process.exitCode = await runCli(
  process.argv.slice(2),
  cliCommands,
  { out: (line) => process.stdout.write(`${line}\n`), err: (line) => process.stderr.write(`${line}\n`) },
  { now: () => new Date(), env: process.env, cwd: process.cwd() },
)
