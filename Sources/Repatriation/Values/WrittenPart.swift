/// An object of a file while it is read: each key is asked for once, what is missing or wrong is
/// noted with its line, and what nobody asked for is noted at the end.
package struct WrittenPart {
    /// Where it begins, counted from 1.
    package let line: Int
    /// Where what is wrong with it is noted.
    package let problems: FileProblems
    private let members: [Written.Member]
    private var asked: Set<String> = []
    /// Where it stands, ending in a point; empty for the whole file.
    private let path: String

    /// Nil where it is no object.
    package init?(_ written: Written, _ problems: FileProblems, at path: String = "") {
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
    package func line(of key: String) -> Int { members.first { $0.key == key }?.line ?? line }

    /// What stands at a key, whatever it is.
    package mutating func take(_ key: String) -> Written? {
        asked.insert(key)
        problems.ask(path + key)
        return members.first { $0.key == key }?.value
    }

    /// Whether there is such a key.
    package mutating func has(_ key: String) -> Bool { take(key) != nil }

    /// Notes what is wrong with a key.
    package func wrong(
        _ key: String, _ es: String, _ en: String, as code: FileProblem.Fault = .wrongValue
    ) {
        problems.add(line(of: key), "«\(key)»: \(es)", "«\(key)»: \(en)", as: code)
    }

    /// Notes what is wrong with a key.
    package func wrong(_ key: String, _ why: Bilingual) { wrong(key, why.es, why.en) }

    /// Notes that a key is missing.
    package func isMissing(_ key: String) { wrong(key, "falta.", "is missing.", as: .missing) }

    private mutating func required<Kind>(_ key: String, _ value: Kind?) -> Kind? {
        if value == nil, !has(key) { isMissing(key) }
        return value
    }

    /// A text that may be left out.
    package mutating func text(_ key: String) -> String? {
        guard let written = take(key) else { return nil }
        guard case .text(let text) = written.value, !text.isEmpty, NameText.isClean(text) else {
            wrong(key, "toma un texto.", "takes a text.")
            return nil
        }
        return text
    }

    /// A text; empty where it is missing, which is noted.
    package mutating func requiredText(_ key: String) -> String { required(key, text(key)) ?? "" }

    /// A name by which other parts mean this one: letters, digits and `-`.
    package mutating func name(_ key: String = "id") -> String {
        let name = requiredText(key)
        if !WrittenPart.isName(name) {
            wrong(
                key, "toma letras minúsculas sin acento, números y «-».",
                "takes lower case letters without accents, digits and «-».")
        }
        return name
    }

    /// Lower case letters, digits and «-».
    package static func isName(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
        }
    }

    /// A whole number of a range that may be left out.
    package mutating func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let written = take(key) else { return nil }
        guard case .int(let number) = written.value, range.contains(number) else {
            wrong(
                key, "toma un número de \(range.lowerBound) a \(range.upperBound).",
                "takes a number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return number
    }

    /// A whole number of a range; its least where it is missing, which is noted.
    package mutating func requiredInteger(_ key: String, _ range: ClosedRange<Int>) -> Int {
        required(key, integer(key, range)) ?? range.lowerBound
    }

    /// True or false, where it is said.
    package mutating func flag(_ key: String) -> Bool? {
        guard let written = take(key) else { return nil }
        guard case .bool(let flag) = written.value else {
            wrong(key, "toma true o false.", "takes true or false.")
            return nil
        }
        return flag
    }

    /// One of a closed list.
    package mutating func code<Kind: RawRepresentable<String> & CaseIterable>(_ key: String)
        -> Kind?
    {
        guard let text = text(key) else { return nil }
        return code(text, key)
    }

    /// Any of a closed list.
    package mutating func codes<Kind: RawRepresentable<String> & CaseIterable>(_ key: String)
        -> [Kind]?
    {
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

    /// The elements of a list; none where there is none.
    package mutating func list(_ key: String) -> [Written] {
        guard let written = take(key) else { return [] }
        guard case .list(let elements) = written.value else {
            wrong(key, "toma una lista «[ … ]».", "takes a list «[ … ]».")
            return []
        }
        return elements
    }

    /// A list of texts, where there is one.
    package mutating func texts(_ key: String) -> [String]? {
        guard has(key) else { return nil }
        return list(key).compactMap { element in
            if case .text(let text) = element.value, NameText.isClean(text) { return text }
            wrong(key, "toma una lista de textos.", "takes a list of texts.")
            return nil
        }
    }

    /// The objects of a list.
    package mutating func parts(_ key: String) -> [WrittenPart] {
        list(key).compactMap { WrittenPart($0, problems, at: "\(path)\(key).") }
    }

    /// An object, where there is one.
    package mutating func part(_ key: String) -> WrittenPart? {
        take(key).flatMap { WrittenPart($0, problems, at: "\(path)\(key).") }
    }

    /// An object, which is noted where it is missing.
    package mutating func requiredPart(_ key: String) -> WrittenPart? {
        if !has(key) { isMissing(key) }
        return part(key)
    }

    /// What remains as it stands: a line of `send`, the fields of a fact.
    package mutating func members(_ key: String) -> [String: JSON] {
        guard let written = take(key) else { return [:] }
        guard case .object(let members) = written.json else {
            wrong(key, "toma «{ … }».", "takes «{ … }».")
            return [:]
        }
        return members
    }

    /// Notes the keys that nobody asked for.
    package func finish() {
        for member in members where !asked.contains(member.key) {
            problems.add(
                member.line, "No hay una clave «\(member.key)» aquí.",
                "There is no key «\(member.key)» here.", as: .unknownKey)
        }
    }
}
