import { describe, expect, it } from 'vitest'
import { composeMail, MAIL_KINDS, maskedLink } from './compose-mail.ts'

const LINK = 'https://muster.example/invite/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG'
const PARAMS = { school: 'Hillview Primary', by: 'Dana Price' }

describe('composeMail', () => {
  it.each(MAIL_KINDS.flatMap((kind) => [[kind, 'en-GB'] as const, [kind, 'en-US'] as const]))(
    'writes %s in %s as text and as HTML',
    async (kind, vocabulary) => {
      const { subject, text, html } = composeMail({ kind, vocabulary, link: LINK, params: PARAMS })
      expect(`${subject}${text}${html}`, 'a placeholder was left').not.toMatch(/\{\w+\}/)
      expect(text).toContain(LINK)
      expect(html).toContain(`href="${LINK}"`)
      await expect(`Subject: ${subject}\n\n${text}\n${html}`).toMatchFileSnapshot(`golden/${kind}.${vocabulary}.txt`)
    },
  )

  it('a name writes nothing but itself: no header, no tag', () => {
    const by = 'Eve\r\nBcc: all@school.example <b onclick="x">'
    const { subject, html } = composeMail({ kind: 'team_invitation', vocabulary: 'en-GB', link: LINK, params: { ...PARAMS, by } })
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).not.toContain('<b onclick')
  })

  it('hides the secret part of a link, all of it', () => {
    expect(maskedLink(LINK)).toBe('https://muster.example/invite/••••••••')
  })
})
