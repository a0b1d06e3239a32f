import { expect, it } from 'vitest'
import { type Answers, wrongAnswers } from './setup-answers.ts'

const good: Answers = {
  organisation: 'Ctitor Construct',
  name: 'Daria Lupu',
  email: 'daria@ctitor.example',
  password: 'gradina-mea',
  language: 'ro',
  zone: 'Europe/Bucharest',
  country: 'RO',
  hours: { from: '09:00', to: '17:00' },
  templates: [],
}

it('names what must be mended, in the order of the page', () => {
  expect(wrongAnswers(good)).toEqual([])
  expect(wrongAnswers({ ...good, organisation: ' ', email: 'daria', password: 'short', hours: { from: '17:00', to: '09:00' } })).toEqual([
    'organisation',
    'email',
    'password',
    'hours',
  ])
})
