/** Enough to tell two apart, not enough to be copied: `A823…4017`. What is masked already stays as it is. */
export function maskedUpn(upn: string): string {
  return upn.length < 9 ? upn : `${upn.slice(0, 4)}…${upn.slice(-4)}`
}
