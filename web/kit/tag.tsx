/** A state in a word, without a meaning of its own colour. */
export function Tag({ children }: { readonly children: string }) {
  return <span className="tag tag-plain">{children}</span>
}
