/** An e-mail address as it is compared: one account for `Dana@Oak.example` and `dana@oak.example `. Never shown. */
export function foldEmail(email: string): string {
  return email
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
}
