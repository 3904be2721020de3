import Repatriation

/// What is wrong with a file, gathered while it is read.
final class ScenarioProblems {
    private(set) var all: [ScenarioProblem] = []
    /// Every key that was asked for, with the parts in which it stands: `grupos.llega`.
    var asked: Set<String> = []

    func add(_ line: Int, _ es: String, _ en: String) {
        all.append(ScenarioProblem(line, es, en))
    }
}

/// An object of a scenario while it is read: each key is asked for once, what is missing or wrong is
/// noted with its line, and what nobody asked for is noted at the end.
struct ScenarioPart {
    let line: Int
    let problems: ScenarioProblems
    private let members: [Written.Member]
    private var asked: Set<String> = []
    /// Where it stands, ending in a point; empty for the whole file.
    private let path: String

    /// Nil where it is no object.
    init?(_ written: Written, _ problems: ScenarioProblems, at path: String = "") {
        guard case .object(let members) = written.value else {
            problems.add(written.line, "Se espera «{ … }».", "«{ … }» is expected.")
            return nil
        }
        line = written.line
        self.members = members
        self.problems = problems
        self.path = path
    }

    /// The line of a key, or of the object.
    func line(of key: String) -> Int { members.first { $0.key == key }?.line ?? line }

    mutating func take(_ key: String) -> Written? {
        asked.insert(key)
        problems.asked.insert(path + key)
        return members.first { $0.key == key }?.value
    }

    mutating func has(_ key: String) -> Bool { take(key) != nil }

    func wrong(_ key: String, _ es: String, _ en: String) {
        problems.add(line(of: key), "«\(key)»: \(es)", "«\(key)»: \(en)")
    }

    func wrong(_ key: String, _ why: Bilingual) { wrong(key, why.es, why.en) }

    private mutating func required<Kind>(_ key: String, _ value: Kind?) -> Kind? {
        if value == nil, !has(key) { wrong(key, "falta.", "is missing.") }
        return value
    }

    mutating func text(_ key: String) -> String? {
        guard let written = take(key) else { return nil }
        guard case .text(let text) = written.value, !text.isEmpty, NameText.isClean(text) else {
            wrong(key, "toma un texto.", "takes a text.")
            return nil
        }
        return text
    }

    mutating func requiredText(_ key: String) -> String { required(key, text(key)) ?? "" }

    /// A name by which other parts mean this one: letters, digits and `-`.
    mutating func name(_ key: String = "id") -> String {
        let name = requiredText(key)
        if !ScenarioPart.isName(name) {
            wrong(
                key, "toma letras minúsculas sin acento, números y «-».",
                "takes lower case letters without accents, digits and «-».")
        }
        return name
    }

    /// Lower case letters, digits and «-».
    static func isName(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
        }
    }

    mutating func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let written = take(key) else { return nil }
        guard case .int(let number) = written.value, range.contains(number) else {
            wrong(
                key, "toma un número de \(range.lowerBound) a \(range.upperBound).",
                "takes a number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return number
    }

    mutating func requiredInteger(_ key: String, _ range: ClosedRange<Int>) -> Int {
        required(key, integer(key, range)) ?? range.lowerBound
    }

    mutating func flag(_ key: String) -> Bool? {
        guard let written = take(key) else { return nil }
        guard case .bool(let flag) = written.value else {
            wrong(key, "toma true o false.", "takes true or false.")
            return nil
        }
        return flag
    }

    /// One of a closed list.
    mutating func code<Kind: RawRepresentable<String> & CaseIterable>(_ key: String) -> Kind? {
        guard let text = text(key) else { return nil }
        return code(text, key)
    }

    mutating func codes<Kind: RawRepresentable<String> & CaseIterable>(_ key: String) -> [Kind]? {
        texts(key)?.compactMap { code($0, key) }
    }

    private func code<Kind: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ key: String
    ) -> Kind? {
        let code = Kind(rawValue: text)
        if code == nil {
            let allowed = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            wrong(key, "no hay «\(text)»; hay: \(allowed).", "no «\(text)»; there is: \(allowed).")
        }
        return code
    }

    mutating func list(_ key: String) -> [Written] {
        guard let written = take(key) else { return [] }
        guard case .list(let elements) = written.value else {
            wrong(key, "toma una lista «[ … ]».", "takes a list «[ … ]».")
            return []
        }
        return elements
    }

    mutating func texts(_ key: String) -> [String]? {
        guard has(key) else { return nil }
        return list(key).compactMap { element in
            if case .text(let text) = element.value, NameText.isClean(text) { return text }
            wrong(key, "toma una lista de textos.", "takes a list of texts.")
            return nil
        }
    }

    mutating func parts(_ key: String) -> [ScenarioPart] {
        list(key).compactMap { ScenarioPart($0, problems, at: "\(path)\(key).") }
    }

    mutating func part(_ key: String) -> ScenarioPart? {
        take(key).flatMap { ScenarioPart($0, problems, at: "\(path)\(key).") }
    }

    mutating func requiredPart(_ key: String) -> ScenarioPart? {
        if !has(key) { wrong(key, "falta.", "is missing.") }
        return part(key)
    }

    /// What remains as it stands: a line of `send`, the fields of a fact.
    mutating func members(_ key: String) -> [String: JSON] {
        guard let written = take(key) else { return [:] }
        guard case .object(let members) = written.json else {
            wrong(key, "toma «{ … }».", "takes «{ … }».")
            return [:]
        }
        return members
    }

    /// Notes the keys that nobody asked for.
    func finish() {
        for member in members where !asked.contains(member.key) {
            problems.add(
                member.line, "No hay una clave «\(member.key)» aquí.",
                "There is no key «\(member.key)» here.")
        }
    }
}
