/// A municipality of INEGI's catalogue (AGEEM).
package struct Municipality: Sendable, Equatable {
    /// INEGI's five digits: state and municipality.
    package let key: String
    /// RENAPO's two letters of its state.
    package let state: String
    /// The name as INEGI writes it.
    package let name: String

    /// A row of the catalogue.
    init(key: String, state: String, name: String) {
        self.key = key
        self.state = state
        self.name = name
    }

    /// Reads INEGI's file: `CVEGEO`, `NOM_MUN` and any other columns. Nil when it is no such file, or a
    /// key stands twice in it.
    ///
    /// Encoding and delimiter are recognised as those of hand-over lists are.
    package static func read(_ bytes: [UInt8]) -> [Municipality]? {
        guard let (text, _) = TextEncoding.decode(bytes) else { return nil }
        let records = DelimitedText(text).records.filter { !$0.isBlank }
        guard records.count <= most else { return nil }
        guard let heading = records.first?.cells.map({ $0.trimmed.uppercased() }),
            let key = heading.firstIndex(of: "CVEGEO"), let name = heading.firstIndex(of: "NOM_MUN")
        else { return nil }
        let found = records.dropFirst().compactMap { record -> Municipality? in
            let cells = record.cells.map(\.trimmed)
            guard cells.indices.contains(max(key, name)), let clean = NameText.cleaned(cells[name]), !clean.isEmpty,
                clean.count <= NameText.longest,
                let state = MexicanState.all.first(where: { $0.inegi == cells[key].prefix(2) && $0.iso != nil }),
                isKey(cells[key])
            else { return nil }
            return Municipality(key: cells[key], state: state.code, name: clean)
        }
        let isWhole = found.count == records.count - 1 && Set(found.map(\.key)).count == found.count
        return isWhole && !found.isEmpty ? found : nil
    }

    /// There are some 2,500; a file of more is another.
    private static let most = 5000

    private static func isKey(_ text: String) -> Bool {
        text.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
