// Plays an editor: asks the YAML language server about the files of a project over standard input and output, and compares
// what it underlines with what `actfile check` says. `node play.cjs SERVER ACTFILE PROJECT [SCHEMA]`, on a copy of the worked
// example that may be spoilt; its files name their schema in their first line, or SCHEMA is set for all of them, as in the
// settings of an editor. Prints what was seen; ends with 1 when an answer is missing or differs.
'use strict'
const { spawn, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const [server, binary, folder, schema] = process.argv.slice(2)
const project = fs.realpathSync(folder)
// Nothing here takes as long; a server that says nothing has failed.
const PATIENCE = 30_000
const SHEET = path.join(project, 'systems', 'cv-screening.yaml')
// What each spoiling puts in the place of what. The first line where the text stands is meant.
const SPOILT = [
  ['a word that is no term', 'lifecycle_status: in_service', 'lifecycle_status: running'],
  ['a key that is none', 'owner: Head', 'ownr: Head'],
  ['no term in a list', 'our_roles: [deployer]', 'our_roles: [owner]'],
  ['no day', 'in_service_since: 2026-10-01', 'in_service_since: last autumn'],
  ['no list', 'models: [talvera-rank-5]', 'models: talvera-rank-5'],
  ['no yes or no', 'interacts_with_public: false', 'interacts_with_public: never'],
  ['a key that is none, further in', '  hosting_region:', '  hosting_regoin:'],
]

let failed = 0
const tell = (holds, text) => {
  failed += holds ? 0 : 1
  console.log(`${holds ? 'ok' : 'FAILED'}  ${text}`)
}

class Editor {
  constructor(program) {
    this.child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.open = new Map()
    this.waiting = new Map()
    this.n_asked = 0
    this.bytes = Buffer.alloc(0)
    this.child.stdout.on('data', (bytes) => this.read(bytes))
  }

  send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }

  read(bytes) {
    this.bytes = Buffer.concat([this.bytes, bytes])
    for (;;) {
      const end = this.bytes.indexOf('\r\n\r\n')
      const length = /content-length: *(\d+)/i.exec(this.bytes.subarray(0, Math.max(end, 0)).toString())
      if (end < 0 || !length || this.bytes.length < end + 4 + Number(length[1])) return
      const from = end + 4
      const message = JSON.parse(this.bytes.subarray(from, from + Number(length[1])).toString())
      this.bytes = this.bytes.subarray(from + Number(length[1]))
      this.take(message)
    }
  }

  take(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params
      this.waiting.get(uri)?.(diagnostics)
    } else if (message.method === 'workspace/configuration') {
      this.send({ id: message.id, result: message.params.items.map(({ section }) => settings(section)) })
    } else if (message.method && message.id !== undefined) {
      this.send({ id: message.id, result: null })
    } else if (message.id !== undefined) {
      this.waiting.get(message.id)?.(message)
    }
  }

  wait(key) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer about ${key}`)), PATIENCE)
      this.waiting.set(key, (answer) => {
        clearTimeout(late)
        this.waiting.delete(key)
        resolve(answer)
      })
    })
  }

  async ask(method, params) {
    const id = (this.n_asked += 1)
    const answer = this.wait(id)
    this.send({ id, method, params })
    const { result, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  // Shows a text to the server, as it was opened or edited, and returns what it underlines.
  show(file, text) {
    const uri = pathToFileURL(file).href
    const version = (this.open.get(uri) ?? 0) + 1
    this.open.set(uri, version)
    const answer = this.wait(uri)
    if (version === 1) {
      this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version, text } } })
    } else {
      this.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } })
    }
    return answer
  }

  at(file, line, character, method) {
    return this.ask(method, { textDocument: { uri: pathToFileURL(file).href }, position: { line, character } })
  }
}

// No schema is looked for on a network: the first line of a file names the one that lies there, or the settings do.
function settings(section) {
  const schemas = schema ? { [pathToFileURL(schema).href]: '**/*.yaml' } : {}
  const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas }
  return section === 'yaml' ? yaml : null
}

function files(below) {
  const entries = fs.readdirSync(below, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const file = path.join(below, entry.name)
    return entry.isDirectory() ? files(file) : entry.name.endsWith('.yaml') ? [file] : []
  })
}

const lineOf = (text, part) => text.split('\n').findIndex((line) => line.includes(part))
// The server counts from 0 and in UTF-16, `check` from 1 and in characters; the lines asked about are ASCII.
const place = (line, column) => `${line}:${column}`

function checked() {
  const run = spawnSync(binary, ['check', '--project', project, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const errors = JSON.parse(run.stdout).findings.filter((it) => it.severity === 'error')
  return errors.map(({ code, labels: [{ start, end }] }) => [code, place(start.line, start.column), place(end.line, end.column)])
}

async function wellFormed(editor) {
  const all = files(project)
  let underlined = 0
  for (const file of all) {
    const found = await editor.show(file, fs.readFileSync(file, 'utf8'))
    underlined += found.length
    for (const { message, range } of found) console.log(`  ${path.relative(project, file)}:${range.start.line + 1}: ${message}`)
  }
  tell(all.length > 15 && underlined === 0, `${all.length} files are opened, and ${underlined} places underlined`)
}

async function completed(editor, text) {
  const add = async (line) => {
    const longer = `${text}${line}`
    await editor.show(SHEET, longer)
    const lines = longer.split('\n')
    const answer = await editor.at(SHEET, lines.length - 1, line.length, 'textDocument/completion')
    return answer.items ?? answer
  }
  const keys = await add('')
  const names = keys.map(({ label }) => label)
  const explained = keys.filter(({ documentation }) => documentation).length
  const expected = ['registrations', 'maintenance', 'sign_off']
  tell(expected.every((name) => names.includes(name)), `${names.length} keys are proposed at the end, ${explained} of them explained`)
  const without = text.replace(/^lifecycle_status:.*\n/m, '')
  await editor.show(SHEET, `${without}lifecycle_status: `)
  const lines = `${without}lifecycle_status: `.split('\n')
  const answer = await editor.at(SHEET, lines.length - 1, lines.at(-1).length, 'textDocument/completion')
  const terms = (answer.items ?? answer).map(({ label }) => label)
  tell(terms.includes('in_service') && terms.includes('retired'), `terms are proposed for lifecycle_status: ${terms.join(', ')}`)
}

async function explained(editor, text) {
  await editor.show(SHEET, text)
  for (const key of ['lifecycle_status', 'evaluates_or_allocates_workers', 'foreseeable_misuse']) {
    const line = lineOf(text, `${key}:`)
    const answer = await editor.at(SHEET, line, text.split('\n')[line].indexOf(key) + 2, 'textDocument/hover')
    const contents = answer?.contents?.value ?? answer?.contents ?? ''
    // Above it stands the title of the record, below it the file of the schema.
    const says = String(contents).split('\n').filter((it) => it.trim() !== '' && !it.startsWith('#') && !it.startsWith('Source'))
    tell(says.length > 0, `${key} is explained: ${says.join(' ')}`)
  }
}

async function underlined(editor, text) {
  for (const [what, good, bad] of SPOILT) {
    const spoilt = text.replace(good, bad)
    if (spoilt === text) throw new Error(`the example does not say ${good}`)
    fs.writeFileSync(SHEET, spoilt)
    const [[code, from, to] = []] = checked()
    const found = await editor.show(SHEET, spoilt)
    const shown = found.map(({ range: { start, end } }) => [place(start.line + 1, start.character + 1), place(end.line + 1, end.character + 1)])
    const same = code !== undefined && shown.some(([start, end]) => start === from && end === to)
    tell(same, `${what} (${bad.trim()}): ${code} at ${from} to ${to}; underlined ${shown.map((it) => it.join(' to ')).join(', ') || 'nowhere'}`)
  }
  fs.writeFileSync(SHEET, text)
  tell((await editor.show(SHEET, text)).length === 0 && checked().length === 0, 'mended, nothing is underlined')
}

async function play() {
  const editor = new Editor(server)
  const capabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      publishDiagnostics: { relatedInformation: true },
    },
  }
  const rootUri = pathToFileURL(project).href
  await editor.ask('initialize', { processId: process.pid, rootUri, capabilities, workspaceFolders: [{ uri: rootUri, name: 'project' }] })
  editor.send({ method: 'initialized', params: {} })
  editor.send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings('yaml') } } })
  await wellFormed(editor)
  const text = fs.readFileSync(SHEET, 'utf8')
  await completed(editor, text)
  await explained(editor, text)
  await underlined(editor, text)
  editor.child.kill()
}

play().then(
  () => process.exit(failed === 0 ? 0 : 1),
  (error) => {
    console.error(`FAILED  ${error.message}`)
    process.exit(1)
  },
)
