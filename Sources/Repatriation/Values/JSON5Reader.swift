/// Reads JSON5 (json5.org, 1.0.0): JSON with remarks, keys without quotes, single quotes and a
/// comma after the last.
///
/// Written here because no parser of the system says on which line a value stands, and whoever
/// writes a scenario or a survey has to be told. What comes is bounded: 1 MB, 32 levels. O(n).
package struct JSON5Reader {
    private static let most = 1 << 20
    private static let deepest = 32

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var line = 1

    /// The value that a text is. Throws `FileProblem` at the first line that cannot be read.
    package static func read(_ text: String) throws(FileProblem) -> Written {
        guard text.utf8.count <= most else {
            throw FileProblem(
                1, "El archivo pasa de un megabyte.", "The file is over a megabyte.", as: .tooMany)
        }
        var reader = JSON5Reader(scalars: Array(text.unicodeScalars))
        try reader.skip()
        let value = try reader.value(depth: 0)
        try reader.skip()
        guard reader.peek == nil else {
            throw reader.problem(
                "Sobra texto después del final.", "There is text after the end.")
        }
        return value
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private func problem(_ es: String, _ en: String) -> FileProblem {
        FileProblem(line, es, en, as: .unreadable)
    }

    @discardableResult
    private mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        place += 1
        if scalar == "\n" { line += 1 }
        return scalar
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        next()
        return true
    }

    /// Room and remarks.
    private mutating func skip() throws(FileProblem) {
        while let scalar = peek {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                next()
            } else if scalar == "/" {
                try skipRemark()
            } else {
                return
            }
        }
    }

    private mutating func skipRemark() throws(FileProblem) {
        let start = line
        next()
        if take("/") {
            while let scalar = peek, scalar != "\n" { next() }
            return
        }
        guard take("*") else { throw problem("Sobra una «/».", "There is a stray «/».") }
        while let scalar = next() {
            if scalar == "*", take("/") { return }
        }
        throw FileProblem(
            start, "El comentario que empieza aquí no se cierra.",
            "The remark that begins here is not closed.", as: .unreadable)
    }

    private mutating func value(depth: Int) throws(FileProblem) -> Written {
        guard depth < JSON5Reader.deepest else {
            throw problem("Hay más de 32 niveles.", "There are more than 32 levels.")
        }
        let start = line
        switch peek {
        case "{": return Written(line: start, value: .object(try object(depth)))
        case "[": return Written(line: start, value: .list(try list(depth)))
        case "\"", "'": return Written(line: start, value: .text(try text()))
        case nil: throw problem("Falta un valor.", "A value is missing.")
        default: return Written(line: start, value: try word())
        }
    }

    private mutating func object(_ depth: Int) throws(FileProblem) -> [Written.Member] {
        let start = line
        next()
        var members: [Written.Member] = []
        var keys: Set<String> = []
        while true {
            try skip()
            if take("}") { return members }
            let keyLine = line
            let key = try self.key()
            guard keys.insert(key).inserted else {
                throw problem("«\(key)» está dos veces.", "«\(key)» stands twice.")
            }
            try skip()
            guard take(":") else {
                throw problem(
                    "Falta «:» después de «\(key)».", "«:» is missing after «\(key)».")
            }
            try skip()
            members.append(
                .init(key: key, line: keyLine, value: try value(depth: depth + 1)))
            try skip()
            guard take(",") || peek == "}" else { throw unclosed("{", from: start) }
        }
    }

    private mutating func list(_ depth: Int) throws(FileProblem) -> [Written] {
        let start = line
        next()
        var elements: [Written] = []
        while true {
            try skip()
            if take("]") { return elements }
            elements.append(try value(depth: depth + 1))
            try skip()
            guard take(",") || peek == "]" else { throw unclosed("[", from: start) }
        }
    }

    private func unclosed(_ what: String, from start: Int) -> FileProblem {
        problem(
            "Falta una coma, o se cierra lo que abrió «\(what)» en el renglón \(start).",
            "A comma is missing, or the end of the «\(what)» of line \(start).")
    }

    private mutating func key() throws(FileProblem) -> String {
        if peek == "\"" || peek == "'" { return try text() }
        var key = ""
        while let scalar = peek,
            scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
        {
            key.unicodeScalars.append(scalar)
            next()
        }
        guard !key.isEmpty else {
            throw problem("Se espera una clave.", "A key is expected.")
        }
        return key
    }
}

extension JSON5Reader {
    private mutating func text() throws(FileProblem) -> String {
        let start = line
        let quote = next()
        var text = ""
        while let scalar = next() {
            if scalar == quote { return text }
            switch scalar {
            case "\\": try escape(into: &text)
            case "\n":
                throw FileProblem(
                    start, "Faltan comillas al final del texto.",
                    "The text has no closing quote.", as: .unreadable)
            default: text.unicodeScalars.append(scalar)
            }
        }
        throw FileProblem(
            start, "Faltan comillas al final del texto.", "The text has no closing quote.",
            as: .unreadable)
    }

    private mutating func escape(into text: inout String) throws(FileProblem) {
        switch next() {
        case "n": text += "\n"
        case "t": text += "\t"
        // A text goes on in the next line.
        case "\n": break
        case "u":
            var hex = ""
            for _ in 0..<4 { hex.unicodeScalars.append(next() ?? "?") }
            guard let code = UInt32(hex, radix: 16), let scalar = Unicode.Scalar(code) else {
                throw problem("«\\u\(hex)» no es una letra.", "«\\u\(hex)» is no letter.")
            }
            text.unicodeScalars.append(scalar)
        case let scalar?: text.unicodeScalars.append(scalar)
        case nil: break
        }
    }

    private mutating func word() throws(FileProblem) -> Written.Content {
        var word = ""
        while let scalar = peek, !scalar.properties.isWhitespace,
            !",:{}[]\"'/".unicodeScalars
                .contains(scalar)
        {
            word.unicodeScalars.append(scalar)
            next()
        }
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: break
        }
        let digits = word.hasPrefix("+") ? String(word.dropFirst()) : word
        if let number = Int(digits) { return .int(number) }
        if digits.hasPrefix("0x"), let number = Int(digits.dropFirst(2), radix: 16) {
            return .int(number)
        }
        if digits.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
            let number = Double(digits)
        {
            return .double(number)
        }
        throw word.isEmpty
            ? problem("Se espera un valor.", "A value is expected.")
            : problem(
                "«\(word)» no es un valor: los textos van entre comillas.",
                "«\(word)» is no value: texts stand in quotes.")
    }
}
