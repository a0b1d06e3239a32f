import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProblemAnswer } from '../../api/answers.ts'
import { en } from '../language/en.ts'
import { makeTexts } from '../language/texts.tsx'
import { command, get, newKey, speak, whenSignedOut } from './client.ts'
import { RequestRefused, refusalSentence } from './refusal.ts'

type Handler = (
  request: IncomingMessage,
  body: string,
) => { status: number; type?: string; body?: unknown; headers?: Record<string, string> } | 'hang up'

let server: Server
let origin = ''
let handler: Handler = () => ({ status: 200, body: {} })
const seen: { method: string; headers: IncomingMessage['headers']; body: string }[] = []

beforeEach(async () => {
  seen.length = 0
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    seen.push({ method: request.method ?? '', headers: request.headers, body })
    const answer = handler(request, body)
    if (answer === 'hang up') return request.socket.destroy()
    response.writeHead(answer.status, { 'Content-Type': answer.type ?? 'application/json', ...answer.headers })
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const problem = (status: number, code: string, detail: string) => ({
  status,
  type: 'application/problem+json',
  body: { type: 'about:blank', title: 'No', status, detail, problem: { code } } as unknown as ProblemAnswer,
})

describe('a command', () => {
  it('is JSON with a key of its own, the revision that the person saw, and the reader’s language', async () => {
    speak('ro')
    handler = () => ({ status: 200, body: { done: true }, headers: { ETag: '"8"' } })
    const reply = await command<{ done: boolean }>(`${origin}/api/x`, { amount: 1 }, { method: 'PATCH', ifMatch: 7 })
    expect(reply).toEqual({ ok: true, value: { done: true }, etag: '"8"' })
    expect(seen[0]).toMatchObject({ method: 'PATCH', body: '{"amount":1}' })
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'if-match': '"7"', 'accept-language': 'ro' })
    expect(seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
  })
  it('whose answer got lost is sent again under the same key', async () => {
    let times = 0
    handler = () => (++times === 1 ? 'hang up' : { status: 200, body: { times } })
    const reply = await command<{ times: number }>(`${origin}/api/x`, {})
    expect(reply.ok && reply.value.times).toBe(2)
    expect(new Set(seen.map((request) => request.headers['idempotency-key'])).size).toBe(1)
  })
  it('that is refused is not sent again, and the refusal is a value with the server’s sentence', async () => {
    handler = () => problem(409, 'assignment-closed', 'Radu decided this at 14:05.')
    const reply = await command(`${origin}/api/x`, {})
    expect(seen).toHaveLength(1)
    expect(reply.ok).toBe(false)
    if (reply.ok) return
    expect(reply.refusal.problem.code).toBe('assignment-closed')
    expect(refusalSentence(reply.refusal, makeTexts('en', en))).toBe('Radu decided this at 14:05.')
  })
  it('may be answered with nothing', async () => {
    handler = () => ({ status: 204 })
    expect(await command(`${origin}/api/x`, {})).toMatchObject({ ok: true, value: undefined })
  })
})

describe('a question', () => {
  it('that is refused throws the refusal', async () => {
    handler = () => problem(404, 'document-unknown', 'There is no such document.')
    await expect(get(`${origin}/api/x`)).rejects.toBeInstanceOf(RequestRefused)
  })
  it('after the session has ended tells whoever listens', async () => {
    let told = 0
    whenSignedOut(() => told++)
    handler = () => problem(401, 'signed-out', 'Your session has ended.')
    await get(`${origin}/api/x`).catch(() => undefined)
    expect(told).toBe(1)
  })
  it('that is answered with a page instead of JSON is unreadable', async () => {
    handler = () => ({ status: 200, type: 'text/html' })
    await expect(get(`${origin}/api/x`)).rejects.toMatchObject({ refusal: { problem: { code: 'unreadable' } } })
  })
})

describe('keys', () => {
  it('never repeat', () => {
    expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000)
  })
})
