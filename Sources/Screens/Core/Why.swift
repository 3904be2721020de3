import Repatriation

/// Why a key does nothing now.
package enum Why: Sendable {
    /// What is said instead.
    case says(Bilingual)
    /// There is nothing that it could be done to.
    case unheard

    static func says(_ es: String, _ en: String) -> Why { .says(Bilingual(es, en)) }

    static func says(_ code: Refusal.Code) -> Why { .says(Refusal(code).sentence) }

    var step: Step {
        switch self {
        case .says(let words): .say(words, .late)
        case .unheard: .unheard
        }
    }

    static let isOPIs = Why.says("La atiende la OPI.", "The OPI attends this child.")
    static let nobodyLooks = Why.says(
        "Nadie busca a esta persona.", "Nobody is looking for this person.")
    static let isGone = Why.says(
        "Esa persona ya no está en esta lista.", "That person is no longer on this list.")
    static let printsElsewhere = Why.says(
        "Se imprime en su punto.", "It is printed at its own point.")

    static func without(desk: Int) -> Why? {
        desk > 0 ? nil : .says("Entre con una ventanilla.", "Sign in at a desk.")
    }

    static func cannotCall(from desk: Int) -> Why? {
        desk > 0
            ? nil : .says("Entre con una ventanilla para llamar.", "Sign in at a desk to call.")
    }
}
