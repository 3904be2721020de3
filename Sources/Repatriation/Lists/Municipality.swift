/// A municipality of INEGI's catalogue (AGEEM).
package struct Municipality: Sendable, Equatable {
    /// INEGI's five digits: state and municipality.
    package internal(set) var key: String
    /// RENAPO's two letters of its state.
    package internal(set) var state: String
    /// The name as INEGI writes it.
    package internal(set) var name: String

    /// A row of the catalogue.
    init(key: String, state: String, name: String) {
        self.key = key
        self.state = state
        self.name = name
    }
}

/// INEGI's file of municipalities as it was read.
package struct MunicipalityFile: Sendable {
    /// What is in it, in its order.
    package private(set) var all: [Municipality] = []
    /// Lines without any key, at its foot or beside: notes, each with its words.
    package private(set) var notes: [(line: Int, text: String)] = []

    /// The one cause for which a file is refused.
    package enum Failure: Error, Sendable, Equatable {
        case noText, encoding, heading, empty, tooMany
        case key(line: Int), state(line: Int), name(line: Int), twice(line: Int, key: String)
    }

    /// Reads `CVEGEO`, or `CVE_ENT` and `CVE_MUN`, with `NOM_MUN`, among any other columns;
    /// localities of one municipality, as older files list them, are one. Encoding and delimiter
    /// are recognised as those of lists are.
    package init(
        _ bytes: [UInt8], convert: @escaping TextEncoding.Converter = { _, _ in nil }
    ) throws(Failure) {
        let decoded: DecodedText
        do throws(DecodedText.Failure) { decoded = try DecodedText(bytes, convert) } catch {
            throw error == .binary ? .noText : .encoding
        }
        let records = DelimitedText(decoded.text).records.filter { !$0.isBlank }
        guard let (columns, start) = Columns.find(records) else { throw .heading }
        guard columns.hasLocalities || records.count <= MunicipalityFile.most else {
            throw .tooMany
        }
        var seen: [String: String] = [:]
        for record in records[start...] {
            let cells = record.cells.map { ListText($0).text }
            if columns.isNote(cells) {
                notes.append(
                    (
                        record.line,
                        ListText.brief(cells.filter { !$0.isEmpty }.joined(separator: " "))
                    ))
                continue
            }
            let found = try columns.read(cells, record)
            if let earlier = seen[found.key] {
                guard columns.hasLocalities, earlier == found.name else {
                    throw .twice(line: record.line, key: found.key)
                }
                continue
            }
            seen[found.key] = found.name
            all.append(found)
        }
        guard !all.isEmpty else { throw .empty }
        guard all.count <= MunicipalityFile.most else { throw .tooMany }
    }

    /// There are some 2,500; a file of more is another.
    private static let most = 5000
}

/// Where the file has what.
private struct Columns {
    private var places: [String: Int]
    private static let names = ["cvegeo", "cveent", "cvemun", "nommun", "cveloc"]

    /// Older files list localities, so that a municipality stands in it many times.
    var hasLocalities: Bool { places["cveloc"] != nil }

    static func find(_ records: [DelimitedText.Record]) -> (Columns, after: Int)? {
        for (index, record) in records.prefix(20).enumerated() {
            var places: [String: Int] = [:]
            for (place, cell) in record.cells.enumerated() {
                let name = NameText.folded(ListText(cell).text).split(separator: " ").joined()
                if names.contains(name), places[name] == nil { places[name] = place }
            }
            let hasKey =
                places["cvegeo"] != nil || places["cveent"] != nil && places["cvemun"] != nil
            if hasKey, places["nommun"] != nil { return (Columns(places: places), index + 1) }
        }
        return nil
    }

    private func cell(_ name: String, _ cells: [String]) -> String {
        guard let place = places[name], place < cells.count else { return "" }
        return cells[place]
    }

    /// No key and no name of a municipality: words about the file.
    func isNote(_ cells: [String]) -> Bool {
        let keys = ["cvegeo", "cveent", "cvemun"].map { cell($0, cells) }
        return cell("nommun", cells).isEmpty && !keys.contains { $0.first?.isNumber == true }
    }

    func read(_ cells: [String], _ record: DelimitedText.Record) throws(MunicipalityFile.Failure)
        -> Municipality
    {
        let line = record.line
        guard let key = key(cells) else { throw .key(line: line) }
        guard
            let state = MexicanState.all.first(where: { $0.inegi == key.prefix(2) && $0.iso != nil }
            )
        else {
            throw .state(line: line)
        }
        // The official name itself: nothing is taken out of it.
        guard let clean = NameText.cleaned(cell("nommun", record.cells)), !clean.isEmpty,
            clean.count <= NameText.longest
        else {
            throw .name(line: line)
        }
        return Municipality(key: key, state: state.code, name: clean)
    }

    /// Five digits; a spreadsheet may have taken the zeros in front.
    private func key(_ cells: [String]) -> String? {
        if places["cvegeo"] != nil, let whole = digits(cell("cvegeo", cells), 4...5) {
            return padded(whole, 5)
        }
        guard places["cvegeo"] == nil || cell("cvegeo", cells).isEmpty,
            let state = digits(cell("cveent", cells), 1...2),
            let own = digits(cell("cvemun", cells), 1...3)
        else { return nil }
        return padded(state, 2) + padded(own, 3)
    }

    private func digits(_ text: String, _ count: ClosedRange<Int>) -> Int? {
        guard count.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}

extension MunicipalityFile.Failure {
    /// What an officer is told.
    package var sentence: Bilingual {
        switch self {
        case .noText:
            Bilingual(
                "No es un archivo de texto. Guárdelo como CSV.",
                "This is not a text file. Save it as CSV.")
        case .encoding:
            Bilingual(
                "Las letras con acento vienen en otra página de códigos. Guárdelo como CSV UTF-8.",
                "Accented letters come in another code page. Save it as CSV UTF-8.")
        case .heading:
            Bilingual(
                "No es el archivo AGEEM de INEGI: faltan CVEGEO (o CVE_ENT y CVE_MUN) o NOM_MUN.",
                """
                This is not INEGI's AGEEM file: CVEGEO (or CVE_ENT and CVE_MUN) or NOM_MUN is \
                missing.
                """
            )
        case .empty: Bilingual("El archivo no tiene municipios.", "The file has no municipalities.")
        case .tooMany:
            Bilingual(
                "El archivo tiene más de 5000 municipios: no es el de INEGI.",
                "The file has over 5000 municipalities: it is not INEGI's.")
        case .key(let line):
            Bilingual(
                "Línea \(line): la clave no es un número de INEGI. Nada entró.",
                "Line \(line): the key is not a number of INEGI's. Nothing came in.")
        case .state(let line):
            Bilingual(
                "Línea \(line): la clave no es de ninguna entidad. Nada entró.",
                "Line \(line): the key belongs to no state. Nothing came in.")
        case .name(let line):
            Bilingual(
                "Línea \(line): el nombre falta o tiene signos que no son texto. Nada entró.",
                "Line \(line): the name is missing or has signs that are no text. Nothing came in.")
        case .twice(let line, let key):
            Bilingual(
                "Línea \(line): la clave \(key) se repite. Nada entró.",
                "Line \(line): the key \(key) stands twice. Nothing came in.")
        }
    }
}
