/// What is looked at when a shift begins: the one table of it. Each line is a field of the act and of
/// what is kept, and has another for its remark.
///
/// Source: the procedure agreed with the desks: what a night lacked and nobody had looked at.
package enum CheckLine: String, Code {
    case water, kits, printer, phones, privateRoom, clock

    /// As the list says it.
    package var label: Bilingual {
        switch self {
        case .water: Bilingual("agua", "water")
        case .kits: Bilingual("kits", "kits")
        case .printer: Bilingual("impresora", "printer")
        case .phones: Bilingual("teléfonos de DIF y ambulancia", "phones of DIF and ambulance")
        case .privateRoom: Bilingual("cuarto privado", "private room")
        case .clock: Bilingual("reloj", "clock")
        }
    }

    /// The field of its remark.
    package var remarkName: String { rawValue + "Remark" }
}

/// What was found of a line.
package enum CheckAnswer: String, Code {
    case yes, no, unchecked

    package var label: Bilingual {
        switch self {
        case .yes: Bilingual("sí", "yes")
        case .no: Bilingual("no", "no")
        case .unchecked: Bilingual("sin revisar", "not checked")
        }
    }
}
