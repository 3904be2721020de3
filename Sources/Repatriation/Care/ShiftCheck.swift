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
        [Field("point", \.point), Field("at", \.at), Field("officer", \.officer)]
            + CheckLine.allCases.map { Field($0.rawValue, place(of: $0).appending(path: \.answer)) }
            + CheckLine.allCases.map {
                Field($0.remarkName, place(of: $0).appending(path: \.remark), .personal)
            }
            + [Field("retractedAt", \.retractedAt)])

    private static func place(
        of line: CheckLine
    ) -> WritableKeyPath<ShiftCheck, ShiftFindings.Found> {
        let found: WritableKeyPath<ShiftCheck, ShiftFindings> = \.found
        return found.appending(path: ShiftFindings.place(of: line))
    }
}

extension ShiftCheck {
    /// «Apertura 06:10, R. Ramírez: no: impresora (sin papel).», or that nobody made one.
    package static func said(
        _ check: ShiftCheck?, _ who: String?, _ at: LocalTime?
    ) -> Bilingual {
        let told = told(check, who, at)
        return check == nil
            ? Bilingual("Apertura: \(told.es).", "Opening: \(told.en).")
            : Bilingual("Apertura \(told.es).", "Opening \(told.en).")
    }

    /// The same under a heading that says what it is.
    package static func told(
        _ check: ShiftCheck?, _ who: String?, _ at: LocalTime?
    ) -> Bilingual {
        guard let check else { return CheckAnswer.unchecked.label }
        let words = check.found.words ?? Bilingual("todo bien", "all well")
        let by = [at?.clock, who].compactMap { $0 }.joined(separator: ", ")
        return Bilingual("\(by): \(words.es)", "\(by): \(words.en)")
    }
}
