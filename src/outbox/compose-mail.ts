import { makeSay, type Params, type Vocabulary } from '../wording/index.ts'

/** The e-mails there are. */
export const MAIL_KINDS = ['test', 'password_reset', 'team_invitation', 'staff_invitation'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** What an e-mail says besides its own words. */
export interface MailContent {
  readonly kind: MailKind
  readonly vocabulary: Vocabulary
  /** Where its button leads. Secret for all but the reader. */
  readonly link: string
  readonly params: Params
}

/** An e-mail as it goes out. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const PARAGRAPHS_MAX = 3

/** Writes an e-mail in the words of a school. The same content gives the same bytes. */
export function composeMail({ kind, vocabulary, link, params }: MailContent): Mail {
  const say = makeSay(vocabulary)
  const part = (name: string): string | undefined => say.message(`mail.${kind}`, { code: name, params })
  const body = Array.from({ length: PARAGRAPHS_MAX }, (_, at) => part(`body_${at + 1}`)).filter((it) => it !== undefined)
  const [subject, button, why] = [part('subject'), part('link'), part('why')].map((it) => it ?? '')
  const paragraphs = [say('mail.greeting'), ...body]
  return {
    subject: oneLine(subject ?? ''),
    text: [...paragraphs, `${button}:\n${link}`, why, ''].join('\n\n').trimEnd().concat('\n'),
    html: page({
      subject: subject ?? '',
      paragraphs,
      button: button ?? '',
      link,
      openLink: say('mail.open_link'),
      why: why ?? '',
      vocabulary,
    }),
  }
}

/** What stands in a preview in place of the secret part of a link: the last part of its path. */
export function maskedLink(link: string): string {
  return link.replace(/\/[^/]*$/, '/••••••••')
}

interface Page {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly button: string
  readonly link: string
  readonly openLink: string
  readonly why: string
  readonly vocabulary: Vocabulary
}

/** No picture, no tracking, no style sheet: readers of mail drop them, or ask before they load them. */
function page({ subject, paragraphs, button, link, openLink, why, vocabulary }: Page): string {
  const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escaped(text)}</p>`
  return `<!doctype html>
<html lang="${vocabulary}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#1a1a1a;background:#ffffff">
<div style="max-width:560px">
${paragraphs.map(paragraph).join('\n')}
<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;text-decoration:none">${escaped(button)}</a></p>
${paragraph(openLink)}
<p style="margin:0 0 16px;word-break:break-all"><a href="${escaped(link)}">${escaped(link)}</a></p>
<p style="margin:24px 0 0;color:#595959">${escaped(why)}</p>
</div>
</body>
</html>
`
}

/** A name may hold anything, and a subject is one line of a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (it) => ENTITIES[it] ?? it)
}
