/// A cell of a list as it can be kept: what no eye sees is taken out, and that is known.
struct ListText {
    /// What had to be taken out.
    enum Loss: String, Sendable { case invisible, control, long }

    private(set) var text: String
    private(set) var loss: Loss?

    init(_ raw: String) {
        if let clean = NameText.cleaned(raw), clean.count <= NameText.longest {
            text = ListText.unguarded(clean)
            return
        }
        var scalars = String.UnicodeScalarView()
        for scalar in raw.unicodeScalars {
            switch scalar.properties.generalCategory {
            case _ where [0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(scalar.value): scalars.append(" ")
            case _ where scalar.value == 0xFFFD: (loss, _) = (.control, scalars.append("?"))
            case .lineSeparator, .paragraphSeparator: scalars.append(" ")
            case .format: loss = loss ?? .invisible
            case .control, .privateUse, .surrogate, .unassigned: loss = .control
            default: scalars.append(scalar)
            }
        }
        let words = String(scalars).split(separator: " ").joined(separator: " ").composed
        if words.count > NameText.longest { loss = .long }
        text = ListText.unguarded(
            words.count > NameText.longest ? words : NameText.cleaned(words) ?? "")
        // Only marks, or what stands for a hidden value: nothing to read, but something stood
        // there.
        if text.isEmpty, !words.isEmpty { loss = .control }
    }

    /// `="A200"`: what a spreadsheet writes so that a text stays one.
    private static func unguarded(_ text: String) -> String {
        guard text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 else { return text }
        return String(text.dropFirst(2).dropLast()).trimmed
    }

    /// Short enough for one line of a report; what is left out is marked.
    static func brief(_ text: String) -> String {
        let clean = ListText(text).text
        return clean.count > NameText.longest ? clean.prefix(NameText.longest - 1) + "…" : clean
    }

    /// What a spreadsheet made of a number or of a formula: `2.00E+08`, `#####`, `#N/A`.
    static func isDamaged(_ text: String) -> Bool {
        if text.hasPrefix("#") { return true }
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let power = parts.last, let sign = power.first,
            sign == "+" || sign == "-"
        else {
            return false
        }
        let isNumber = parts[0].allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
        return isNumber && !parts[0].isEmpty && Int(power.dropFirst()) != nil
    }

    /// What stands where nothing is known or there is nothing.
    static func isStandIn(_ text: String) -> Bool {
        if !text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
        let folded = NameText.folded(text)
        if let initials = ["n a", "s a", "s d", "s n"].first(where: { folded == $0 }) {
            // «SA» and «NA» are surnames; «S/A» and «N.A.» are none.
            return text.count > initials.count - 1
        }
        return standIns.contains(folded)
    }

    private static let standIns: Set<String> = [
        "x", "xx", "xxx", "xxxx", "null", "nil", "none", "nothing", "no tiene", "ninguno",
        "ninguna", "sin apellido",
        "sin apellidos", "sin segundo apellido", "sin apellido materno", "sin apellido paterno",
        "sin materno",
        "sin nombre", "sin dato", "sin datos", "no apellido", "no last name", "no second last name",
        "no aplica",
        "not applicable", "no name", "unknown", "unk", "unkn", "unkown", "desconocido",
        "desconocida", "se desconoce",
        "no sabe", "no proporcionado", "not provided", "not available", "fnu", "lnu", "nmn", "nmi",
        "nln", "nfn", "mnu",
        "first name unknown", "last name unknown", "no middle name", "tbd", "pendiente", "nan",
    ]
}
