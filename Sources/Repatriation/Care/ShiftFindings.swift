/// What was found of each line of the opening check.
package struct ShiftFindings: Sendable, Equatable {
    /// What was said of one line.
    struct Found: Sendable, Equatable {
        var answer: CheckAnswer?
        var remark: String?
    }

    private var water = Found()
    private var kits = Found()
    private var printer = Found()
    private var phones = Found()
    private var privateRoom = Found()
    private var clock = Found()

    /// Where what was said of a line stands.
    static func place(of line: CheckLine) -> WritableKeyPath<ShiftFindings, Found> {
        switch line {
        case .water: \.water
        case .kits: \.kits
        case .printer: \.printer
        case .phones: \.phones
        case .privateRoom: \.privateRoom
        case .clock: \.clock
        }
    }

    /// Nothing checked yet.
    package init() {}

    /// What was said of a line; nil where nobody did.
    package subscript(answer line: CheckLine) -> CheckAnswer? {
        get { self[keyPath: ShiftFindings.place(of: line)].answer }
        set { self[keyPath: ShiftFindings.place(of: line)].answer = newValue }
    }

    /// What there is to say of a line; nil where nothing was said.
    package subscript(remark line: CheckLine) -> String? {
        get { self[keyPath: ShiftFindings.place(of: line)].remark }
        set { self[keyPath: ShiftFindings.place(of: line)].remark = newValue }
    }

    /// What was found of a line; what nobody said is not checked.
    package subscript(line: CheckLine) -> CheckAnswer {
        get { self[answer: line] ?? .unchecked }
        set { self[answer: line] = newValue }
    }

    /// Those of which this was found, in their order.
    package func lines(_ answer: CheckAnswer) -> [CheckLine] {
        CheckLine.allCases.filter { self[$0] == answer }
    }

    /// Whether something was found wanting.
    package var isWanting: Bool { !lines(.no).isEmpty }

    /// «no: impresora (sin papel); sin revisar: kits, reloj»; nil where all is well.
    package var words: Bilingual? {
        func said(_ language: Language) -> String? {
            let wanting = lines(.no).map { line in
                line.label(language) + (self[remark: line].map { " (\($0))" } ?? "")
            }
            let unchecked = lines(.unchecked).map { $0.label(language) }
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
}
