/// On what an age rests.
package enum AgeSource: String, Code {
    case said, appearance, document, procuraduria

    /// As screens say it.
    package var label: Bilingual {
        switch self {
        case .said: Bilingual("lo dijo", "said it")
        case .appearance: Bilingual("parece menor", "seems younger")
        case .document: Bilingual("documento", "document")
        case .procuraduria: Bilingual("decisión de la Procuraduría", "decision of the Procuraduría")
        }
    }
}
