/// What somebody may oppose: being contacted later, and their data going to institutions that help.
package enum Opposition: String, Code {
    case contact, sharing

    /// As the card says it.
    package var label: Bilingual {
        switch self {
        case .contact: Bilingual("ser contactada", "being contacted")
        case .sharing: Bilingual("compartir sus datos", "sharing their data")
        }
    }
}
