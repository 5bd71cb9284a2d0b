import { pairsOf } from './pairs.ts'

/** ELOT 743, the standard of Greek passports, without its marks. */
export const GREEK = pairsOf(`
  α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
`)

export const GREEK_DIGRAPHS: ReadonlyMap<string, string> = new Map(
  pairsOf('ου ou ευ ev αυ av αι ai ει ei οι oi γγ ng γκ gk γχ nch μπ b ντ nt ηυ iv υι yi ηι i'),
)
