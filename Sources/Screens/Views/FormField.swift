import Repatriation
import Terminal

/// One field of a form. Fields keep their place forever.
struct FormField: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case text
        case number(ClosedRange<Int> = 0...9999)
        case date
        /// An hour of the day: `2341`, `23:41`, `7`.
        case time
        /// The exceptions of a roll call's sheet: `19x3 21v`.
        case rollMarks
        /// A day, a year or an age: what is not exact is kept with its precision.
        case birthDate
        /// One of a list: the letter or the beginning of the word chooses.
        case options([AnswerOption])
        /// Any of a list: their letters, one after another.
        case many([AnswerOption])
        case mexicanState
        case usState
        /// Text with names of places to choose from.
        case place
    }

    let name: String
    let label: Bilingual
    var kind: Kind
    var value = ""
    var isRequired = false
    /// Shown muted: it came from the list or the group, and Enter passes.
    var isGiven = false
    /// A guess that stands in the field until `=` takes it or another answer replaces it; it is no
    /// answer before.
    var isProposed = false
    /// It is asked of this person; what is not stays in its place and is passed over.
    var isAsked = true
    /// The part of the form it stands in; only Enter and the page keys leave a part.
    var part: FormPart?
    /// What F8 gives where no field is repeated: the answer of the family's previous member.
    var previous: String?
    /// The field whose answer `=` and F8 repeat.
    var repeats: String?
    var problem: Bilingual?
    /// What is worth a look in what was typed; it blocks nothing.
    var remark: Bilingual?
    /// Names of places that begin as typed.
    var suggestions: [String] = []
    /// Shown only while the cursor is on it: numbers of US records.
    var isMasked = false
    /// The few answers stand beside it while it is empty.
    var showsChoices = true
    /// It is corrected, never emptied.
    var isKept = false
    /// «No sabe» and the like, by their signs, where the kind itself has no list of them.
    var openAnswers: [AnswerOption] = []
    /// What the record has, while the field still shows it: the code does not depend on its words.
    var kept: (shown: String, code: String)? {
        get { keptShown.flatMap { shown in keptCode.map { (shown, $0) } } }
        set { (keptShown, keptCode) = (newValue?.shown, newValue?.code) }
    }
    private var keptShown: String?
    private var keptCode: String?

    init(
        _ name: String, _ es: String, _ en: String, _ kind: Kind = .text, value: String = "",
        required: Bool = false
    ) {
        self.name = name
        label = Bilingual(es, en)
        self.kind = kind
        self.value = value
        isRequired = required
        isGiven = !value.isEmpty
    }

    /// What stands for a given answer: words instead of codes.
    func givenWords(_ language: Language) -> String {
        let words = self.words(for: value, language)
        return words.isEmpty ? value : words
    }

    /// The words of a code of the field's list; empty for what has none.
    private func words(for code: String, _ language: Language) -> String {
        let codes = code.split(separator: ",").map(String.init)
        let options: [AnswerOption] =
            switch kind {
            case .options(let options), .many(let options): options
            default: []
            }
        return options.filter { codes.contains($0.code) }.map { $0.label(language) }.joined(
            separator: ", ")
    }

    /// It takes several of its list.
    var isMany: Bool { if case .many = kind { true } else { false } }

    /// `-`, `.` and `0` where they are answers.
    private var openAnswer: AnswerOption? {
        let typed = value.trimmed
        return openAnswers.first { $0.code == typed || String($0.letter) == typed }
    }

    /// The code of what was answered; empty for nothing, and for what is only guessed; nil for what
    /// is not understood.
    func answer(today: CivilDate) -> String? { isProposed ? "" : code(today: today) }

    /// Why what stands in the field cannot be kept; nil when it can.
    func problem(today: CivilDate) -> Bilingual? {
        if kind == .birthDate, let read = TypedDate.readBirth(value.trimmed, today: today),
            !Birth(read.day, code: read.precision).isPossible(on: today)
        {
            return Bilingual("es futura", "is in the future")
        }
        guard code(today: today) == nil else { return nil }
        if isKept, value.trimmed.isEmpty {
            let was = kept?.shown ?? ""
            return Bilingual(
                "se corrige, no se borra (\(was))", "is corrected, not erased (\(was))")
        }
        if case .number(let range) = kind {
            return Bilingual(
                "una cifra de \(range.lowerBound) a \(range.upperBound)",
                "a figure from \(range.lowerBound) to \(range.upperBound)")
        }
        return Bilingual("no se entiende", "not understood")
    }

    /// The few answers there are, for a field where nothing is typed yet; nil where there are many.
    func choices(_ language: Language) -> String? {
        let options: [AnswerOption] =
            switch kind {
            case .options(let options), .many(let options): options
            default: []
            }
        // Where there are many, those of the list itself: the signs of the rest stand in F4.
        let shown =
            options.count > 8
            ? options.filter { $0.letter.isLetter || $0.letter.isNumber } : options
        guard showsChoices, (1...9).contains(shown.count), shown.allSatisfy({ $0.letter != "·" })
        else {
            return nil
        }
        return shown.map { "\($0.letter) \($0.label(language))" }.joined(separator: "  ")
    }

    /// What stands in the field for what a draft kept: the letters that the codes have now.
    func typed(for draft: String) -> String {
        let options: [AnswerOption]
        switch kind {
        case .options(let all), .many(let all): options = all.filter { $0.letter != "·" }
        default: return draft
        }
        let codes = draft.split(separator: ",")
        let letters = codes.compactMap { code in
            options.first { $0.code == code }.map { String($0.letter) }
        }
        return letters.count == codes.count ? letters.joined() : draft
    }

    /// What a draft keeps: codes where there are any, for letters may be given anew; nil forgets
    /// the field.
    func draft(today: CivilDate) -> String? {
        switch kind {
        case .options, .many:
            if let code = code(today: today), !code.isEmpty { return code }
        default: break
        }
        // What the record has and was emptied is an answer taken back, which a draft must remember.
        return value.isEmpty && kept == nil ? nil : value
    }

    /// How well a day of birth is known by what was typed: a year or an age are no day; nil where
    /// it is one.
    func precision(today: CivilDate) -> String? {
        guard kind == .birthDate, kept?.shown != value else { return nil }
        return TypedDate.readBirth(value.trimmed, today: today)?.precision
    }

    /// The code for what was typed; nil when it is none.
    func code(today: CivilDate) -> String? {
        let typed = value.trimmed
        if typed.isEmpty { return isKept ? nil : "" }
        if let kept, kept.shown == value { return kept.code }
        if let open = openAnswer { return open.code }
        switch kind {
        case .text, .place: return NameText.cleaned(typed)
        case .number(let range): return Int(typed).flatMap { range.contains($0) ? String($0) : nil }
        case .date: return TypedDate.read(typed, today: today)?.text
        case .time: return TypedDate.readTime(typed)?.text
        case .rollMarks: return RollException.read(typed) == nil ? nil : typed
        case .birthDate: return TypedDate.readBirth(typed, today: today)?.day.text
        case .mexicanState:
            return (MexicanState(typed: typed) ?? MexicanState(beginning: typed))?.code
        case .usState: return USState.code(typed: typed)
        case .options(let options): return FormField.option(typed, options)?.code
        case .many(let options):
            let codes = FormField.several(typed, options)?.map(\.code)
            return codes.map { Set($0).sorted().joined(separator: ",") }
        }
    }

    private static func option(_ typed: String, _ options: [AnswerOption]) -> AnswerOption? {
        if let exact = options.first(where: {
            $0.code == typed || String($0.letter) == typed.lowercased()
        }) {
            return exact
        }
        let wanted = NameText.folded(typed)
        // Where each answer has a digit, a lone letter is a slip and no word.
        guard wanted.count > 1 || !options.contains(where: { $0.letter.isNumber }) else {
            return nil
        }
        let found = options.filter {
            NameText.folded($0.label.es).hasPrefix(wanted)
                || NameText.folded($0.label.en).hasPrefix(wanted)
        }
        return found.count == 1 && !wanted.isEmpty ? found[0] : nil
    }

    /// Codes or words between commas, or letters without anything between them.
    private static func several(_ typed: String, _ options: [AnswerOption]) -> [AnswerOption]? {
        // Letters first: «pa» are two papers, and a word is told from them by what no letter stands
        // for.
        let letters = typed.filter { !$0.isWhitespace && $0 != "," }
        let chosen = letters.compactMap { letter in
            options.first { String($0.letter) == letter.lowercased() }
        }
        if chosen.count == letters.count, Set(chosen.map(\.code)).count == chosen.count {
            return chosen
        }
        let words = typed.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        let named = words.compactMap { option($0, options) }
        return named.count == words.count ? named : nil
    }

    /// The full name of what was typed, shown at the right at once.
    func resolved(_ language: Language, today: CivilDate) -> String {
        guard let code = code(today: today), !code.isEmpty else { return "" }
        if let open = openAnswer { return open.label(language) }
        switch kind {
        case .text, .number: return ""
        case .rollMarks:
            let marks = RollException.read(value.trimmed) ?? []
            return marks.map { "\($0.number) \($0.mark.label(language))" }
                .joined(separator: ", ")
        case .time: return value.trimmed == code ? "" : code
        case .place:
            // Text until one is chosen: what is offered stands as a question.
            guard let first = suggestions.first, !suggestions.contains(value.trimmed) else {
                return ""
            }
            return suggestions.count > 1 ? "F4: \(suggestions.count) (\(first)…)" : "¿\(first)? F4"
        case .date, .birthDate:
            guard let day = CivilDate(text: code) else { return "" }
            // Only of a birth is the age worth a look.
            if kind == .date, name != ProfileField.birthDate.rawValue {
                return value.trimmed == day.shown ? "" : day.shown
            }
            return birthWords(day, today: today, language)
        case .mexicanState: return MexicanState(curpCode: code)?.name ?? ""
        case .usState: return USState.name(code) ?? code
        case .options, .many: return words(for: code, language)
        }
    }

    /// What is known of a birth, and the age; what stands as it is kept is not said twice.
    private func birthWords(_ day: CivilDate, today: CivilDate, _ language: Language) -> String {
        if let kept, kept.shown == value, value != day.shown { return "" }
        let birth = Birth(day, precision(today: today).flatMap(Birth.Precision.init) ?? .exact)
        let years = birth.ageShown(on: today)
        let age = language("\(years) años", "\(years) years")
        return value.trimmed == day.shown ? age : "\(birth.shown(language)) (\(age))"
    }

    /// Whether the text is complete by itself, so that the cursor goes on without Enter.
    func advances(after text: String) -> Bool {
        switch kind {
        case .options(let options):
            // In a long list the first letter is the beginning of a word; what the record alone
            // still has makes none longer.
            return text.count == 1 && options.count(where: \.isOffered) <= 16
                && options.count { String($0.letter) == text.lowercased() } == 1
        case .mexicanState where openAnswers.contains { String($0.letter) == text },
            .usState where openAnswers.contains { String($0.letter) == text }:
            return true
        case .mexicanState: return MexicanState.isWhole(text)
        case .usState: return USState.isWhole(text)
        default: return false
        }
    }
}

/// Dates as people type them: `3/7/90`, `03-07-1990`, `030790`, `hoy`, day before month.
enum TypedDate {
    /// A day of birth as people know it: a day, a year (`1990`) or an age (`34`), with how exact it
    /// is.
    ///
    static func readBirth(_ text: String, today: CivilDate) -> (day: CivilDate, precision: String?)?
    {
        if text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) {
            if text.count == 4, let birth = Birth(year: number) {
                return (birth.day, birth.precision.rawValue)
            }
            if (1...3).contains(text.count), let birth = Birth(age: number, on: today) {
                return (birth.day, birth.precision.rawValue)
            }
        }
        return read(text, today: today).map { ($0, nil) }
    }

    /// An hour as people write it: two figures are whole hours, three or four have minutes.
    static func readTime(_ text: String) -> TimeOfDay? {
        let digits = text.filter { $0 != ":" && $0 != "." }
        guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(digits)
        else { return nil }
        let (hour, minute) = digits.count < 3 ? (number, 0) : (number / 100, number % 100)
        return TimeOfDay(text: "\(padded(hour, 2)):\(padded(minute, 2))")
    }

    static func read(_ text: String, today: CivilDate) -> CivilDate? {
        if let day = CivilDate(text: text) { return day }
        if ["hoy", "today"].contains(NameText.folded(text)) { return today }
        var parts = text.split { "/-. ".contains($0) }.map(String.init)
        if parts.count == 1, text.allSatisfy({ $0.isASCII && $0.isNumber }),
            [6, 8].contains(text.count)
        {
            let digits = Array(text)
            parts = [String(digits[0...1]), String(digits[2...3]), String(digits[4...])]
        }
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else {
            return nil
        }
        if parts[2].count == 4 { return CivilDate(year: year, month: month, day: day) }
        guard parts[2].count == 2 else { return nil }
        let century = today.year / 100 * 100
        return [century + year, century - 100 + year].compactMap {
            CivilDate(year: $0, month: month, day: day)
        }
        .first { $0 <= today }
    }
}

extension [AnswerOption] {
    /// Every code of a kind, each by its letter.
    static func of<Kind: Code>(_: Kind.Type, _ letters: String) -> [AnswerOption] {
        zip(letters, Kind.allCases).map { letter, code in
            AnswerOption(code: code.rawValue, letter: letter, label: code.label)
        }
    }
}
