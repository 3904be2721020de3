/// What remarks of a list suggest; asked at the desk, never confirmed by itself.
package func suggestions(_ remarks: String) -> Set<Flag> {
    let said = ListRemarks(remarks)
    // Who denies being a child is asked about all the same.
    var found = Set(
        ListRemarks.telling.filter { flag, phrases in
            phrases.contains { said.says($0, alsoDenied: flag == .unaccompaniedChild) }
        }.map(\.0))
    if said.tellsNoSpanish { found.insert(.noSpanish) }
    // What somebody says of their age is a doubt, and a doubt is asked about as a child alone is.
    if ToldAge.child(remarks) != nil || ToldAge.saysMinor(remarks) {
        found.insert(.unaccompaniedChild)
    }
    return found
}

/// Remarks as words without accents or case, and where their clauses begin.
private struct ListRemarks {
    private var words: [String] = []
    private var starts: Set<Int> = []

    init(_ text: String) {
        for clause in text.split(whereSeparator: { ",;:.|()\n\r".contains($0) }) {
            starts.insert(words.count)
            words += NameText.folded(String(clause)).split(separator: " ").map(String.init)
        }
    }

    /// Whether a phrase stands there without being denied by the word before it: «NO MEDICATION»
    /// tells of none.
    func says(_ phrase: [String], alsoDenied: Bool) -> Bool {
        words.indices.contains { index in
            words[index] == phrase[0] && words[index...].starts(with: phrase)
                && (alsoDenied || !isDenied(index))
        }
    }

    private func isDenied(_ index: Int) -> Bool {
        let front = front(of: index).filter { !ListRemarks.fillers.contains($0) }
        guard let last = front.last else { return false }
        return ListRemarks.denials.contains(last)
            || last == "for" && ["negative", "neg"].contains(front.dropLast().last ?? "")
    }

    /// The words before one, within its clause.
    private func front(of index: Int) -> ArraySlice<String> {
        let start = starts.filter { $0 <= index }.max() ?? 0
        return words[start..<index]
    }

    /// A language is said to be the person's, or the only one, and Spanish is not said to be theirs
    /// too.
    var tellsNoSpanish: Bool { words.indices.contains(where: isOwnLanguage) && !speaksSpanish }

    private func isOwnLanguage(_ index: Int) -> Bool {
        let names = (ListRemarks.languages[words[index]] ?? []).filter {
            words[index...].starts(with: $0)
        }
        let next = names.compactMap { name in words.dropFirst(index + name.count).first }
        let isForeign = ListRemarks.others.contains(words[index])
        guard !names.isEmpty || isForeign else { return false }
        let after = isForeign ? words.dropFirst(index + 1).first.map { [$0] } ?? [] : next
        if after.contains(where: ListRemarks.only.contains) { return true }
        let front = words[max(0, index - 4)..<index]
        if front.last.map(ListRemarks.only.contains) == true { return true }
        guard !isForeign else { return false }
        if after.contains(where: ListRemarks.speaker.contains) { return true }
        return front.last { !ListRemarks.besideLanguage.contains($0) }.map(
            ListRemarks.speaks.contains) ?? false
    }

    private var speaksSpanish: Bool {
        words.indices.contains { index in
            guard ["spanish", "espanol", "castellano"].contains(words[index]) else { return false }
            return words[max(0, index - 3)..<index].allSatisfy { !ListRemarks.hardly.contains($0) }
        }
    }

    /// What tells of a flag, each phrase as its words.
    static let telling: [(Flag, [[String]])] =
        ([
            (
                .medical,
                [
                    "medication", "medications", "med", "meds", "medical", "medicamento",
                    "medicamentos", "medicina",
                    "medicacion", "insulin", "insulina", "padecimiento", "padecimientos", "salud",
                ]
            ),
            (.pregnant, ["pregnant", "pregnancy", "embarazada", "embarazo"]),
            (
                .disability,
                ["wheelchair", "silla de ruedas", "discapacidad", "disability", "disabled"]
            ),
            (.smallChildren, ["famu", "family unit", "unidad familiar", "family", "familia"]),
            (
                .unaccompaniedChild,
                [
                    "uac", "uc", "juvenile", "juv", "unaccompanied", "minor", "nna",
                    "menor no acompanado",
                    "menor no acompanada", "menor sola", "menor solo", "menor de edad", "underage",
                    "under age",
                    "under 18", "menor de 18", "age dispute", "age disputed", "disputed age",
                    "adolescent",
                    "adolescente", "teen", "teenager",
                ]
            ),
            (.warrant, ["warrant", "orden de aprehension", "mandamiento"]),
            (.deaf, ["deaf", "sorda", "sordo"]),
            (.noSpanish, ["no spanish", "no habla espanol", "indigenous language"]),
        ] as [(Flag, [String])])
        .map { flag, phrases in (flag, phrases.map { $0.split(separator: " ").map(String.init) }) }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }

    private static let denials = set(
        "no not none denies denied deny without sin niega nego ningun ninguna ninguno")
    private static let fillers = set(
        "any known current currently taking being is has de del la el actual conocido")
    private static let only = set(
        "only solo solamente unicamente monolingual monolingue exclusively")
    private static let speaker = set("speaker speakers speaking hablante hablantes")
    private static let speaks = set(
        "speaks speak speaking habla hablante lengua language idioma dialecto dialect")
    private static let besideLanguage = set(
        "de en materna native indigena indigenous is es la su un una")
    private static let hardly = set(
        "no not little limited poco some basic sin algo bit nada doesn don t")
    /// Whoever speaks one of these may speak Spanish too: only where it is said to be the only one.
    private static let others = set(
        "english ingles portuguese portugues french frances creole criollo")

    /// The languages of Mexico and of its southern neighbours, each as words, by the first of them.
    private static let languages: [String: [[String]]] = {
        let shipped = (InterviewForm.lists["languages"]?.options ?? []).filter {
            !["spanish", "english", "LSM", "otherLanguage"].contains($0.code)
        }
        let labels = shipped.flatMap { option in
            [option.code]
                + option.label.es.split(whereSeparator: { "(),".contains($0) }).map(String.init)
        }
        let more = """
            mixtec mixteca zapotec zapoteca nahua mexicano tzeltal tzotzil mayan otomi chontal \
            kiche quiche kaqchikel cakchiquel qeqchi kekchi ixil kanjobal acateco akateko popti \
            jacalteco tarasco triqui mixe
            """
        let all = labels + more.split(separator: " ").map(String.init)
        let names = Set(all.map { NameText.folded($0) }).filter { !$0.isEmpty }
            .map { $0.split(separator: " ").map(String.init) }
        return Dictionary(grouping: names) { $0[0] }
    }()
}
