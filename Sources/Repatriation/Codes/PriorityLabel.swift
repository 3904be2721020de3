/// Words for the priority classes.
package enum PriorityLabel {
    /// For staff. «Reservada» says nothing more and has harmless causes too.
    package static func staff(_ code: String) -> Bilingual {
        switch code {
        case "emergency", "childEmergency": Bilingual("urgencia", "emergency")
        case "child": Bilingual("NNA no acomp.", "child alone")
        case "reserved": Bilingual("reservada", "reserved")
        case "medical": Bilingual("salud", "health")
        case "pregnant": Bilingual("embarazo", "pregnant")
        case "disability": Bilingual("discapacidad", "disability")
        case "older": Bilingual("mayor", "older")
        case "language": Bilingual("intérprete", "interpreter")
        case "family": Bilingual("familia", "family")
        default: Bilingual("general", "general")
        }
    }
}
