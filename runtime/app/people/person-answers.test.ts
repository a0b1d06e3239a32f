import { describe, expect, it } from 'vitest'
import { answersOf, requestOf, wrongAnswers } from './person-answers.ts'

const ana = { ...answersOf(null, 'ro'), name: ' Ana Munteanu ', email: 'ana@example.org' }

describe('the form of a person', () => {
  it('wants a name, and an e-mail address only where somebody signs in', () => {
    expect(wrongAnswers(answersOf(null, 'en'))).toEqual(['name'])
    expect(wrongAnswers({ ...ana, email: '' })).toEqual([])
    expect(wrongAnswers({ ...ana, email: ' ', password: 'a long enough one' })).toEqual(['email.missing'])
    expect(wrongAnswers({ ...ana, email: 'ana@', password: 'short' })).toEqual(['email', 'password'])
  })
  it('sends blanks as nothing, and no password where none was typed', () => {
    expect(requestOf({ ...ana, email: ' ' })).toEqual({
      name: 'Ana Munteanu',
      email: null,
      calendar: null,
      signingLimit: null,
      language: 'ro',
      department: null,
      manager: null,
      roles: [],
      groups: [],
      left: false,
    })
    expect(requestOf({ ...ana, password: 'a long enough one' }).password).toBe('a long enough one')
  })
})
