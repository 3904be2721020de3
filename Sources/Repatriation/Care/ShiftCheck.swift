/// What is looked at when a shift begins.
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

/// What was found of each line; nil is not checked.
package struct ShiftFindings: Sendable, Equatable {
    /// Water: there and in order.
    package var water: CheckAnswer?
    /// Kits: there and in order.
    package var kits: CheckAnswer?
    /// The printer: there and in order.
    package var printer: CheckAnswer?
    /// The telephones of child protection and the ambulance: there and in order.
    package var phones: CheckAnswer?
    /// The private room: there and in order.
    package var privateRoom: CheckAnswer?
    /// The machine's clock, beside another: there and in order.
    package var clock: CheckAnswer?
    /// What there is to say of it.
    package var waterRemark: String?
    /// What there is to say of it.
    package var kitsRemark: String?
    /// What there is to say of it.
    package var printerRemark: String?
    /// What there is to say of it.
    package var phonesRemark: String?
    /// What there is to say of it.
    package var privateRoomRemark: String?
    /// What there is to say of it.
    package var clockRemark: String?

    /// Nothing checked yet.
    package init() {}

    /// What was found of a line.
    package subscript(line: CheckLine) -> CheckAnswer {
        get { self[keyPath: ShiftFindings.answers[line.index]] ?? .unchecked }
        set { self[keyPath: ShiftFindings.answers[line.index]] = newValue }
    }

    /// What was said of a line; nil where nothing was.
    package func remark(_ line: CheckLine) -> String? {
        self[keyPath: ShiftFindings.remarks[line.index]]
    }

    /// Says something of a line.
    package mutating func setRemark(_ text: String?, _ line: CheckLine) {
        self[keyPath: ShiftFindings.remarks[line.index]] = text
    }

    private typealias Path<Kind> = WritableKeyPath<ShiftFindings, Kind> & Sendable

    private static let answers: [Path<CheckAnswer?>] = [
        \.water, \.kits, \.printer, \.phones, \.privateRoom, \.clock,
    ]
    private static let remarks: [Path<String?>] = [
        \.waterRemark, \.kitsRemark, \.printerRemark, \.phonesRemark, \.privateRoomRemark,
        \.clockRemark,
    ]
}

extension CheckLine {
    fileprivate var index: Int { CheckLine.allCases.firstIndex(of: self) ?? 0 }
}

/// What was found when a shift began, or later in it: when, and by whom.
package struct ShiftCheck: Tabled, Retractable {
    package let id: Identifier<ShiftCheck>
    /// For how long the check of a shift that was handed over is told of, in minutes.
    package static let holdsMinutes = 720
    /// Where.
    package var point = PointCode.none
    /// When.
    package var at: Instant?
    /// Who looked.
    package var officer: Identifier<Officer>?
    /// What was found.
    package var found = ShiftFindings()
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<ShiftCheck>) { self.id = id }

    package static let table = EntityTable<Self>(
        .shiftCheck,
        Field("point", \.point), Field("at", \.at), Field("officer", \.officer),
        Field("water", \.found.water), Field("kits", \.found.kits),
        Field("printer", \.found.printer), Field("phones", \.found.phones),
        Field("privateRoom", \.found.privateRoom), Field("clock", \.found.clock),
        Field("waterRemark", \.found.waterRemark, .personal),
        Field("kitsRemark", \.found.kitsRemark, .personal),
        Field("printerRemark", \.found.printerRemark, .personal),
        Field("phonesRemark", \.found.phonesRemark, .personal),
        Field("privateRoomRemark", \.found.privateRoomRemark, .personal),
        Field("clockRemark", \.found.clockRemark, .personal),
        Field("retractedAt", \.retractedAt))
}

/// The phones of DIF and of an ambulance, as the institutions of a point have them.
package struct ShiftPhones: Sendable, Equatable {
    /// Of whoever protects children; nil where no contact is written.
    package let dif: String?
    /// Of whoever is called in an emergency.
    package let ambulance: String?

    /// Of a point's institutions.
    package init(_ institutions: [Provider]) {
        let offered = institutions.filter { !$0.isRetired }
        dif = offered.lazy.filter { $0.institution == .childProtection }.compactMap(\.contact).first
        ambulance =
            offered.lazy.filter { $0.serves.contains(.emergency) }.compactMap(\.contact)
            .first
    }

    /// «DIF 631 …; ambulancia: sin dato».
    package var words: Bilingual {
        func said(_ contact: String?) -> Bilingual {
            contact.map { Bilingual($0, $0) } ?? Bilingual("sin dato", "no data")
        }
        let (dif, ambulance) = (said(dif), said(ambulance))
        return Bilingual(
            "DIF: \(dif.es). Ambulancia: \(ambulance.es).",
            "DIF: \(dif.en). Ambulance: \(ambulance.en).")
    }
}

extension ShiftCheck {
    /// «Apertura 06:10, R. Ramírez: no: impresora (sin papel)», or that nobody made one.
    package static func said(
        _ check: ShiftCheck?, _ who: String?, _ at: LocalTime?
    ) -> Bilingual {
        guard let check else { return Bilingual("Apertura: sin revisar.", "Opening: not checked.") }
        let words = check.found.words ?? Bilingual("todo bien", "all well")
        let by = [at?.clock, who].compactMap { $0 }.joined(separator: ", ")
        return Bilingual("Apertura \(by): \(words.es).", "Opening \(by): \(words.en).")
    }
}

extension ShiftFindings {
    /// «no: impresora (sin papel); sin revisar: kits, reloj»; nil where all is well.
    package var words: Bilingual? {
        func said(_ language: Language) -> String? {
            let wanting = CheckLine.allCases.filter { self[$0] == .no }.map { line in
                line.label(language) + (remark(line).map { " (\($0))" } ?? "")
            }
            let unchecked = CheckLine.allCases.filter { self[$0] == .unchecked }.map {
                $0.label(language)
            }
            let parts = [
                wanting.isEmpty ? nil : "no: " + wanting.joined(separator: ", "),
                unchecked.isEmpty
                    ? nil
                    : language("sin revisar: ", "not checked: ")
                        + unchecked.joined(separator: ", "),
            ].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: "; ")
        }
        guard let es = said(.es), let en = said(.en) else { return nil }
        return Bilingual(es, en)
    }

    /// Whether something was found wanting.
    package var isWanting: Bool { CheckLine.allCases.contains { self[$0] == .no } }
}
